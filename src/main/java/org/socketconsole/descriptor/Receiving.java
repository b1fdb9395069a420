package org.socketconsole.descriptor;

import static org.socketconsole.net.Errno.EAGAIN;
import static org.socketconsole.net.Errno.EFAULT;
import static org.socketconsole.net.SocketConstants.AF_UNIX;
import static org.socketconsole.net.SocketConstants.MSG_CMSG_CLOEXEC;
import static org.socketconsole.net.SocketConstants.MSG_DONTWAIT;
import static org.socketconsole.net.SocketConstants.MSG_ERRQUEUE;
import static org.socketconsole.net.SocketConstants.MSG_PEEK;
import static org.socketconsole.net.SocketConstants.MSG_TRUNC;
import static org.socketconsole.net.SocketConstants.MSG_WAITALL;

import org.jspecify.annotations.Nullable;
import org.socketconsole.access.QuotaException;
import org.socketconsole.call.GoneException;
import org.socketconsole.call.TimedOutException;
import org.socketconsole.descriptor.Flow.Mover;
import org.socketconsole.descriptor.Flow.Place;
import org.socketconsole.descriptor.Flow.Taken;
import org.socketconsole.libc.ControlMessage;
import org.socketconsole.libc.Libc;
import org.socketconsole.libc.Libc.Received;
import org.socketconsole.net.SyscallException;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/// One receive: `recv`, `recvfrom` and `recvmsg` differ in what is asked for, not in how.
final class Receiving {

    private static final int PIECE = 64 * 1024;

    /// The most bytes that one receive takes into memory, whatever it asks for.
    private static final int LARGEST = 16 * 1024 * 1024;

    private static final byte[] NONE = {};

    private final Wire wire;
    private final Mover mover;
    private final int ancbufsize;
    private final int flags;
    private final Patience patience;
    private @Nullable Place place;

    /// @param place where it goes on, null for wherever the stream is
    Receiving(
            Wire wire,
            Mover mover,
            int ancbufsize,
            int flags,
            @Nullable Place place,
            Patience patience) {
        this.wire = wire;
        this.mover = mover;
        this.ancbufsize = ancbufsize;
        this.flags = flags;
        this.place = place;
        this.patience = patience;
    }

    /// So many bytes of which nobody has any.
    static Received counted(int size) {
        return new Received(size, NONE, NONE, List.of(), 0);
    }

    /// `MSG_WAITALL` is left undone by the kernel on a descriptor that does not block.
    Taken receive(int bufsize) {
        boolean stream = wire.transport().isStream();
        int size = stream && place != null ? wire.received().most(bufsize) : bufsize;
        if (!stream || !has(MSG_WAITALL) || !patience.isBlocking()) {
            return receiveOnce(size);
        }
        return has(MSG_PEEK) ? peekAtAll(size) : receiveAll(size);
    }

    /// What is there at once; null where that is nothing.
    @Nullable Taken receiveNow(int bufsize) {
        return attempt(bufsize);
    }

    private Taken receiveOnce(int bufsize) {
        Taken again = again(bufsize);
        return again == null
                ? wire.waiting().forInput(patience, () -> attempt(bufsize), this::end)
                : again;
    }

    /// What is kept is given before the queue of those that wait for more.
    private @Nullable Taken again(int bufsize) {
        return place == null ? null : wire.received().again(place, wanted(bufsize));
    }

    private Taken end() {
        return new Taken(discarded(0), wire.received().offset());
    }

    /// The kernel gives this flag back whatever it received.
    private Received discarded(int size) {
        return counted(size).withFlags(flags & MSG_CMSG_CLOEXEC);
    }

    private Taken receiveAll(int bufsize) {
        Taken first = receiveOnce(bufsize);
        Gathered gathered = new Gathered(first.received());
        int wanted = wanted(bufsize);
        Place start = place;
        try {
            while (gathered.goesOn && gathered.size < wanted) {
                place = start == null ? null : start.plus(gathered.size);
                gathered.add(receiveOnce(wanted - gathered.size).received());
                patience.progress(gathered.size);
            }
        } catch (SyscallException | TimedOutException | QuotaException | GoneException end) {
            // What has come is the answer, as in the kernel; the next call meets the error.
        }
        return new Taken(gathered.received(), first.offset());
    }

