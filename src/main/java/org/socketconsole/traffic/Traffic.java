package org.socketconsole.traffic;

import static org.socketconsole.traffic.Chunk.Direction.SENT;

import org.jspecify.annotations.Nullable;
import org.socketconsole.traffic.Chunk.Direction;

import java.util.function.LongFunction;

/// What passed through one socket of the kernel and is still kept, whichever descriptor it passed.
/// Its flows write to it; the store bounds it.
public final class Traffic {

    private final TrafficStore store;
    private final ChunkQueue sent = new ChunkQueue();
    private final ChunkQueue received = new ChunkQueue();

    /// What the chunks weigh; the store's.
    private long weight;

    private volatile long dropped;

    Traffic(TrafficStore store) {
        this.store = store;
    }

    /// Keeps the chunk that is made of its number. Those of one direction are to come in the order
    /// of their offsets.
    public Chunk keep(LongFunction<Chunk> numbered) {
        return store.keep(this, numbered);
    }

    /// The kept chunk whose bytes the offset is among, or whose message it numbers.
    public @Nullable Chunk at(Direction direction, long offset) {
        return queue(direction).at(offset);
    }

    void add(Chunk chunk) {
        queue(chunk.direction()).add(chunk);
        weight += chunk.weight();
    }

    long weight() {
        return weight;
    }

    boolean hasSeveral() {
        return sent.size() + received.size() > 1;
    }

    @Nullable Chunk oldest() {
        return earlier(sent.first(), received.first());
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
        weight -= oldest.weight();
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
