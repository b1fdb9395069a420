package org.socketconsole.traffic;

import org.jspecify.annotations.Nullable;
import org.socketconsole.event.Event.Type;
import org.socketconsole.event.Hub;
import org.socketconsole.traffic.Chunk.Direction;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// What passed through all sockets, in memory, up to a bound for each and one for all: the oldest
/// goes first, and is counted. What a [Traffic] holds does not go.
@Component
public class TrafficStore {

    private final Hub hub;
    private final ChunkViews views;
    private final TrafficProperties bounds;
    private final ChunkIndex chunks = new ChunkIndex();
    private final Map<String, Passed> bySocket = new ConcurrentHashMap<>();
    private final List<Tap> taps = new CopyOnWriteArrayList<>();
    private final AtomicLong dropped = new AtomicLong();
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong received = new AtomicLong();
    private volatile long bytes;
    private volatile long last;

    /// What the held chunks of all sockets weigh.
    private volatile long held;

    /// The number up to which all chunks are held, those that are looked at in vain for room.
    private long heldUpTo;

    TrafficStore(Hub hub, ChunkViews views, TrafficProperties bounds) {
        this.hub = hub;
        this.views = views;
        this.bounds = bounds;
    }

    /// Where the chunks are that passed one descriptor, and how many.
    private static final class Passed {
        private final Traffic traffic;
        private int chunks;

        Passed(Traffic traffic) {
            this.traffic = traffic;
        }
    }

    /// The traffic of a new socket of the kernel.
    public Traffic open() {
        return new Traffic(this);
    }

    /// In one order: whoever has read up to a number has all chunks below it.
    synchronized Chunk keep(Traffic traffic, LongFunction<Chunk> numbered) {
        Chunk chunk = numbered.apply(last + 1);
        chunk.octets().hold();
        chunks.add(chunk);
        last = chunk.seq();
        traffic.add(chunk);
        held += traffic.holds(chunk) ? chunk.weight() : 0;
        bySocket.computeIfAbsent(chunk.socketId(), id -> new Passed(traffic)).chunks++;
        bytes += chunk.weight();
        (chunk.direction() == Direction.SENT ? sent : received).addAndGet(chunk.length());
        makeRoom(traffic);
        for (Tap tap : taps) {
            tap.take(chunk);
        }
        hub.publish(Type.TRAFFIC, chunk.socketId(), views.later(chunk));
        return chunk;
    }

    /// Tells it of all chunks from here on.
    public void attach(Tap tap) {
        taps.add(tap);
    }

    public void detach(Tap tap) {
        taps.remove(tap);
    }

    void settle(Chunk chunk) {
        for (Tap tap : taps) {
            tap.settle(chunk);
        }
    }

    /// What the traffic held may give way; whether what it receives from now on is held.
    synchronized void hold(Traffic traffic, boolean holds) {
        held -= traffic.held();
        long before = traffic.heldAfter(holds ? last : Long.MAX_VALUE);
        heldUpTo = Math.min(heldUpTo, before);
    }

    boolean isFull() {
        return held > 0 && held >= mostHeld();
    }

    long largestHeld() {
        return Math.max(1, Math.min(bounds.perSocket().toBytes(), mostHeld()));
    }

    /// The other half is for what is not held, such as what was sent.
    private long mostHeld() {
        return bounds.total().toBytes() / 2;
    }

    public @Nullable Chunk find(long seq) {
        Chunk chunk = chunks.get(seq);
        return chunk == null ? null : chunk.whole().orElse(null);
    }

    /// The chunks after the one with the number, of one socket or, with null, of all. They are
    /// looked for one at a time: what gives way meanwhile is not held, and not among them. What
    /// gives way later has no bytes any more, see [Chunk#whole].
    public Stream<Chunk> after(long seq, @Nullable String socketId) {
        return StreamSupport.stream(new Cursor(seq, socketId), false);
    }

    /// The number of the latest chunk, zero before the first.
    public long last() {
        return last;
    }

    /// The oldest chunk that is kept, or where the next will be.
    public long earliest(@Nullable String socketId) {
        Chunk first = next(0, socketId);
        return first == null ? last + 1 : first.seq();
    }

    /// Bytes in memory.
    public long bytes() {
        return bytes;
    }

    /// Bytes that passed since the start, kept or not.
    public long bytesSent() {
        return sent.get();
    }

    public long bytesReceived() {
        return received.get();
    }

    /// Chunks that gave way to later ones.
    public long dropped() {
        return dropped.get();
    }

    /// The same of one socket, while some of its chunks are kept.
    public long dropped(String socketId) {
        Passed passed = bySocket.get(socketId);
        return passed == null ? 0 : passed.traffic.dropped();
    }

    /// Forgets what passed through one socket, or with null through all, and does not count it as
    /// what gave way.
    synchronized void clear(@Nullable String socketId) {
        if (socketId == null) {
            for (Chunk first; (first = chunks.after(0)) != null; ) {
                remove(first);
            }
            return;
        }
        for (Passed passed; (passed = bySocket.get(socketId)) != null; ) {
            remove(Objects.requireNonNull(passed.traffic.oldest()));
        }
    }

    private @Nullable Chunk next(long seq, @Nullable String socketId) {
        if (socketId == null) {
            return chunks.after(seq);
        }
        Passed passed = bySocket.get(socketId);
        return passed == null ? null : passed.traffic.after(seq, socketId);
    }

    /// The latest stays, however large it is.
    private void makeRoom(Traffic latest) {
        while (latest.weight() > bounds.perSocket().toBytes()
                && latest.oldestFree() instanceof Chunk oldest
                && oldest.seq() < last) {
            drop(oldest, latest);
        }
        while (bytes > bounds.total().toBytes()
                && chunks.after(heldUpTo) instanceof Chunk next
                && next.seq() < last) {
            dropFree(next);
        }
    }

    private void dropFree(Chunk oldest) {
        Traffic traffic = passed(oldest).traffic;
        if (traffic.holds(oldest)) {
            heldUpTo = oldest.seq();
        } else {
            drop(oldest, traffic);
        }
    }

    private void drop(Chunk oldest, Traffic traffic) {
        traffic.countDropped();
        dropped.incrementAndGet();
        remove(oldest);
    }

    private Passed passed(Chunk chunk) {
        return Objects.requireNonNull(bySocket.get(chunk.socketId()));
    }

    private void remove(Chunk oldest) {
        Passed passed = passed(oldest);
        chunks.remove(oldest.seq());
        held -= passed.traffic.holds(oldest) ? oldest.weight() : 0;
        passed.traffic.remove(oldest);
        bytes -= oldest.weight();
        if (--passed.chunks == 0) {
            bySocket.remove(oldest.socketId());
        }
        oldest.octets().release();
    }

    private final class Cursor extends AbstractSpliterator<Chunk> {
        private final @Nullable String socketId;
        private long seq;

        Cursor(long seq, @Nullable String socketId) {
            super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
            this.seq = seq;
            this.socketId = socketId;
        }

        @Override
        public boolean tryAdvance(Consumer<? super Chunk> action) {
            Chunk next = next(seq, socketId);
            if (next == null) {
                return false;
            }
            seq = next.seq();
            action.accept(next);
            return true;
        }
    }
}