    private Taken peekAtAll(int bufsize) {
        Taken again = again(bufsize);
        if (again != null) {
            return again;
        }
        Taken[] last = new Taken[1];
        try {
            return wire.waiting()
                    .forInput(
                            patience,
                            () -> {
                                // Before the peek, which then has all that came before the end.
                                boolean ended = wire.waiting().isShut();
                                Taken taken = attempt(bufsize);
                                last[0] = taken == null ? last[0] : taken;
                                return ended || hasAll(taken, bufsize) ? taken : null;
                            });
        } catch (SyscallException | TimedOutException end) {
            if (last[0] == null) {
                throw end;
            }
            return last[0];
        }
    }

    private static boolean hasAll(@Nullable Taken taken, int bufsize) {
        return taken != null && taken.received().size() >= wanted(bufsize);
    }

    /// Null where it would block.
    private @Nullable Taken attempt(int bufsize) {
        Taken taken =
                wire.received().take(mover, flags, place, wanted(bufsize), () -> ask(bufsize));
        int size = taken.received().size();
        if (size == -EAGAIN) {
            return null;
        }
        SyscallException.check(mover.function(), size);
        return taken;
    }

    /// A message is always asked for its length: whether it was cut is told, who would ask for it
    /// or not. Only AF_UNIX passes descriptors, and AF_PACKET refuses a flag that it does not know.
    private Received ask(int bufsize) {
        if (discards()) {
            int count = wire.libc().recv(wire.fd(), bufsize, flags | MSG_DONTWAIT);
            if (count != -EFAULT) {
                return discarded(count);
            }
        }
        int whole = wire.transport().isStream() ? flags & ~MSG_TRUNC : flags | MSG_TRUNC;
        int ours = MSG_DONTWAIT | (wire.transport().family() == AF_UNIX ? MSG_CMSG_CLOEXEC : 0);
        Received received = wire.libc().recvmsg(wire.fd(), room(bufsize), ancbufsize, whole | ours);
        return received.withFlags(received.msgFlags() & (flags | ~MSG_CMSG_CLOEXEC));
    }

    /// TCP counts what it discards, and writes nothing, see tcp(7).
    private boolean discards() {
        return has(MSG_TRUNC) && !has(MSG_ERRQUEUE) && wire.transport().isTcpStream();
    }

    /// A buffer grows with what the kernel holds, not with what is asked for.
    private int room(int bufsize) {
        if (bufsize <= PIECE) {
            return bufsize;
        }
        int held = wire.libc().ioctl(wire.fd(), Libc.FIONREAD);
        return Math.min(bufsize, Math.clamp(held >= 0 ? held : LARGEST / 16, PIECE, LARGEST));
    }

    private static int wanted(int bufsize) {
        return Math.min(bufsize, LARGEST);
    }

    private boolean has(int flag) {
        return (flags & flag) != 0;
    }

    /// What several receives gave. As in the kernel descriptors end it, and so does the end.
    private static final class Gathered {
        private final ByteArrayOutputStream data = new ByteArrayOutputStream();
        private final List<ControlMessage> control = new ArrayList<>();
        private final byte[] addr;
        private int size;
        private int msgFlags;
        private boolean goesOn;

        Gathered(Received first) {
            addr = first.addr();
            add(first);
        }

        void add(Received part) {
            data.writeBytes(part.data());
            part.octets().release();
            control.addAll(part.control());
            size += part.size();
            msgFlags |= part.msgFlags();
            goesOn = part.size() > 0 && !Descriptors.areIn(part.control());
        }

        Received received() {
            return new Received(size, data.toByteArray(), addr, control, msgFlags);
        }
    }
}
