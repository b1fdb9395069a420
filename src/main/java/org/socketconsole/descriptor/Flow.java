package org.socketconsole.descriptor;

import static org.socketconsole.net.SocketConstants.MSG_ERRQUEUE;
import static org.socketconsole.net.SocketConstants.MSG_PEEK;

import org.jspecify.annotations.Nullable;
import org.socketconsole.libc.Libc.Received;
import org.socketconsole.traffic.Chunk;
import org.socketconsole.traffic.Chunk.Direction;
import org.socketconsole.traffic.Ends;
import org.socketconsole.traffic.Traffic;
import org.socketconsole.traffic.Transport;

import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// The one owner of the order of bytes in one direction of a kernel's socket. What moves them runs
/// in its turn, and is recorded before the turn ends: put in the order of their offsets, the chunks
/// are the stream. Nothing may wait in a turn.
///
/// Offsets count the bytes of a stream, or the messages where the socket keeps their borders. What
/// is peeked at or comes from the error queue moves nothing. Bytes that `MSG_TRUNC` discards count,
/// though nobody has them. An urgent byte that is read apart stands where the stream stood, and
/// does not count.
public final class Flow {

    private final ReentrantLock turn = new ReentrantLock();
    private final Direction direction;
    private final Transport transport;
    private final Traffic traffic;
    private volatile long offset;
    private volatile long bytes;

    Flow(Direction direction, Transport transport, Traffic traffic) {
        this.direction = direction;
        this.transport = transport;
        this.traffic = traffic;
    }

    /// Who moves bytes: the socket of the console, its call, and what tells the addresses.
    record Mover(String socketId, String call, Supplier<Ends> ends) {}

    /// What a receive gave, and the offset of its first byte.
    record Taken(Received received, long offset) {}

    /// How many bytes the kernel took, or `-errno`, and the offset of the first.
    record Given(long count, long offset) {}

    /// The offset at which the next bytes or message will begin.
    public long offset() {
        return offset;
    }

    /// Bytes that passed, urgent ones too.
    public long bytes() {
        return bytes;
    }

    /// The kept chunk whose bytes the offset is among, or whose message it numbers.
    public @Nullable Chunk at(long offset) {
        return traffic.at(direction, offset);
    }

    Taken take(Mover mover, int flags, Supplier<Received> receive) {
        turn.lock();
        try {
            Received received = receive.get();
            long start = offset;
            if (received.size() >= 0 && moves(flags)) {
                record(mover, received);
            }
            return new Taken(received, start);
        } finally {
            turn.unlock();
        }
    }

    private boolean moves(int flags) {
        int still = MSG_PEEK | (transport.hasErrorQueue() ? MSG_ERRQUEUE : 0);
        return (flags & still) == 0;
    }

    /// `data` may hold more than what the kernel takes of it from `start` on.
    Given give(Mover mover, int flags, byte[] addr, byte[] data, int start, LongSupplier send) {
        turn.lock();
        try {
            long count = send.getAsLong();
            long at = offset;
            if (count >= 0) {
                boolean whole = start == 0 && count == data.length;
                int end = start + (int) count;
                byte[] sent = whole ? data : Arrays.copyOfRange(data, start, end);
                record(mover, sent, sent.length, flags, addr);
            }
            return new Given(count, at);
        } finally {
            turn.unlock();
        }
    }

    private void record(Mover mover, Received received) {
        record(
                mover,
                received.data(),
                Math.max(received.size(), received.data().length),
                received.msgFlags(),
                received.addr());
    }

    /// The end of a stream is no bytes; an empty message is one.
    private void record(Mover mover, byte[] data, int length, int flags, byte[] addr) {
        if (transport.isStream() && length == 0) {
            return;
        }
        Ends ends = mover.ends.get();
        Instant now = Instant.now();
        Chunk kept =
                traffic.keep(
                        seq ->
                                new Chunk(
                                        seq,
                                        now,
                                        mover.socketId,
                                        direction,
                                        mover.call,
                                        offset,
                                        data,
                                        length,
                                        flags,
                                        addr,
                                        transport,
                                        ends));
        offset = kept.end();
        bytes += data.length;
    }
}
