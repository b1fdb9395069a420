package org.socketconsole.socket;

import io.swagger.v3.oas.annotations.media.Schema;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.Address;
import org.socketconsole.call.ConstantArgument;
import org.socketconsole.filter.Filter;
import org.socketconsole.filter.KnownSockets;
import org.socketconsole.filter.SocketFacts;
import org.socketconsole.net.Constants;
import org.socketconsole.net.SyscallException;
import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Finds sockets by what they are.
@Component
public class SocketList implements KnownSockets {

    private static final int USUAL_LIMIT = 1000;
    private static final int MAX_LIMIT = 20_000;

    private final SocketRegistry registry;
    private final SocketViews views;
    private final ClosedSockets closed;
    private final SocketFilters filters;

    SocketList(
            SocketRegistry registry,
            SocketViews views,
            ClosedSockets closed,
            SocketFilters filters) {
        this.registry = registry;
        this.views = views;
        this.closed = closed;
        this.filters = filters;
    }

    public record Query(
            @Nullable SocketState state,
            @Nullable ConstantArgument family,
            @Nullable ConstantArgument type,
            @Nullable String q,
            @Schema(
                            description = "In the filter language, see docs/filter.md",
                            example = "state:listen port:7000")
                    @Nullable String filter,
            @Min(0) @Nullable Integer offset,
            @Min(0) @Max(MAX_LIMIT) @Nullable Integer limit) {}

    @Schema(name = "SocketPage")
    public record Page(List<SocketView> items, int total) {}

    public Page find(Query query) {
        Stream<SocketView> all =
                query.state == SocketState.CLOSED ? closed.all().stream() : views();
        Predicate<SocketView> filter = matching(Objects.requireNonNullElse(query.filter, "")).get();
        List<SocketView> found = all.filter(matching(query)).filter(filter).toList();
        return new Page(
                found.stream()
                        .skip(Objects.requireNonNullElse(query.offset, 0))
                        .limit(Objects.requireNonNullElse(query.limit, USUAL_LIMIT))
                        .toList(),
                found.size());
    }

    /// The open sockets, and those that were closed in the last minutes. One that is being closed
    /// is among both, in that order, and stands here once.
    public Collection<SocketView> all() {
        Map<String, SocketView> all = new LinkedHashMap<>();
        views().forEach(socket -> all.put(socket.id(), socket));
        closed.all().forEach(socket -> all.put(socket.id(), socket));
        return all.values();
    }

    /// One of them, or null.
    public @Nullable SocketView find(String id) {
        LiveSocket socket = registry.find(id);
        SocketView open = socket == null ? null : view(socket);
        return open == null ? closed.find(id) : open;
    }

    /// How many are open.
    public int open() {
        return registry.open().size();
    }

    /// Tells those apart that a filter names, each for one look at many; the empty one names all.
    public Supplier<Predicate<SocketView>> matching(String filter) {
        Filter<SocketFacts> parsed = filters.parse(filter);
        return () -> filters.now(parsed);
    }

    @Override
    public Stream<SocketFacts> now() {
        return views().map(filters::facts);
    }

    @Override
    public @Nullable SocketFacts known(String id) {
        SocketView view = find(id);
        return view == null ? null : filters.facts(view);
    }

    private Stream<SocketView> views() {
        return registry.open().stream().map(this::view).filter(Objects::nonNull);
    }

    /// Null for a socket that was closed since the list began.
    private @Nullable SocketView view(LiveSocket socket) {
        try {
            return views.of(socket);
        } catch (SyscallException gone) {
            return null;
        }
    }

    private static Predicate<SocketView> matching(Query query) {
        return socket ->
                (query.state == null || socket.state() == query.state)
                        && isNamed(query.family, "AF_", socket.family())
                        && isNamed(query.type, "SOCK_", socket.type())
                        && (query.q == null || hasWord(socket, query.q.toLowerCase(Locale.ROOT)));
    }

    private static boolean isNamed(@Nullable ConstantArgument wanted, String prefix, String name) {
        return wanted == null || Constants.name(prefix, wanted.bits()).equals(name);
    }

    /// The word is looked for in the id, the label and the addresses.
    private static boolean hasWord(SocketView socket, String word) {
        return Stream.of(
                        Stream.of(socket.id(), Objects.requireNonNullElse(socket.label(), "")),
                        words(socket.localAddress()),
                        words(socket.peerAddress()))
                .flatMap(Function.identity())
                .anyMatch(part -> part.toLowerCase(Locale.ROOT).contains(word));
    }

    private static Stream<String> words(@Nullable Address address) {
        return address == null
                ? Stream.empty()
                : Stream.of(address.host(), address.port(), address.path(), address.ifname())
                        .filter(Objects::nonNull)
                        .map(Object::toString);
    }
}
