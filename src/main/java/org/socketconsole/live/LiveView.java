package org.socketconsole.live;

import org.jspecify.annotations.Nullable;
import org.socketconsole.dispatch.CallRecord;
import org.socketconsole.dispatch.OperationView;
import org.socketconsole.event.Event;
import org.socketconsole.event.Event.Type;
import org.socketconsole.event.Hub.Batch;
import org.socketconsole.live.PageFrames.Delta;
import org.socketconsole.live.PageFrames.Hello;
import org.socketconsole.live.PageFrames.Snapshot;
import org.socketconsole.live.PageFrames.Subscription;
import org.socketconsole.live.PageFrames.ToPage;
import org.socketconsole.live.PageFrames.Traffic;
import org.socketconsole.socket.SocketState;
import org.socketconsole.socket.SocketView;
import org.socketconsole.traffic.Chunk;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedSet;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What one page has been told, and so what is new to it.
final class LiveView {

    private static final int MOST_EVENTS = 16_384;
    private static final int MOST_CALLS = 200;
    private static final int MOST_CHUNKS = 1_000;

    private final LiveState state;
    private final Subscription subscription;
    private final Supplier<Predicate<SocketView>> filter;
    private final LiveStats stats;

    /// The sockets that the page shows.
    private final Set<String> shown = new HashSet<>();

    /// Those of them that are closed: the server forgets first what was closed first.
    private final SequencedSet<String> closed = new LinkedHashSet<>();

    /// The calls that the page knows to wait, and how far it knows that they are.
    private final Map<String, Long> progress = new LinkedHashMap<>();

    private @Nullable Hello hello;
    private long event;
    private long chunk;
    private boolean fresh = true;

    LiveView(
            LiveState state,
            Subscription subscription,
            Supplier<Predicate<SocketView>> filter,
            IntSupplier viewers) {
        this.state = state;
        this.subscription = subscription;
        this.filter = filter;
        this.stats = new LiveStats(state, viewers);
        this.hello = state.hello;
        this.chunk = firstChunk(subscription);
    }

    /// What there is to say while the page does not want to know.
    ToPage heartbeat(long n) {
        return new ToPage(n, null, null, null, null, null, stats.ifDue());
    }

    ToPage news(long n) {
        Hello greeting = hello;
        hello = null;
        Batch batch = state.hub.after(event, MOST_EVENTS);
        boolean all = fresh || batch.missed() > 0;
        event = fresh ? state.hub.last() : event + batch.missed() + batch.events().size();
        fresh = false;
        return new ToPage(
                n,
                greeting,
                all ? snapshot() : null,
                all ? null : delta(batch.events()),
                all ? null : calls(batch.events()),
                traffic(),
                stats.ifDue());
    }

    private Snapshot snapshot() {
        List<SocketView> sockets = state.sockets.all().stream().filter(filter.get()).toList();
        List<OperationView> waiting = state.operations.waiting();
        shown.clear();
        closed.clear();
        sockets.forEach(this::show);
        progress.clear();
        waiting.forEach(operation -> progress.put(operation.id(), operation.progress()));
        return new Snapshot(sockets, waiting, state.sockets.open());
    }

    private @Nullable Delta delta(List<Event> events) {
        List<SocketView> changed = new ArrayList<>();
        List<String> gone = new ArrayList<>();
        Predicate<SocketView> shows = filter.get();
        Set<String> touched = touched(events);
        List<SocketView> seen =
                touched.stream()
                        .map(id -> look(id, shows, changed, gone))
                        .filter(Objects::nonNull)
                        .toList();
        answering(seen)
                .filter(id -> !touched.contains(id))
                .forEach(id -> look(id, shows, changed, gone));
        forget(gone);
        List<OperationView> operations = state.operations.waiting();
        List<String> ended = ended(operations);
        List<OperationView> waiting = further(operations);
        boolean nothing =
                changed.isEmpty() && gone.isEmpty() && ended.isEmpty() && waiting.isEmpty();
        return nothing ? null : new Delta(changed, gone, waiting, ended, state.sockets.open());
    }

