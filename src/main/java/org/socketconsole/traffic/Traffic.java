package org.socketconsole.traffic;

import static org.socketconsole.traffic.Chunk.Direction.SENT;

import org.jspecify.annotations.Nullable;
import org.socketconsole.traffic.Chunk.Direction;

import java.util.Optional;
import java.util.function.LongFunction;

/// What passed through one socket of the kernel and is still kept, whichever descriptor it passed.
/// Its flows write to it; the store bounds it.
public final class Traffic {

    private final TrafficStore store;
    private final ChunkQueue sent = new ChunkQueue();
    private final ChunkQueue received = new ChunkQueue();

    /// What the chunks weigh; the store's.
    private long weight;

    /// The number after which what is received is held; that of no chunk where nothing is. The
    /// store's.
    private volatile long heldAfter = Long.MAX_VALUE;

    /// What the held chunks weigh; the store's.
    private volatile long held;

    private volatile long dropped;

    Traffic(TrafficStore store) {
        this.store = store;
    }

    /// Keeps the chunk that is made of its number. Those of one direction are to come in the order
    /// of their offsets.
    public Chunk keep(LongFunction<Chunk> numbered) {
        Chunk chunk = store.keep(this, numbered);
        store.settle(chunk);
        return chunk;
    }

    /// The kept chunk whose bytes the offset is among, or whose message it numbers; where it is
    /// gone the next that is kept.
    public @Nullable Chunk from(Direction direction, long offset) {
        for (Chunk chunk; (chunk = queue(direction).from(offset)) != null; ) {
            Optional<Chunk> whole = chunk.whole();
            if (whole.isPresent()) {
                return whole.get();
            }
        }
        return null;
    }

    /// Holds what will be received: it does not give way until this is called again, or [#release].
    /// What was held before is no longer.
    public void hold() {
        if (!isHolding() || held > 0) {
            store.hold(this, true);
        }
    }

    public void release() {
        if (isHolding()) {
            store.hold(this, false);
        }
    }

    public boolean isHolding() {
        return heldAfter != Long.MAX_VALUE;
    }

    /// Whether so much is held, of all sockets, that no more may be.
    public boolean isFull() {
        return store.isFull();
    }

    /// The most bytes that are to be held at once.
    public long largestHeld() {
        return store.largestHeld();
    }

    boolean holds(Chunk chunk) {
        return chunk.direction() == Direction.RECEIVED && chunk.seq() > heldAfter;
    }

    /// To be called by the store alone, as what follows. Answers the number after which chunks were
    /// held until now.
    long heldAfter(long seq) {
        long before = heldAfter;
        heldAfter = seq;
        held = 0;
        return before;
    }

    long held() {
        return held;
    }

    void add(Chunk chunk) {
        queue(chunk.direction()).add(chunk);
        count(chunk, chunk.weight());
    }

    private void count(Chunk chunk, long more) {
        weight += more;
        held += holds(chunk) ? more : 0;
    }

    long weight() {
        return weight;
    }

    @Nullable Chunk oldest() {
        return earlier(sent.first(), received.first());
    }

    /// The oldest that is not held.
    @Nullable Chunk oldestFree() {
        Chunk first = received.first();
        return first == null || holds(first) ? sent.first() : earlier(sent.first(), first);
    }

    /// How many gave way to later ones.
    long dropped() {
        return dropped;
    }

    void countDropped() {
        dropped++;
    }

    void remove(Chunk oldest) {
        queue(oldest.direction()).removeFirst();
        count(oldest, -oldest.weight());
    }

    /// The first chunk after a number that passed the descriptor of that socket.
    @Nullable Chunk after(long seq, String socketId) {
        return earlier(sent.after(seq, socketId), received.after(seq, socketId));
    }

    private ChunkQueue queue(Direction direction) {
        return direction == SENT ? sent : received;
    }

    private static @Nullable Chunk earlier(@Nullable Chunk one, @Nullable Chunk other) {
        return one == null || other != null && other.seq() < one.seq() ? other : one;
    }
}
