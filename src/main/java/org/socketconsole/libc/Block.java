package org.socketconsole.libc;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicInteger;

/// Memory outside the heap for the bytes of one call, where the kernel writes and reads them itself
/// and the garbage collector copies nothing. Whoever made it holds it; when nobody holds it any
/// more the memory serves the next. One who forgets to release leaves it to the garbage collector.
public final class Block {

    /// In bytes.
    public static final int SIZE = 64 * 1024;

    /// Fewer bytes than these are better off in an array of their own.
    private static final int LEAST = SIZE / 2;

    private static final int MOST_IDLE = 256;

    /// The one that was used last is the one that the processor has at hand.
    private static final Deque<MemorySegment> IDLE = new ArrayDeque<>();

    private final MemorySegment memory = take();
    private final AtomicInteger holders = new AtomicInteger(1);

    /// Whether so many bytes are to be in a block.
    static boolean suits(long size) {
        return size >= LEAST && size <= SIZE;
    }

    /// The first bytes, as they are now. The block is theirs from here on.
    public Octets filled(int size) {
        if (suits(size)) {
            return new Octets.InBlock(this, 0, size);
        }
        byte[] array = Frame.bytes(memory, 0, size);
        release();
        return Octets.of(array);
    }

    /// To be written from its start on.
    public ByteBuffer buffer() {
        return memory.asByteBuffer();
    }

    MemorySegment memory() {
        return memory;
    }

    /// Whether it is still there to be held.
    boolean hold() {
        return holders.getAndUpdate(held -> held == 0 ? 0 : held + 1) > 0;
    }

    public void release() {
        if (holders.decrementAndGet() == 0) {
            giveBack(memory);
        }
    }

    private static MemorySegment take() {
        synchronized (IDLE) {
            if (!IDLE.isEmpty()) {
                return IDLE.pop();
            }
        }
        return Arena.ofAuto().allocate(SIZE, 64);
    }

    private static void giveBack(MemorySegment memory) {
        synchronized (IDLE) {
            if (IDLE.size() < MOST_IDLE) {
                IDLE.push(memory);
            }
        }
    }
}