    private static Set<String> touched(List<Event> events) {
        Set<String> ids = new LinkedHashSet<>();
        events.forEach(
                event -> {
                    if (event.socketId() != null) {
                        ids.add(event.socketId());
                    }
                });
        return ids;
    }

    /// The listeners whose answers are given on connections that they took: no event of theirs
    /// tells of one.
    private static Stream<String> answering(List<SocketView> seen) {
        return seen.stream()
                .filter(socket -> socket.responder() != null && socket.parent() != null)
                .map(SocketView::parent)
                .distinct();
    }

    private @Nullable SocketView look(
            String id, Predicate<SocketView> shows, List<SocketView> changed, List<String> gone) {
        SocketView socket = state.sockets.find(id);
        if (socket != null && shows.test(socket)) {
            changed.add(socket);
            show(socket);
        } else {
            hide(id, gone);
        }
        return socket;
    }

    private void show(SocketView socket) {
        shown.add(socket.id());
        if (socket.state() == SocketState.CLOSED) {
            closed.add(socket.id());
        }
    }

    private void hide(String id, List<String> gone) {
        closed.remove(id);
        if (shown.remove(id)) {
            gone.add(id);
        }
    }

    /// No event tells that the server has forgotten a socket.
    private void forget(List<String> gone) {
        while (!closed.isEmpty() && state.sockets.find(closed.getFirst()) == null) {
            hide(closed.getFirst(), gone);
        }
    }

    /// Those that the page knows to wait, and that do so no more.
    private List<String> ended(List<OperationView> waiting) {
        Set<String> still = waiting.stream().map(OperationView::id).collect(Collectors.toSet());
        List<String> ended = progress.keySet().stream().filter(id -> !still.contains(id)).toList();
        progress.keySet().retainAll(still);
        return ended;
    }

    /// Those that began to wait, and those that have come further.
    private List<OperationView> further(List<OperationView> waiting) {
        return waiting.stream()
                .filter(
                        operation ->
                                !Objects.equals(
                                        progress.put(operation.id(), operation.progress()),
                                        operation.progress()))
                .toList();
    }

    private static @Nullable List<CallRecord> calls(List<Event> events) {
        List<Event> calls = new ArrayList<>();
        for (Event event : events) {
            if (event.type() == Type.CALL) {
                calls.add(event);
            }
        }
        int skipped = Math.max(0, calls.size() - MOST_CALLS);
        return calls.isEmpty()
                ? null
                : calls.stream()
                        .skip(skipped)
                        .map(Event::body)
                        .map(CallRecord.class::cast)
                        .toList();
    }

    /// There is more than one frame takes.
    static boolean isFull(@Nullable Traffic traffic) {
        return traffic != null && traffic.chunks().size() == MOST_CHUNKS;
    }

    /// Before the first chunk of a page that has none there is nothing that it misses.
    private @Nullable Traffic traffic() {
        if (subscription.traffic() == null) {
            return null;
        }
        String socket = subscription.traffic().equals("all") ? null : subscription.traffic();
        long gap = chunk == 0 ? 0 : Math.max(0, state.traffic.earliest(socket) - chunk - 1);
        List<Chunk> next = state.traffic.after(chunk, socket).limit(MOST_CHUNKS).toList();
        if (next.isEmpty()) {
            return null;
        }
        chunk = next.getLast().seq();
        return new Traffic(next.stream().map(state.chunks::of).toList(), socket == null ? gap : 0);
    }

    /// Where the page was, in this run of the server; else what comes from now on.
    private long firstChunk(Subscription subscription) {
        Long after = subscription.after();
        return after != null && state.hello.epoch().equals(subscription.epoch())
                ? after
                : state.traffic.last();
    }
}
