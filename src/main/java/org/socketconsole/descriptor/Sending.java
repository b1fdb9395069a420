package org.socketconsole.descriptor;

import static org.socketconsole.net.Errno.EAGAIN;
import static org.socketconsole.net.SocketConstants.MSG_DONTWAIT;
import static org.socketconsole.net.SocketConstants.MSG_FASTOPEN;
import static org.socketconsole.net.SocketConstants.MSG_NOSIGNAL;
import static org.socketconsole.net.SocketConstants.MSG_OOB;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.MisplacedException;
import org.socketconsole.call.TimedOutException;
import org.socketconsole.descriptor.Flow.Given;
import org.socketconsole.descriptor.Flow.Mover;
import org.socketconsole.descriptor.SocketIo.Sent;
import org.socketconsole.libc.Octets;
import org.socketconsole.net.SyscallException;

import java.util.function.IntToLongFunction;

/// One send: a message in one system call, a stream's bytes piece by piece, so that no native
/// buffer of their whole size is needed.
final class Sending {

    private static final int PIECE = 64 * 1024;

    private final Wire wire;
    private final Mover mover;
    private final Patience patience;
    private final Outgoing outgoing;
    private final Octets data;
    private boolean opened;

    /// Whether it ends where others have sent after what it has done: it tells of bytes that follow
    /// each other.
    private boolean together;

    private int done;

    /// How many bytes of it were sent before.
    private int before;

    private long offset;

    /// What is sent.
    ///
    /// @param at the offset where it belongs, null for wherever the stream is
    /// @param addr where to, or none
    /// @param opening the system call that it begins with, by its flags; null is send(2)
    record Outgoing(
            Octets data,
            int flags,
            @Nullable Long at,
            byte[] addr,
            @Nullable IntToLongFunction opening) {

        Outgoing(
                byte[] data,
                int flags,
                @Nullable Long at,
                byte[] addr,
                @Nullable IntToLongFunction opening) {
            this(Octets.of(data), flags, at, addr, opening);
        }
    }

    Sending(Wire wire, Mover mover, Patience patience, Outgoing outgoing) {
        this.wire = wire;
        this.mover = mover;
        this.patience = patience;
        this.outgoing = outgoing;
        this.data = outgoing.data;
        this.opened = outgoing.opening == null;
    }

    /// As the kernel has it: in blocking mode all of a stream's bytes, else those that go at once;
    /// fewer where another call's bytes came between, who does not wait and so does not queue.
    Sent some() {
        together = true;
        try {
            send(patience.isBlocking());
        } catch (SyscallException | TimedOutException | MisplacedException end) {
            if (done == 0) {
                throw end;
            }
        }
        return new Sent(done, offset);
    }

    /// All of it; an error says how much had gone.
    Sent all() {
        try {
            send(true);
            return new Sent(done, offset);
        } catch (TimedOutException end) {
            throw done == 0 ? end : end.afterSending(done, offset + done);
        } catch (SyscallException end) {
            throw done == 0 ? end : end.afterSending(mover.function(), done, offset + done);
        }
    }

    /// In one go, so that the pieces of two sends that wait do not mix.
    private void send(boolean all) {
        Given again = wire.sent().again(outgoing, 0);
        if (again != null) {
            note(again);
            before = done;
        }
        if (again == null || done < data.size()) {
            go(all);
        }
    }

    private void go(boolean all) {
        if (!wire.transport().isStream()) {
            next(patience);
            return;
        }
        wire.waiting().queueForOutput(patience, queued -> pieces(queued, all));
    }

    private void pieces(Patience queued, boolean all) {
        do {
            next(done > before && !all ? queued.none() : queued);
            patience.progress(done);
        } while (done < data.size());
    }

    private void next(Patience now) {
        note(wire.waiting().forOutput(now, this::attempt));
    }

    private void note(Given given) {
        if (done == 0) {
            offset = given.offset();
        }
        done += (int) given.count();
    }

    /// Null where it would block. A send that begins a handshake, by `MSG_FASTOPEN` or on a socket
    /// of `TCP_FASTOPEN_CONNECT`, waits for its end in blocking mode.
    private @Nullable Given attempt() {
        Given given = give();
        if (patience.isBlocking() && wire.connecting().goesOn(given.count())) {
            wire.connecting().finish(patience);
            opened = true;
            return attempt();
        }
        if (given.count() == -EAGAIN) {
            return null;
        }
        SyscallException.check(mover.function(), given.count());
        opened = true;
        return given;
    }

    private Given give() {
        Octets piece = piece();
        try {
            return wire.sent().give(mover, outgoing, done, piece, () -> run(piece));
        } finally {
            piece.release();
        }
    }

    /// Where it is in a block the kernel reads what the chunk keeps.
    private Octets piece() {
        int left = data.size() - done;
        boolean isWhole = isOpening() || !wire.transport().isStream();
        return data.part(done, isWhole ? left : Math.min(PIECE, left));
    }

    private boolean isOpening() {
        return !opened && outgoing.opening != null;
    }

    private long run(Octets piece) {
        requireToFollow();
        int ours = MSG_DONTWAIT | MSG_NOSIGNAL;
        return outgoing.opening != null && !opened
                ? outgoing.opening.applyAsLong(outgoing.flags | ours)
                : wire.libc().send(wire.fd(), piece, flags(piece) | ours);
    }

    private void requireToFollow() {
        long next = wire.sent().offset();
        if (together && done > 0 && next != offset + done) {
            throw new MisplacedException("data", "is not all sent: others' came between", next);
        }
    }

    /// The urgent byte is the last of all, and a connection is opened by the first alone.
    private int flags(Octets piece) {
        boolean isLast = piece.size() == data.size() - done;
        boolean opens = outgoing.opening == null && done == 0;
        return outgoing.flags & (isLast ? -1 : ~MSG_OOB) & (opens ? -1 : ~MSG_FASTOPEN);
    }
}
