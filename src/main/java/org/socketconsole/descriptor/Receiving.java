package org.socketconsole.descriptor;

import static org.socketconsole.net.Errno.EAGAIN;
import static org.socketconsole.net.Errno.EFAULT;
import static org.socketconsole.net.SocketConstants.AF_UNIX;
import static org.socketconsole.net.SocketConstants.MSG_CMSG_CLOEXEC;
import static org.socketconsole.net.SocketConstants.MSG_CTRUNC;
import static org.socketconsole.net.SocketConstants.MSG_DONTWAIT;
import static org.socketconsole.net.SocketConstants.MSG_ERRQUEUE;
import static org.socketconsole.net.SocketConstants.MSG_PEEK;
import static org.socketconsole.net.SocketConstants.MSG_TRUNC;
import static org.socketconsole.net.SocketConstants.MSG_WAITALL;
import static org.socketconsole.net.SocketConstants.SOL_SOCKET;
import static org.socketconsole.net.SocketConstants.SO_PASSCRED;
import static org.socketconsole.net.SocketConstants.SO_PASSPIDFD;
import static org.socketconsole.net.SocketConstants.SO_PASSSEC;
import static org.socketconsole.net.SocketConstants.SO_RCVLOWAT;

import org.jspecify.annotations.Nullable;
import org.socketconsole.access.QuotaException;
import org.socketconsole.call.GoneException;
import org.socketconsole.call.InvalidArgumentException;
import org.socketconsole.call.TimedOutException;
import org.socketconsole.descriptor.Flow.Mover;
import org.socketconsole.descriptor.Flow.Place;
import org.socketconsole.descriptor.Flow.Taken;
import org.socketconsole.libc.ControlMessage;
import org.socketconsole.libc.Libc;
import org.socketconsole.libc.Libc.Received;
import org.socketconsole.net.SyscallException;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/// One receive: `recv`, `recvfrom` and `recvmsg` differ in what is asked for, not in how.
final class Receiving {

    private static final int PIECE = 64 * 1024;

    /// The most bytes that one receive takes into memory, whatever it asks for.
    private static final int LARGEST = 16 * 1024 * 1024;

    private static final List<Integer> TELL_THE_SENDER =
            List.of(SO_PASSCRED, SO_PASSPIDFD, SO_PASSSEC);

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

    /// `MSG_WAITALL` and `SO_RCVLOWAT` are left undone by the kernel on a descriptor that does not
    /// block.
    Taken receive(int bufsize) {
        boolean stream = wire.transport().isStream();
        int size = stream && place != null ? wire.received().most(bufsize) : bufsize;
        if (!waitsForMore()) {
            return receiveOnce(size, this::ask);
        }
        requireAll(bufsize, Math.min(size, LARGEST));
        return has(MSG_PEEK) ? peekAtEnough(size) : receiveEnough(size);
    }

    /// Outside of TCP the kernel peeks at what there is, and waits for nothing more.
    private boolean waitsForMore() {
        return wire.transport().isStream()
                && patience.isBlocking()
                && (!has(MSG_PEEK) || wire.transport().isTcpStream());
    }

    private boolean isEnough(int size, int bufsize) {
        return size >= bufsize || !has(MSG_WAITALL) && size >= option(SO_RCVLOWAT);
    }

    private void requireAll(int bufsize, int most) {
        if (has(MSG_WAITALL) && bufsize > most) {
            throw new InvalidArgumentException(
                    "bufsize", "must be at most " + most + " with MSG_WAITALL");
        }
    }

    /// What is there at once; null where that is nothing.
    @Nullable Taken receiveNow(int bufsize) {
        return attempt(bufsize, this::ask);
    }

