package org.socketconsole.descriptor;

import static org.socketconsole.net.Errno.EAGAIN;
import static org.socketconsole.net.Errno.EALREADY;
import static org.socketconsole.net.Errno.EINPROGRESS;
import static org.socketconsole.net.Errno.EISCONN;
import static org.socketconsole.net.SocketConstants.AF_UNIX;
import static org.socketconsole.net.SocketConstants.IPPROTO_TCP;
import static org.socketconsole.net.SocketConstants.SOL_SOCKET;
import static org.socketconsole.net.SocketConstants.SO_ERROR;
import static org.socketconsole.net.SocketConstants.TCP_INFO;
import static org.socketconsole.net.SocketConstants.TCP_SYN_SENT;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.TimedOutException;
import org.socketconsole.libc.Libc;
import org.socketconsole.net.SyscallException;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// `connect` to its end, on a descriptor that does not block, see connect(2).
final class Connecting {

    private final Libc libc;
    private final Descriptor descriptor;
    private final Kind kind;
    private final Waiting waiting;
    private volatile boolean underWay;

    /// The last connect was left waiting by the limit of its request alone: the next goes on with
    /// it.
    private volatile boolean interrupted;

    Connecting(Libc libc, Descriptor descriptor, Kind kind, Waiting waiting) {
        this.libc = libc;
        this.descriptor = descriptor;
        this.kind = kind;
        this.waiting = waiting;
    }

    void connect(byte[] addr, Patience patience) {
        boolean resumes = interrupted;
        interrupted = false;
        underWay = true;
        try {
            begin(addr, patience, resumes);
        } catch (TimedOutException end) {
            interrupted = end.retry();
            throw end;
        } finally {
            underWay = false;
        }
    }

    /// TCP says itself whether its handshake goes on, also one that nobody waits for.
    boolean isUnderWay() {
        byte[] info = new byte[1];
        return kind.isTcp()
                ? libc.getsockopt(descriptor.fd(), IPPROTO_TCP, TCP_INFO, info) == 1
                        && info[0] == TCP_SYN_SENT
                : underWay;
    }

    private void begin(byte[] addr, Patience patience, boolean resumes) {
        int result = libc.connect(descriptor.fd(), addr);
        boolean goesOn = result == -EINPROGRESS || resumes && result == -EALREADY;
        if (goesOn && !patience.isNone()) {
            int error = waiting.forOutput(patience, this::outcome);
            settle(addr, error, patience.call());
        } else if (result == -EAGAIN && kind.family() == AF_UNIX && !patience.isNone()) {
            waiting.forNoEvent(patience, () -> again(addr, patience.call()));
        } else {
            SyscallException.check(patience.call(), result);
        }
    }

    /// Null while the handshake goes on, then its errno or 0. `SO_ERROR` can be read once only, so
    /// it is not read before.
    private @Nullable Integer outcome() {
        int[] ready = new int[1];
        libc.poll(new int[] {descriptor.fd()}, new int[] {Libc.POLLOUT}, ready, 0);
        return ready[0] == 0 ? null : pendingError();
    }

    /// Until it is asked once more, the kernel takes a handshake that has ended for one that goes
    /// on: after a success the next connect would succeed again, after a failure it would fail.
    private void settle(byte[] addr, int error, String call) {
        int result = libc.connect(descriptor.fd(), addr);
        SyscallException.check(call, -error);
        if (result != -EISCONN) {
            SyscallException.check(call, result);
        }
    }

    /// A full backlog of an AF_UNIX listener; epoll never tells when it has room again.
    private @Nullable Integer again(byte[] addr, String call) {
        int result = libc.connect(descriptor.fd(), addr);
        return result == -EAGAIN ? null : SyscallException.check(call, result);
    }

    private int pendingError() {
        byte[] error = new byte[Integer.BYTES];
        libc.getsockopt(descriptor.fd(), SOL_SOCKET, SO_ERROR, error);
        return ByteBuffer.wrap(error).order(ByteOrder.nativeOrder()).getInt();
    }
}
