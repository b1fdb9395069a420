package org.socketconsole.descriptor;

import static org.socketconsole.net.Errno.EAGAIN;
import static org.socketconsole.net.Errno.EINVAL;
import static org.socketconsole.net.SocketConstants.MSG_DONTWAIT;
import static org.socketconsole.net.SocketConstants.MSG_ERRQUEUE;
import static org.socketconsole.net.SocketConstants.MSG_OOB;
import static org.socketconsole.net.SocketConstants.SOCK_CLOEXEC;
import static org.socketconsole.net.SocketConstants.SOCK_NONBLOCK;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.Call;
import org.socketconsole.call.InvalidArgumentException;
import org.socketconsole.call.Streamed;
import org.socketconsole.descriptor.Flow.Mover;
import org.socketconsole.descriptor.Flow.Place;
import org.socketconsole.descriptor.Flow.Taken;
import org.socketconsole.descriptor.Sending.Outgoing;
import org.socketconsole.libc.ControlMessage;
import org.socketconsole.libc.Libc;
import org.socketconsole.libc.Libc.Accepted;
import org.socketconsole.libc.Libc.Received;
import org.socketconsole.net.SyscallException;
import org.socketconsole.traffic.Transport;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.IntToLongFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// The calls on one descriptor that can wait. The caller is inside the descriptor; the kernel never
/// blocks, [Waiting] does.
///
/// The time-out is the mode that CPython's socket objects have: null blocks, zero is non-blocking,
/// else it is the longest wait of one call.
public final class SocketIo {

    private static final byte[] NOBODY = {};

    /// The flags with which a receive never waits, and where. A family that does not know a flag
    /// ignores it, and waits.
    private static final Map<Integer, Predicate<Transport>> NEVER_WAIT =
            Map.of(
                    MSG_ERRQUEUE, Transport::hasErrorQueue,
                    MSG_OOB, Transport::isTcp);

    private final Libc libc;
    private final Descriptor descriptor;
    private final String socketId;
    private final Supplier<@Nullable Duration> timeout;
    private final Wire wire;

    /// What it moves is recorded as that of the socket with the id.
    public SocketIo(
            Libc libc,
            Descriptor descriptor,
            String socketId,
            Supplier<@Nullable Duration> timeout) {
        this.libc = libc;
        this.descriptor = descriptor;
        this.socketId = socketId;
        this.timeout = timeout;
        Waiting waiting = new Waiting(libc, descriptor);
        this.wire = new Wire(libc, descriptor, waiting, new Connecting(libc, descriptor, waiting));
    }

    /// Bytes that the kernel took, and the offset of the first of them.
    public record Sent(long sent, long offset) {}

    /// What a receive gave, and the offset of its first byte.
    public record Chunk(Received received, long offset) {

        /// What a message had before it was cut, or how many bytes of a stream were discarded; null
        /// where it gave all.
        public @Nullable Integer length() {
            return received.size() > received.octets().size() ? received.size() : null;
        }
    }

    public Descriptor descriptor() {
        return descriptor;
    }

    public Accepted accept(Call call) {
        setNonBlocking();
        return wire.waiting().forInput(patience(call, 0), this::accepted, SocketIo::noMore);
    }

    private @Nullable Accepted accepted() {
        Accepted accepted = libc.accept4(fd(), SOCK_NONBLOCK | SOCK_CLOEXEC);
        return wouldBlock("accept", accepted.fd()) ? null : accepted;
    }

    private static Accepted noMore() {
        throw new SyscallException("accept", EINVAL);
    }

    public void connect(byte[] addr, Call call) {
        setNonBlocking();
        wire.connecting().connect(addr, patience(call, 0));
    }

    public boolean isConnecting() {
        return wire.connecting().isUnderWay();
    }

    public Chunk recv(int bufsize, int flags, Call call) {
        return recv(bufsize, flags, null, call);
    }

    /// Zero bytes are not asked of the kernel, as CPython does it.
    ///
    /// @param after the offset up to which the client has everything, null for wherever the stream
    ///   is: what was taken from the kernel from there on is given again before the kernel is asked
    public Chunk recv(int bufsize, int flags, @Nullable Long after, Call call) {
        return bufsize == 0 ? nothing(after) : recvfrom(bufsize, flags, after, call);
    }

    private Chunk nothing(@Nullable Long after) {
        Flow received = wire.received();
        if (after != null) {
            received.has("after", after);
        }
        return new Chunk(Receiving.counted(0), after == null ? received.offset() : after);
    }

