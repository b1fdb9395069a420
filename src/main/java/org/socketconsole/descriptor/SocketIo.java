package org.socketconsole.descriptor;

import static org.socketconsole.net.Errno.EAGAIN;
import static org.socketconsole.net.SocketConstants.MSG_CMSG_CLOEXEC;
import static org.socketconsole.net.SocketConstants.MSG_DONTWAIT;
import static org.socketconsole.net.SocketConstants.MSG_ERRQUEUE;
import static org.socketconsole.net.SocketConstants.MSG_NOSIGNAL;
import static org.socketconsole.net.SocketConstants.MSG_OOB;
import static org.socketconsole.net.SocketConstants.MSG_PEEK;
import static org.socketconsole.net.SocketConstants.MSG_WAITALL;
import static org.socketconsole.net.SocketConstants.SOCK_CLOEXEC;
import static org.socketconsole.net.SocketConstants.SOCK_NONBLOCK;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.Call;
import org.socketconsole.call.TimedOutException;
import org.socketconsole.libc.ControlMessage;
import org.socketconsole.libc.Libc;
import org.socketconsole.libc.Libc.Accepted;
import org.socketconsole.libc.Libc.Received;
import org.socketconsole.net.SyscallException;
import org.socketconsole.traffic.Traffic;
import org.socketconsole.traffic.Traffic.How;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// The calls on one descriptor that can wait. The caller is inside the descriptor; the kernel never
/// blocks, [Waiting] does.
///
/// The time-out is the mode that CPython's socket objects have: null blocks, zero is non-blocking,
/// else it is the longest wait of one call.
public final class SocketIo {

    private static final int PIECE = 64 * 1024;

    /// The most bytes that one receive takes into memory, whatever it asks for.
    private static final int LARGEST = 16 * 1024 * 1024;

    private final Libc libc;
    private final Descriptor descriptor;
    private final Kind kind;
    private final Traffic traffic;
    private final Supplier<@Nullable Duration> timeout;
    private final Waiting waiting;
    private final Connecting connecting;

    public SocketIo(
            Libc libc,
            Descriptor descriptor,
            Kind kind,
            Traffic traffic,
            Supplier<@Nullable Duration> timeout) {
        this.libc = libc;
        this.descriptor = descriptor;
        this.kind = kind;
        this.traffic = traffic;
        this.timeout = timeout;
        this.waiting = new Waiting(libc, descriptor, kind);
        this.connecting = new Connecting(libc, descriptor, kind, waiting);
    }

    /// Bytes that the kernel took, and the offset of the first of them.
    public record Sent(long sent, long offset) {}

    /// What a receive gave, and the offset of its first byte.
    public record Chunk(Received received, long offset) {}

    public Descriptor descriptor() {
        return descriptor;
    }

    public Accepted accept(Call call) {
        setNonBlocking();
        return waiting.forInput(
                patience(call, 0),
                () -> {
                    Accepted accepted = libc.accept4(fd(), SOCK_NONBLOCK | SOCK_CLOEXEC);
                    return wouldBlock("accept", accepted.fd()) ? null : accepted;
                });
    }

    public void connect(byte[] addr, Call call) {
        setNonBlocking();
        connecting.connect(addr, patience(call, 0));
    }

    public boolean isConnecting() {
        return connecting.isUnderWay();
    }

    /// Zero bytes are not asked of the kernel, as CPython does it.
    public Chunk recv(int bufsize, int flags, Call call) {
        return bufsize == 0
                ? new Chunk(received(new byte[0]), traffic.receivedOffset())
                : receive(bufsize, flags, call, (size, bits) -> libc.recv(fd(), size, bits));
    }

    public Chunk recvfrom(int bufsize, int flags, Call call) {
        return receive(bufsize, flags, call, (size, bits) -> libc.recvfrom(fd(), size, bits));
    }

    public Chunk recvmsg(int bufsize, int ancbufsize, int flags, Call call) {
        return receive(
                bufsize,
                flags | MSG_CMSG_CLOEXEC,
                call,
                (size, bits) -> libc.recvmsg(fd(), size, ancbufsize, bits));
    }

    /// As the kernel has it: in blocking mode all of a stream's bytes, else those that go at once.
    public Sent send(byte[] data, int flags, Call call) {
        if (!kind.isStream()) {
            return message(
                    data, flags, null, call, bits -> libc.send(fd(), data, 0, data.length, bits));
        }
        Pieces pieces = new Pieces(data, flags, call);
        try {
            pieces.send(timeout.get() == null);
        } catch (SyscallException | TimedOutException end) {
            if (pieces.done == 0) {
                throw end;
            }
        }
        return pieces.sent();
    }

    /// Sends all of it, or says in its error how much had gone.
    public Sent sendall(byte[] data, int flags, Call call) {
        if (!kind.isStream()) {
            return send(data, flags, call);
        }
        Pieces pieces = new Pieces(data, flags, call);
        try {
            pieces.send(true);
            return pieces.sent();
        } catch (TimedOutException end) {
            throw pieces.done == 0 ? end : end.afterSending(pieces.done);
        } catch (SyscallException end) {
            throw pieces.done == 0
                    ? end
                    : new SyscallException(call.name(), end.number(), (long) pieces.done);
        }
    }

    public Sent sendto(byte[] data, int flags, byte[] addr, Call call) {
        return message(data, flags, addr, call, bits -> libc.sendto(fd(), data, bits, addr));
    }

