package org.socketconsole.libc;

import org.jspecify.annotations.Nullable;

import java.lang.foreign.Arena;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReferenceArray;

/// The native memory of one call: where errno is captured, and room for its structs and bytes.
///
/// Frames are pooled, because allocating 64 KiB for each call costs three times the call; a frame
/// is given back before its caller parks. Memory is not zeroed: whoever allocates fills it.
final class Frame implements SegmentAllocator, AutoCloseable {

    /// The octets that a pooled frame has room for; a larger one has an arena of its own.
    static final int PAYLOAD = 64 * 1024;

    static final byte[] EMPTY = {};

    private static final long ERRNO_SIZE = Linker.Option.captureStateLayout().byteSize();
    private static final long SIZE = PAYLOAD + 16 * 1024;

    /// Idle frames, each thread's in its own place as a rule: a queue would cost more than the
    /// call. Another's place will do, since who waits in `epoll_wait` has his away for long.
    private static final AtomicReferenceArray<@Nullable Frame> IDLE =
            new AtomicReferenceArray<>(16);

    private final MemorySegment memory = Arena.ofAuto().allocate(SIZE, 16);
    private final MemorySegment errno = memory.asSlice(0, ERRNO_SIZE);
    private long top = ERRNO_SIZE;
    private @Nullable Arena overflow;

    /// Where many bytes are received. It stays until many have come, and then goes with them.
    private @Nullable Block block;

    private Frame() {}

    static Frame take() {
        int place = place();
        for (int i = 0; i < IDLE.length(); i++) {
            Frame idle = IDLE.getAndSet(place + i & IDLE.length() - 1, null);
            if (idle != null) {
                return idle;
            }
        }
        return new Frame();
    }

    MemorySegment errno() {
        return errno;
    }

    /// The kernel's own convention: the value, or `-errno` for a C function that answered -1.
    long result(long value) {
        return value == -1 ? -Downcalls.errno(errno) : value;
    }

    @Override
    public MemorySegment allocate(long byteSize, long byteAlignment) {
        long start = top + byteAlignment - 1 & -byteAlignment; // alignments are powers of two
        if (start + byteSize > SIZE) {
            return overflow().allocate(byteSize, byteAlignment);
        }
        top = start + byteSize;
        return memory.asSlice(start, byteSize);
    }

    /// To be filled by the kernel, see [#filled].
    MemorySegment room(int length) {
        if (!Block.suits(length)) {
            return allocate(length);
        }
        if (block == null) {
            block = new Block();
        }
        return block.memory().asSlice(0, length);
    }

    /// The bytes that the kernel wrote there; of a message it can answer more than there was room
    /// for.
    Octets filled(MemorySegment room, long size) {
        int filled = Math.clamp(size, 0, (int) room.byteSize());
        if (block == null || !Block.suits(filled) || !Block.suits(room.byteSize())) {
            return Octets.of(bytes(room, 0, filled));
        }
        Octets octets = block.filled(filled);
        block = null;
        return octets;
    }

    MemorySegment copy(byte[] bytes) {
        MemorySegment segment = allocate(bytes.length, 8);
        MemorySegment.copy(bytes, 0, segment, ValueLayout.JAVA_BYTE, 0, bytes.length);
        return segment;
    }

    /// Those in a block as they are, any others copied.
    MemorySegment bytes(Octets octets) {
        return switch (octets) {
            case Octets.InArray(byte[] array) -> copy(array);
            case Octets.InBlock inBlock -> inBlock.memory();
        };
    }

    /// A C string, or NULL.
    MemorySegment string(@Nullable String text) {
        return text == null ? MemorySegment.NULL : allocateFrom(text, StandardCharsets.UTF_8);
    }

    MemorySegment integer(int value) {
        return allocateFrom(ValueLayout.JAVA_INT, value);
    }

    static byte[] bytes(MemorySegment segment, long offset, long size) {
        if (size == 0) {
            return EMPTY;
        }
        byte[] bytes = new byte[(int) size];
        MemorySegment.copy(segment, ValueLayout.JAVA_BYTE, offset, bytes, 0, bytes.length);
        return bytes;
    }

    @Override
    public void close() {
        top = ERRNO_SIZE;
        if (overflow != null) {
            overflow.close();
            overflow = null;
        }
        int place = place();
        for (int i = 0; i < IDLE.length(); i++) {
            if (IDLE.compareAndSet(place + i & IDLE.length() - 1, null, this)) {
                return;
            }
        }
    }

    private static int place() {
        return (int) Thread.currentThread().threadId() & IDLE.length() - 1;
    }

    private Arena overflow() {
        if (overflow == null) {
            overflow = Arena.ofConfined();
        }
        return overflow;
    }
}