    public Chunk recvfrom(int bufsize, int flags, @Nullable Long after, Call call) {
        return receive(bufsize, 0, flags, after, call);
    }

    public Chunk recvmsg(int bufsize, int ancbufsize, int flags, Call call) {
        return receive(bufsize, ancbufsize, flags, null, call);
    }

    private Chunk receive(int bufsize, int ancbufsize, int flags, @Nullable Long after, Call call) {
        Patience patience = neverWaits(flags) ? Patience.none(call) : patience(call, 0);
        Place place = after == null ? null : new Place(after, 0);
        Taken taken =
                new Receiving(wire, mover(call), ancbufsize, flags, place, patience)
                        .receive(bufsize);
        return new Chunk(taken.received().inArray(), taken.offset());
    }

    private boolean neverWaits(int flags) {
        return (flags & MSG_DONTWAIT) != 0
                || flags != 0
                        && NEVER_WAIT.entrySet().stream()
                                .filter(row -> (flags & row.getKey()) != 0)
                                .anyMatch(row -> row.getValue().test(wire.transport()));
    }

    /// What was received from the offset on until now, as far as it is kept.
    public Streamed.Writer received(long from) {
        Flow received = wire.received();
        long end = received.offset();
        received.has("from", from);
        return out -> received.writeTo(out, from, end);
    }

    /// Its bytes in bulk, in one direction for each call.
    public ByteStream stream(Call call) {
        if (!wire.transport().isStream()) {
            throw new InvalidArgumentException(
                    "id", "is of a socket that has messages, not a stream of bytes");
        }
        return new ByteStream(wire, mover(call), call);
    }

    public Sent send(byte[] data, int flags, Call call) {
        return send(data, flags, null, call);
    }

    /// In blocking mode all of a stream's bytes, else those that go at once.
    ///
    /// @param at the offset where they belong, null for wherever the stream is: what was sent there
    ///   before counts as sent, and is not sent again
    public Sent send(byte[] data, int flags, @Nullable Long at, Call call) {
        return sending(new Outgoing(data, flags, at, NOBODY, null), call).some();
    }

    /// Sends all of it, or says in its error how much had gone.
    public Sent sendall(byte[] data, int flags, @Nullable Long at, Call call) {
        return sending(new Outgoing(data, flags, at, NOBODY, null), call).all();
    }

    public Sent sendto(byte[] data, int flags, byte[] addr, Call call) {
        return sending(
                        new Outgoing(
                                data,
                                flags,
                                null,
                                addr,
                                to(addr, bits -> libc.sendto(fd(), data, bits, addr))),
                        call)
                .some();
    }

    public Sent sendmsg(
            List<byte[]> buffers,
            List<ControlMessage> control,
            byte @Nullable [] addr,
            int flags,
            Call call) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        buffers.forEach(joined::writeBytes);
        byte[] named = addr == null ? NOBODY : addr;
        return sending(
                        new Outgoing(
                                joined.toByteArray(),
                                flags,
                                null,
                                named,
                                to(
                                        named,
                                        bits -> libc.sendmsg(fd(), buffers, control, addr, bits))),
                        call)
                .some();
    }

    private IntToLongFunction to(byte[] addr, IntToLongFunction call) {
        return flags -> descriptor.withAddress(addr, () -> call.applyAsLong(flags));
    }

    private Sending sending(Outgoing outgoing, Call call) {
        if (wire.transport().isStream()) {
            call.operation().total(outgoing.data().size());
        }
        return new Sending(wire, mover(call), patience(call, outgoing.flags()), outgoing);
    }

    private Mover mover(Call call) {
        return new Mover(socketId, call, descriptor::ends);
    }

    private int fd() {
        return descriptor.fd();
    }

    private static boolean wouldBlock(String function, long result) {
        if (result != -EAGAIN) {
            SyscallException.check(function, result);
        }
        return result == -EAGAIN;
    }

    private Patience patience(Call call, int flags) {
        return (flags & MSG_DONTWAIT) != 0 ? Patience.none(call) : Patience.of(timeout.get(), call);
    }

    /// A descriptor that came from outside shares its flags with whoever sent it: they are left
    /// alone until a call needs them that, unlike `recv`, has no flag of its own for it.
    private void setNonBlocking() {
        int flags = libc.fcntl(fd(), Libc.F_GETFL, 0);
        if ((flags & Libc.O_NONBLOCK) == 0) {
            libc.fcntl(fd(), Libc.F_SETFL, flags | Libc.O_NONBLOCK);
        }
    }
}