    public Sent sendmsg(
            List<byte[]> buffers,
            List<ControlMessage> control,
            byte @Nullable [] addr,
            int flags,
            Call call) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        buffers.forEach(joined::writeBytes);
        return message(
                joined.toByteArray(),
                flags,
                addr,
                call,
                bits -> libc.sendmsg(fd(), buffers, control, addr, bits));
    }

    @FunctionalInterface
    private interface Receive {
        Received run(int size, int flags);
    }

    @FunctionalInterface
    private interface Send {
        long run(int flags);
    }

    private Chunk receive(int bufsize, int flags, Call call, Receive receive) {
        Patience patience = patience(call, flags);
        Received first = receiveOnce(bufsize, flags, patience, receive);
        boolean moves = (flags & (MSG_PEEK | MSG_ERRQUEUE)) == 0;
        long offset = moves ? traffic.received(first, call.name()) : traffic.receivedOffset();
        boolean all = moves && kind.isStream() && patience.isBlocking();
        return new Chunk(
                all && (flags & MSG_WAITALL) != 0
                        ? fill(first, bufsize, flags, patience, receive)
                        : first,
                offset);
    }

    private Received receiveOnce(int bufsize, int flags, Patience patience, Receive receive) {
        return waiting.forInput(
                patience,
                () -> {
                    Received received = receive.run(room(bufsize), flags | MSG_DONTWAIT);
                    return wouldBlock(patience.call(), received.size()) ? null : received;
                });
    }

    /// `MSG_WAITALL`, which the kernel leaves undone on a descriptor that does not block. It ends
    /// with the first bytes that came with descriptors.
    private Received fill(
            Received first, int bufsize, int flags, Patience patience, Receive receive) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(first.data());
        int wanted = Math.min(bufsize, LARGEST);
        List<ControlMessage> control = new ArrayList<>(first.control());
        try {
            for (int last = first.size();
                    last > 0 && all.size() < wanted && !Descriptors.areIn(control); ) {
                Received next = receiveOnce(wanted - all.size(), flags, patience, receive);
                traffic.received(next, patience.call());
                all.writeBytes(next.data());
                control.addAll(next.control());
                patience.progress(all.size());
                last = next.size();
            }
        } catch (SyscallException | TimedOutException end) {
            // What has come is the answer, as in the kernel; the next call meets the error.
        }
        return new Received(all.size(), all.toByteArray(), first.addr(), control, first.msgFlags());
    }

    /// A buffer grows with what the kernel holds, not with what is asked for.
    private int room(int bufsize) {
        if (bufsize <= PIECE) {
            return bufsize;
        }
        int held = libc.ioctl(fd(), Libc.FIONREAD);
        return Math.min(bufsize, Math.clamp(held >= 0 ? held : LARGEST / 16, PIECE, LARGEST));
    }

    private Sent message(byte[] data, int flags, byte @Nullable [] addr, Call call, Send send) {
        long count =
                waiting.forOutput(patience(call, flags), () -> sendOnce(call.name(), flags, send));
        How how = new How(call.name(), flags, addr == null ? new byte[0] : addr);
        return new Sent(count, traffic.sent(data, 0, (int) count, how));
    }

    private static @Nullable Long sendOnce(String function, int flags, Send send) {
        long count = send.run(flags | MSG_DONTWAIT | MSG_NOSIGNAL);
        return wouldBlock(function, count) ? null : count;
    }

    private int fd() {
        return descriptor.fd();
    }

    private static Received received(byte[] data) {
        return new Received(data.length, data, new byte[0], List.of(), 0);
    }

    private static boolean wouldBlock(String function, long result) {
        if (result != -EAGAIN) {
            SyscallException.check(function, result);
        }
        return result == -EAGAIN;
    }

    private Patience patience(Call call, int flags) {
        boolean never = (flags & (MSG_DONTWAIT | MSG_OOB | MSG_ERRQUEUE)) != 0;
        return never ? Patience.none(call) : Patience.of(timeout.get(), call);
    }

    /// A descriptor that came from outside shares its flags with whoever sent it: they are left
    /// alone until a call needs them that, unlike `recv`, has no flag of its own for it.
    private void setNonBlocking() {
        int flags = libc.fcntl(fd(), Libc.F_GETFL, 0);
        if ((flags & Libc.O_NONBLOCK) == 0) {
            libc.fcntl(fd(), Libc.F_SETFL, flags | Libc.O_NONBLOCK);
        }
    }

    /// A stream's bytes piece by piece, so that no native buffer of their whole size is needed.
    private final class Pieces {
        private final byte[] data;
        private final int flags;
        private final Call call;
        private final long offset = traffic.sentOffset();
        private final How how;
        private int done;

        Pieces(byte[] data, int flags, Call call) {
            this.how = new How(call.name(), flags, new byte[0]);
            call.operation().total(data.length);
            this.data = data;
            this.flags = flags;
            this.call = call;
        }

        /// In one go, so that the pieces of two sends do not mix.
        void send(boolean all) {
            waiting.queueForOutput(patience(call, flags), patience -> pieces(patience, all));
        }

        private void pieces(Patience patience, boolean all) {
            do {
                boolean enough = done > 0 && !all;
                long count =
                        waiting.forOutput(enough ? Patience.none(call) : patience, this::piece);
                traffic.sent(data, done, (int) count, how);
                done += (int) count;
                patience.progress(done);
            } while (done < data.length);
        }

        Sent sent() {
            return new Sent(done, offset);
        }

        /// The urgent byte is the last of all.
        private @Nullable Long piece() {
            int length = Math.min(PIECE, data.length - done);
            boolean last = done + length == data.length;
            return sendOnce(
                    call.name(),
                    last ? flags : flags & ~MSG_OOB,
                    bits -> libc.send(fd(), data, done, length, bits));
        }
    }
}
