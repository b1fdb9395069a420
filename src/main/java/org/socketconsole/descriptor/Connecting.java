package org.socketconsole.descriptor;

import static org.socketconsole.net.Errno.EAGAIN;
import static org.socketconsole.net.Errno.EALREADY;
import static org.socketconsole.net.Errno.EINPROGRESS;
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
    private final Waiting waiting;
    private volatile boolean underWay;

    /// The last connect was left waiting by the limit of its request alone: the next goes on with
    /// it.
    private volatile boolean interrupted;

    Connecting(Libc libc, Descriptor descriptor, Waiting waiting) {
        this.libc = libc;
        this.descriptor = descriptor;
        this.waiting = waiting;
    }

    void connect(byte[] addr, Patience patience) {
        waitingForEnd(
                () -> {
                    int result = ask(addr);
                    if (isAwaited(result, patience)) {
                        await(patience, -result);
                    } else if (result == -EAGAIN && isUnix() && !patience.isNone()) {
                        waiting.forNoEvent(patience, () -> again(addr, patience.call()));
                    } else {
                        SyscallException.check(patience.call(), result);
                    }
                });
    }

    /// A connect that blocks waits for a handshake that another has begun, too.
    private boolean isAwaited(int result, Patience patience) {
        return !patience.isNone()
                && (goesOn(result) || result == -EALREADY && patience.isBlocking());
    }

    /// Whether that is the answer of a handshake that the caller has begun.
    boolean goesOn(long result) {
        return result == -EINPROGRESS || result == -EALREADY && interrupted;
    }

    /// Waits for the end of a handshake that a send has begun.
    void finish(Patience patience) {
        waitingForEnd(() -> await(patience, EINPROGRESS));
    }

    /// TCP says itself whether its handshake goes on, also one that nobody waits for.
    boolean isUnderWay() {
        byte[] info = new byte[1];
        return descriptor.socket().transport().isTcp()
                ? libc.getsockopt(descriptor.fd(), IPPROTO_TCP, TCP_INFO, info) == 1
                        && info[0] == TCP_SYN_SENT
                : underWay;
    }

    private void waitingForEnd(Runnable body) {
        underWay = true;
        try {
            body.run();
            interrupted = false;
        } catch (TimedOutException end) {
            interrupted = end.retry();
            throw end;
        } catch (SyscallException end) {
            interrupted = false;
            throw end;
        } finally {
            underWay = false;
            descriptor.socket().forgetEnds();
            descriptor.learnEnds();
        }
    }

    private void await(Patience patience, int unfinished) {
        int error = outcome(patience, unfinished);
        if (error == 0 || patience.isBlocking()) {
            settle();
        }
        SyscallException.check(patience.call(), -error);
    }

    /// A handshake that outlives the kernel's own time-out is not to be tried again, but under way.
    private int outcome(Patience patience, int unfinished) {
        try {
            return waiting.forOutput(patience, this::outcome);
        } catch (SyscallException end) {
            throw end.number() == EAGAIN ? new SyscallException(patience.call(), unfinished) : end;
        }
    }

    /// Null while the handshake goes on, then its errno or 0. `SO_ERROR` can be read once only, so
    /// it is not read before.
    private @Nullable Integer outcome() {
        return descriptor.poll(Libc.POLLOUT) == 0 ? null : pendingError();
    }

    /// A descriptor that blocks has seen the end of its handshake. One that does not takes it for
    /// one that goes on until it is asked once more, for any address: after a success the next
    /// connect would succeed again, after a failure be `ECONNABORTED`, which CPython gives with a
    /// time-out.
    private void settle() {
        if (descriptor.socket().transport().isTcpStream()) {
            libc.connect(descriptor.fd(), descriptor.localAddress());
        }
    }

    /// A full backlog of an AF_UNIX listener; epoll never tells when it has room again.
    private @Nullable Integer again(byte[] addr, String call) {
        int result = ask(addr);
        return result == -EAGAIN ? null : SyscallException.check(call, result);
    }

    private int ask(byte[] addr) {
        return descriptor.withAddress(addr, () -> libc.connect(descriptor.fd(), addr));
    }

    private boolean isUnix() {
        return descriptor.socket().transport().family() == AF_UNIX;
    }

    private int pendingError() {
        byte[] error = new byte[Integer.BYTES];
        libc.getsockopt(descriptor.fd(), SOL_SOCKET, SO_ERROR, error);
        return ByteBuffer.wrap(error).order(ByteOrder.nativeOrder()).getInt();
    }
}
