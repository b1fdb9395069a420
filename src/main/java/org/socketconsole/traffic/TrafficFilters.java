package org.socketconsole.traffic;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.Address;
import org.socketconsole.call.InvalidArgumentException;
import org.socketconsole.filter.ChunkFacts;
import org.socketconsole.filter.Filter;
import org.socketconsole.filter.FilterException;
import org.socketconsole.filter.KnownSockets;
import org.socketconsole.filter.Language;
import org.socketconsole.filter.SocketFacts;
import org.socketconsole.net.Constants;
import org.socketconsole.resolve.Addresses;
import org.springframework.stereotype.Component;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// Filters of chunks.
@Component
class TrafficFilters {

    private final KnownSockets sockets;
    private final Addresses addresses;

    TrafficFilters(KnownSockets sockets, Addresses addresses) {
        this.sockets = sockets;
        this.addresses = addresses;
    }

    /// What a query asks for, for one search.
    Predicate<Chunk> matching(TrafficQuery query) {
        return query.chosen().and(parse(query.filter()));
    }

    /// For one search. Chunks of sockets that nobody remembers match no filter but the empty one.
    Predicate<Chunk> parse(@Nullable String expression) {
        if (expression == null || expression.isBlank()) {
            return chunk -> true;
        }
        Filter<ChunkFacts> filter = parsed(expression);
        Map<String, Optional<SocketFacts>> seen = new HashMap<>();
        Search search = new Search(Search.LONGEST);
        return chunk ->
                search.judge(
                        () ->
                                seen.computeIfAbsent(chunk.socketId(), this::known)
                                        .filter(s -> filter.matches(new Facts(chunk, s, search)))
                                        .isPresent());
    }

    private Optional<SocketFacts> known(String id) {
        return Optional.ofNullable(sockets.known(id));
    }

    private static Filter<ChunkFacts> parsed(String expression) {
        try {
            return Language.TRAFFIC.parse(expression);
        } catch (FilterException wrong) {
            throw new InvalidArgumentException("filter", wrong.asArgument());
        }
    }

    private final class Facts implements ChunkFacts {
        private final Chunk chunk;
        private final SocketFacts socket;
        private final Search search;

        Facts(Chunk chunk, SocketFacts socket, Search search) {
            this.chunk = chunk;
            this.socket = socket;
            this.search = search;
        }

        @Override
        public SocketFacts socket() {
            return socket;
        }

        @Override
        public String direction() {
            return chunk.direction().text();
        }

        @Override
        public String call() {
            return chunk.call();
        }

        @Override
        public String flags() {
            return Constants.flags("MSG_", chunk.flags());
        }

        @Override
        public @Nullable Address address() {
            return addresses.view(chunk.address());
        }

        @Override
        public CharSequence text() {
            return new ByteText(chunk.data(), search);
        }
    }
}
