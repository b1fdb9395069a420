package org.socketconsole.descriptor;

import static org.socketconsole.net.Errno.EAGAIN;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.Call;
import org.socketconsole.call.TimedOutException;
import org.socketconsole.net.SyscallException;

import java.time.Duration;

/// How long one call may wait, and what it answers when that is over: the nearest of its socket's
/// time-out, the kernel's (`SO_RCVTIMEO`, `SO_SNDTIMEO`) and the limit of its request.
public final class Patience {

    private enum End {
        AT_ONCE,
        KERNEL,
        REQUEST,
        SOCKET
    }

    private final Call call;
    private final @Nullable Duration timeout;
    private long deadline;
    private End end;
    private long before;

    private Patience(Call call, @Nullable Duration timeout, Duration limit, End end) {
        this.call = call;
        this.timeout = timeout;
        this.deadline = call.started() + limit.toNanos();
        this.end = end;
    }

    /// A null time-out waits as long as the request may; zero does not wait at all.
    public static Patience of(@Nullable Duration timeout, Call call) {
        if (call.isAtOnce()) {
            // Still of a socket that blocks or does not: only to the one a listener tells its end.
            return new Patience(call, timeout, Duration.ZERO, End.AT_ONCE);
        }
        if (timeout != null && timeout.isZero()) {
            return none(call);
        }
        return timeout != null && timeout.compareTo(call.limit()) <= 0
                ? new Patience(call, timeout, timeout, End.SOCKET)
                : new Patience(call, timeout, call.limit(), End.REQUEST);
    }

    /// The same call without waiting.
    Patience none() {
        return none(call);
    }

    static Patience none(Call call) {
        return new Patience(call, Duration.ZERO, Duration.ZERO, End.AT_ONCE);
    }

    /// In blocking mode the kernel's own time-out counts; zero is none.
    void kernelTimeout(Duration timeout) {
        long at = call.started() + timeout.toNanos();
        if (timeout.isPositive() && at - deadline < 0) {
            deadline = at;
            end = End.KERNEL;
        }
    }

    public boolean isNone() {
        return end == End.AT_ONCE;
    }

    boolean isBlocking() {
        return timeout == null;
    }

    /// The name of the call, for its errors.
    public String call() {
        return call.name();
    }

    /// To be asked before each wait: nanoseconds; when there are none left, or the call is
    /// cancelled, an exception.
    public long remaining() {
        if (call.operation().isCancelled()) {
            throw interrupted();
        }
        long remaining = deadline - System.nanoTime();
        if (isNone() || remaining <= 0) {
            throw exhausted();
        }
        call.operation().waits(timeout);
        return remaining;
    }

    /// What ends a wait that another thread ends.
    public SyscallException interrupted() {
        return call.operation().interruption(call.name());
    }

    /// Tells how far the call is, or its part that comes now.
    void progress(long bytes) {
        call.operation().progress(before + bytes);
    }

    /// Tells how far the call is, and that its next part comes now.
    void goesOnAfter(long bytes) {
        before = bytes;
        progress(0);
    }

    RuntimeException exhausted() {
        return switch (end) {
            case AT_ONCE, KERNEL -> new SyscallException(call.name(), EAGAIN);
            case REQUEST -> TimedOutException.ofRequest();
            case SOCKET -> TimedOutException.ofSocket();
        };
    }
}
