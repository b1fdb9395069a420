package org.socketconsole.descriptor;

import static org.socketconsole.net.SocketConstants.AF_UNIX;
import static org.socketconsole.net.SocketConstants.MSG_ERRQUEUE;
import static org.socketconsole.net.SocketConstants.MSG_PEEK;

import org.jspecify.annotations.Nullable;
import org.socketconsole.access.QuotaException;
import org.socketconsole.call.Call;
import org.socketconsole.call.EpochNanos;
import org.socketconsole.call.InvalidArgumentException;
import org.socketconsole.call.MisplacedException;
import org.socketconsole.descriptor.Sending.Outgoing;
import org.socketconsole.libc.Libc.Received;
import org.socketconsole.libc.Octets;
import org.socketconsole.traffic.Chunk;
import org.socketconsole.traffic.Chunk.Direction;
import org.socketconsole.traffic.Ends;
import org.socketconsole.traffic.Traffic;
import org.socketconsole.traffic.Transport;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// The one owner of the order of bytes in one direction of a kernel's socket. What moves them runs
/// in its turn, and is recorded before the turn ends: put in the order of their offsets, the chunks
/// are the stream. Nothing may wait in a turn, but the kernel for the path of an address.
///
/// Offsets count the bytes of a stream, or the messages where the socket keeps their borders. What
/// is peeked at or comes from the error queue moves nothing. Bytes that `MSG_TRUNC` discards count,
/// though nobody has them. An urgent byte that is read apart stands where the stream stood, and
/// does not count.
///
/// What a repeat names is looked up in the same turn: two calls that repeat one at once do not both
/// move its bytes. What a receive takes that names its place is held until the next names where it
/// ended, since nothing else says that the answer arrived. A receive without a place says that it
/// needs nothing again.
final class Flow {

    private final ReentrantLock turn = new ReentrantLock();
    private final Direction direction;
    private final Transport transport;
    private final Traffic traffic;
    private final Replay replay;
    private final Runnable before;

    /// A send is in the kernel, or about to be recorded. One that looks up a path may stay there.
    private volatile boolean moving;

    private volatile long offset;
    private volatile long bytes;

    /// @param before to be run before anything is recorded
    Flow(Direction direction, Transport transport, Traffic traffic, Runnable before) {
        this.direction = direction;
        this.transport = transport;
        this.traffic = traffic;
        this.replay = new Replay(direction, transport, traffic);
        this.before = before;
    }

    /// Who moves bytes: the socket of the console, its call, and what tells the addresses.
    record Mover(String socketId, Call call, Supplier<Ends> ends) {

        String function() {
            return call.name();
        }

        /// What makes the call in a person's place.
        @Nullable String by() {
            return call.caller().by();
        }
    }

    /// What a receive gave, and the offset of its first byte.
    record Taken(Received received, long offset) {}

    /// Where a receive goes on: the client has everything before `after`, the call so many bytes
    /// since.
    record Place(long after, int got) {

        long offset() {
            return after + got;
        }

        Place plus(int more) {
            return new Place(after, got + more);
        }
    }

    /// How many bytes the kernel took, or `-errno`, and the offset of the first.
    record Given(long count, long offset) {}

    /// The offset at which the next bytes or message will begin.
    long offset() {
        return offset;
    }

    /// Bytes that passed: urgent ones too, and what nobody has, as it was cut or discarded.
    long bytes() {
        return bytes;
    }

    /// Whether there is something at the offset, which is in an argument of this name; nothing yet
    /// at the end of the stream. What is beyond that or gone is an error.
    boolean has(String field, long from) {
        turn.lock();
        try {
            if (from < offset) {
                replay.require(from, offset);
            } else if (from > offset) {
                throw new InvalidArgumentException(field, "is beyond the offset " + offset);
            }
            return from < offset;
        } finally {
            turn.unlock();
        }
    }

    /// Writes what is between the offsets, a chunk at a time: one who reads slowly keeps nothing
    /// alive. An error where it comes to what is not kept.
    void writeTo(OutputStream out, long from, long end) throws IOException {
        for (long next = from; next < end; ) {
            Chunk chunk = replay.require(next, end);
            int skipped = transport.isStream() ? (int) (next - chunk.offset()) : 0;
            out.write(chunk.data(), skipped, chunk.size() - skipped);
            next = chunk.end();
        }
    }

    /// What was received at the place, given again; null where the kernel has to be asked.
    @Nullable Taken again(Place place, int size) {
        turn.lock();
        try {
            return has("after", place.offset())
                    ? new Taken(replay.received(place.offset(), offset, size), place.offset())
                    : null;
        } finally {
            turn.unlock();
        }
    }

