package org.socketconsole.socket;

import static org.socketconsole.net.Errno.EAGAIN;
import static org.socketconsole.net.Errno.EINTR;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.Call;
import org.socketconsole.call.TimedOutException;
import org.socketconsole.net.SyscallException;

import java.time.Duration;

/// How long one call may wait, and what it answers when that is over: the nearest of its socket's
/// time-out, the kernel's (`SO_RCVTIMEO`, `SO_SNDTIMEO`) and the limit of its request.
final class Patience {

    private enum End {
        AT_ONCE,
        KERNEL,
        REQUEST,
        SOCKET
    }

    private final Call call;
    private final boolean blocking;
    private long deadline;
    private End end;

    private Patience(Call call, boolean blocking, Duration limit, End end) {
        this.call = call;
        this.blocking = blocking;
        this.deadline = call.started() + limit.toNanos();
        this.end = end;
    }

    /// A null time-out waits as long as the request may; zero does not wait at all.
    static Patience of(@Nullable Duration timeout, Call call) {
        if (timeout != null && timeout.isZero()) {
            return none(call);
        }
        return timeout != null && timeout.compareTo(call.limit()) <= 0
                ? new Patience(call, false, timeout, End.SOCKET)
                : new Patience(call, timeout == null, call.limit(), End.REQUEST);
    }

    static Patience none(Call call) {
        return new Patience(call, false, Duration.ZERO, End.AT_ONCE);
    }

    /// In blocking mode the kernel's own time-out counts; zero is none.
    void kernelTimeout(Duration timeout) {
        long at = call.started() + timeout.toNanos();
        if (timeout.isPositive() && at - deadline < 0) {
            deadline = at;
            end = End.KERNEL;
        }
    }

    boolean isNone() {
        return end == End.AT_ONCE;
    }

    boolean isBlocking() {
        return blocking;
    }

    /// The name of the call, for its errors.
    String call() {
        return call.name();
    }

    /// Nanoseconds; when there are none left, an exception.
    long remaining() {
        long remaining = deadline - System.nanoTime();
        if (isNone() || remaining <= 0) {
            throw exhausted();
        }
        return remaining;
    }

    /// What ends a wait that the server itself ends.
    SyscallException interrupted() {
        return new SyscallException(call.name(), EINTR);
    }

    RuntimeException exhausted() {
        return switch (end) {
            case AT_ONCE, KERNEL -> new SyscallException(call.name(), EAGAIN);
            case REQUEST -> TimedOutException.ofRequest();
            case SOCKET -> TimedOutException.ofSocket();
        };
    }
}
