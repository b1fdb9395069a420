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
import java.util.function.Function;
import java.util.function.Predicate;

/// Filters of chunks.
@Component
public class TrafficFilters {

    private final KnownSockets sockets;
    private final Addresses addresses;

    TrafficFilters(KnownSockets sockets, Addresses addresses) {
        this.sockets = sockets;
        this.addresses = addresses;
    }

    /// What a query asks for, for one search. Chunks of sockets that nobody remembers match no
    /// filter but the empty one.
    Predicate<Chunk> matching(TrafficQuery query) {
        return query.chosen().and(parse(query.filter()));
    }

    /// The same among chunks that tell all that is known of their sockets.
    public Predicate<Chunk> matching(TrafficQuery query, Function<Chunk, SocketFacts> told) {
        return query.chosen().and(parse(query.filter(), chunk -> Optional.of(told.apply(chunk))));
    }

    /// For as long as one wants: each chunk is a search of its own, and passes where that takes too
    /// long.
    public Predicate<Chunk> standing(String expression) {
        Filter<ChunkFacts> filter = parsed(expression);
        return chunk -> {
            try {
                return matching(filter, this::known).test(chunk);
            } catch (InvalidArgumentException tooLong) {
                return true;
            }
        };
    }

    Predicate<Chunk> parse(@Nullable String expression) {
        return parse(expression, this::known);
    }

    private Predicate<Chunk> parse(
            @Nullable String expression, Function<Chunk, Optional<SocketFacts>> known) {
        return expression == null || expression.isBlank()
                ? chunk -> true
                : matching(parsed(expression), known);
    }

    private Predicate<Chunk> matching(
            Filter<ChunkFacts> filter, Function<Chunk, Optional<SocketFacts>> known) {
        Map<String, Optional<SocketFacts>> seen = new HashMap<>();
        Search search = new Search(Search.LONGEST);
        return chunk ->
                search.judge(
                        () ->
                                seen.computeIfAbsent(chunk.socketId(), first -> known.apply(chunk))
                                        .filter(s -> filter.matches(new Facts(chunk, s, search)))
                                        .isPresent());
    }

    private Optional<SocketFacts> known(Chunk chunk) {
        return Optional.ofNullable(sockets.known(chunk.socketId()));
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