    /// Asks the kernel where nothing is to be given again; a receive without a place always does.
    Taken take(
            Mover mover, int flags, @Nullable Place place, int size, Supplier<Received> receive) {
        turn.lock();
        try {
            Taken again = place == null ? null : again(place, size);
            return again == null ? ask(mover, flags, place, receive) : again;
        } finally {
            turn.unlock();
        }
    }

    private Taken ask(Mover mover, int flags, @Nullable Place place, Supplier<Received> receive) {
        if (place != null) {
            hold(place);
        }
        Received received = receive.get();
        long start = offset;
        if (received.size() >= 0 && moves(flags)) {
            if (place == null) {
                traffic.release();
            }
            record(mover, received);
        }
        return new Taken(received, start);
    }

    /// From a client that has all, or has not yet been told what this call got.
    private void hold(Place place) {
        if (place.got == 0 || !traffic.isHolding()) {
            traffic.hold();
        }
        if (traffic.isFull()) {
            throw new QuotaException(
                    "What may be kept of traffic is full of bytes that no client has said it has;"
                            + " they make room by a later `after`, or by a close.");
        }
    }

    /// The most bytes of a stream that a receive which names its place takes.
    int most(int size) {
        return (int) Math.min(size, traffic.largestHeld());
    }

    /// Nobody can ask for it again.
    void release() {
        traffic.release();
    }

    private boolean moves(int flags) {
        int still = MSG_PEEK | (transport.hasErrorQueue() ? MSG_ERRQUEUE : 0);
        return (flags & still) == 0;
    }

    /// What of the data, from `start` on, was sent before; null where the kernel has to be asked,
    /// as where it names no place.
    @Nullable Given again(Outgoing outgoing, int start) {
        if (outgoing.at() == null) {
            return null;
        }
        turn.lock();
        try {
            long place = outgoing.at() + start;
            return place == offset ? null : sentAt(place, outgoing.data().array(), start);
        } finally {
            turn.unlock();
        }
    }

    private Given sentAt(long place, byte[] data, int start) {
        if (place > offset) {
            throw new MisplacedException("at", "leaves a gap after " + offset, offset);
        }
        int same = replay.same(place, offset, data, start);
        if (same < 0) {
            throw new MisplacedException("at", "is where other bytes were sent", offset);
        }
        return new Given(same, place);
    }

    /// Sends a piece of the data, which begins at `start`; the kernel may take less of it.
    Given give(Mover mover, Outgoing outgoing, int start, Octets piece, LongSupplier send) {
        turn.lock();
        try {
            Given again = again(outgoing, start);
            return again == null ? ask(mover, outgoing, piece, send) : again;
        } finally {
            turn.unlock();
        }
    }

    /// Returns when what the kernel has by now is recorded.
    void settle() {
        if (moving) {
            turn.lock();
            turn.unlock();
        }
    }

    private Given ask(Mover mover, Outgoing outgoing, Octets piece, LongSupplier send) {
        if (transport.isTcpStream()) {
            // Its other end may be here, and finds it by its addresses.
            mover.ends.get();
        }
        moving = transport.family() != AF_UNIX || outgoing.opening() == null;
        try {
            return give(mover, outgoing, piece, send);
        } finally {
            moving = false;
        }
    }

    private Given give(Mover mover, Outgoing outgoing, Octets piece, LongSupplier send) {
        long count = send.getAsLong();
        long at = offset;
        if (count >= 0) {
            Octets sent = piece.part(0, (int) count);
            record(mover, sent, sent.size(), outgoing.flags(), outgoing.addr());
            sent.release();
        }
        return new Given(count, at);
    }

    private void record(Mover mover, Received received) {
        record(
                mover,
                received.octets(),
                Math.max(received.size(), received.octets().size()),
                received.msgFlags(),
                received.addr());
    }

    /// The end of a stream is no bytes; an empty message is one.
    private void record(Mover mover, Octets data, int length, int flags, byte[] addr) {
        if (transport.isStream() && length == 0) {
            return;
        }
        before.run();
        Ends ends = mover.ends.get();
        Chunk kept =
                traffic.keep(
                        seq ->
                                new Chunk(
                                        seq,
                                        EpochNanos.now(),
                                        mover.socketId,
                                        direction,
                                        mover.function(),
                                        offset,
                                        data,
                                        length,
                                        flags,
                                        addr,
                                        transport,
                                        ends,
                                        mover.by()));
        mover.call.operation().movedBytes();
        offset = kept.end();
        bytes += length;
    }
}
