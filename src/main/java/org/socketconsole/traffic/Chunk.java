package org.socketconsole.traffic;

import static org.socketconsole.net.SocketConstants.MSG_OOB;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.EpochNanos;
import org.socketconsole.libc.Octets;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// The bytes that one call moved.
///
/// @param seq its place among all chunks, from 1 on
/// @param nanos when that was, see [EpochNanos]
/// @param socketId of the descriptor that it passed
/// @param offset the place of its first byte in the stream of the kernel's socket in that
///   direction, or the number of the message
/// @param octets its bytes; many are read through [#whole] by those that do not hold them
/// @param length what a message had before it was cut, or how many bytes of the stream were
///   discarded by `MSG_TRUNC`; else that of the data
/// @param flags those of the call, or of a received message
/// @param address the address that the call gave or got; none is empty
/// @param by what made the call in a person's place, null for a client
public record Chunk(
        long seq,
        long nanos,
        String socketId,
        Direction direction,
        String call,
        long offset,
        Octets octets,
        int length,
        int flags,
        byte[] address,
        Transport transport,
        Ends ends,
        @Nullable String by) {

    /// Bytes that a chunk takes besides its data, roughly.
    private static final int OVERHEAD = 256;

    private static final byte[] NONE = {};

    /// Which way the bytes went.
    public enum Direction {
        SENT,
        RECEIVED;

        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Instant time() {
        return EpochNanos.instant(nanos);
    }

    /// Its bytes, which are not to be changed; none where they have given way.
    public byte[] data() {
        return first(size());
    }

    /// At most so many of them.
    public byte[] first(int most) {
        if (!octets.hold()) {
            return NONE;
        }
        try {
            return octets.array(0, Math.min(most, size()));
        } finally {
            octets.release();
        }
    }

    /// How many bytes it has.
    public int size() {
        return octets.size();
    }

    /// With its bytes on the heap, where they stay whatever gives way; empty where they have.
    public Optional<Chunk> whole() {
        if (octets instanceof Octets.InArray) {
            return Optional.of(this);
        }
        byte[] data = data();
        return data.length < size() ? Optional.empty() : Optional.of(with(Octets.of(data)));
    }

    Chunk with(Octets other) {
        return new Chunk(
                seq, nanos, socketId, direction, call, offset, other, length, flags, address,
                transport, ends, by);
    }

    public Chunk withSeq(long other) {
        return new Chunk(
                other, nanos, socketId, direction, call, offset, octets, length, flags, address,
                transport, ends, by);
    }

    /// The offset of what comes after it. An urgent byte that was read apart is not in the stream.
    public long end() {
        if (direction == Direction.RECEIVED && (flags & MSG_OOB) != 0) {
            return offset;
        }
        return offset + (transport.isStream() ? length : 1);
    }

    /// Whether it has what its offsets count: nobody has what was discarded, and an urgent byte
    /// that was read apart is not counted.
    boolean isReplayable() {
        return end() > offset && (!transport.isStream() || isWhole());
    }

    /// Whether all that passed is here: nothing was cut off a message, or discarded.
    public boolean isWhole() {
        return size() == length;
    }

    long weight() {
        return OVERHEAD + octets.weight();
    }
}
