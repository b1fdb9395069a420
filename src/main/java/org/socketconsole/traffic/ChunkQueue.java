package org.socketconsole.traffic;

import org.jspecify.annotations.Nullable;

import java.util.Objects;
import java.util.function.ToLongFunction;

/// The chunks of one direction, the oldest first. Each has a larger number than the one before and
/// no smaller an offset, so that either is found by halving.
final class ChunkQueue {

    private static final int SMALLEST = 8;

    private @Nullable Chunk[] ring = {};
    private int head;
    private int size;

    synchronized void add(Chunk chunk) {
        if (size == ring.length) {
            resize(Math.max(SMALLEST, 2 * size));
        }
        ring[place(size++)] = chunk;
    }

    synchronized @Nullable Chunk first() {
        return size == 0 ? null : get(0);
    }

    synchronized void removeFirst() {
        ring[head] = null;
        head = place(1);
        size--;
        if (size < ring.length / 4) {
            resize(ring.length / 2);
        }
    }

    synchronized @Nullable Chunk after(long seq, String socketId) {
        for (int i = upTo(seq, Chunk::seq); i < size; i++) {
            if (get(i).socketId().equals(socketId)) {
                return get(i);
            }
        }
        return null;
    }

    /// The first chunk that holds the offset or a later one, of those that can be given again.
    synchronized @Nullable Chunk from(long offset) {
        for (int i = upTo(offset, Chunk::end); i < size; i++) {
            if (get(i).isReplayable()) {
                return get(i);
            }
        }
        return null;
    }

    /// How many chunks have no larger key.
    private int upTo(long key, ToLongFunction<Chunk> of) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = low + high >>> 1;
            if (of.applyAsLong(get(middle)) <= key) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private Chunk get(int index) {
        return Objects.requireNonNull(ring[place(index)]);
    }

    private int place(int index) {
        return (head + index) % ring.length;
    }

    private void resize(int length) {
        @Nullable Chunk[] larger = new Chunk[length];
        for (int i = 0; i < size; i++) {
            larger[i] = get(i);
        }
        ring = larger;
        head = 0;
    }
}