    private Taken receiveOnce(int bufsize, IntFunction<Received> ask) {
        Taken again = again(bufsize);
        return again == null
                ? wire.waiting().forInput(patience, () -> attempt(bufsize, ask), this::end)
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

    private Taken receiveEnough(int bufsize) {
        Taken first = receiveOnce(bufsize, this::ask);
        return isEnough(first.received().size(), bufsize) ? first : receiveMore(first, bufsize);
    }

    private Taken receiveMore(Taken first, int bufsize) {
        Received part = first.received();
        Gathered gathered = new Gathered(part);
        Place start = place;
        try {
            while (goesOn(part) && !isEnough(gathered.size, bufsize)) {
                place = start == null ? null : start.plus(gathered.size);
                part = receiveOnce(bufsize - gathered.size, this::askOn).received();
                gathered.add(part);
                patience.progress(gathered.size);
            }
        } catch (SyscallException | TimedOutException | QuotaException | GoneException end) {
            // What has come is the answer, as in the kernel; the next call meets the error.
        }
        return new Taken(gathered.received(), first.offset());
    }

    /// As in the kernel descriptors end it, also those that had no room, and so does the end.
    private boolean goesOn(Received part) {
        return part.size() > 0 && !Descriptors.areIn(part.control()) && !isWithoutDescriptors(part);
    }

    /// With the options that have the kernel tell the sender, it may be only that which had no
    /// room: nothing says so.
    private boolean isWithoutDescriptors(Received part) {
        return (part.msgFlags() & MSG_CTRUNC) != 0
                && wire.transport().family() == AF_UNIX
                && TELL_THE_SENDER.stream().noneMatch(this::isOn);
    }

    private boolean isOn(int optname) {
        return option(optname) != 0;
    }

    private int option(int optname) {
        byte[] value = new byte[Integer.BYTES];
        wire.libc().getsockopt(wire.fd(), SOL_SOCKET, optname, value);
        return ByteBuffer.wrap(value).order(ByteOrder.nativeOrder()).getInt();
    }

    /// What comes behind a piece of all. One call of the kernel ends before an urgent byte and
    /// before an error: another would step over the one and use up the other. Only bytes that are
    /// held before the mark is asked for are surely not behind one.
    private Received askOn(int bufsize) {
        boolean ended = wire.waiting().isShut();
        int held = wire.libc().ioctl(wire.fd(), Libc.FIONREAD);
        int marked = wire.libc().ioctl(wire.fd(), Libc.SIOCATMARK);
        if (marked < 0 || marked == 0 && held > 0) {
            return ask(bufsize);
        }
        return counted(ended || marked > 0 ? 0 : -EAGAIN);
    }

    private Taken peekAtEnough(int bufsize) {
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
                                // Before the peek, which then has all that came before them.
                                boolean ends = wire.waiting().isShut() || isMarkAhead();
                                Taken taken = attempt(bufsize, this::ask);
                                last[0] = taken == null ? last[0] : taken;
                                return ends || hasEnough(taken, bufsize) ? taken : null;
                            });
        } catch (SyscallException | TimedOutException end) {
            if (last[0] == null) {
                throw end;
            }
            return last[0];
        }
    }

    private boolean hasEnough(@Nullable Taken taken, int bufsize) {
        return taken != null && isEnough(taken.received().size(), bufsize);
    }

    /// Whether a peek ends at an urgent byte; over one that is next it looks away.
    private boolean isMarkAhead() {
        return (wire.descriptor().poll(Libc.POLLPRI) & Libc.POLLPRI) != 0
                && wire.libc().ioctl(wire.fd(), Libc.SIOCATMARK) == 0;
    }

    /// Null where it would block.
    private @Nullable Taken attempt(int bufsize, IntFunction<Received> ask) {
        int wanted = wanted(bufsize);
        Taken taken = wire.received().take(mover, flags, place, wanted, () -> ask.apply(bufsize));
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

    /// What several receives gave.
    private static final class Gathered {
        private final ByteArrayOutputStream data = new ByteArrayOutputStream();
        private final List<ControlMessage> control = new ArrayList<>();
        private final byte[] addr;
        private int size;
        private int msgFlags;

        Gathered(Received first) {
            addr = first.addr();
            add(first);
        }

        void add(Received part) {
            data.writeBytes(part.data());
            part.octets().release();
            part.control().forEach(this::put);
            size += part.size();
            msgFlags |= part.msgFlags();
        }

        /// One call tells each kind once, and of senders all.
        private void put(ControlMessage message) {
            control.removeIf(message::replaces);
            control.add(message);
        }

        Received received() {
            return new Received(size, data.toByteArray(), addr, control, msgFlags);
        }
    }
}
