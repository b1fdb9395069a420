package org.socketconsole.file;

import static org.socketconsole.net.Errno.EAGAIN;
import static org.socketconsole.net.Errno.EINTR;

import org.socketconsole.call.Call;
import org.socketconsole.call.TimedOutException;
import org.socketconsole.net.SyscallException;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// One direction of a file: its calls come one after the other, in the order in which they began.
final class Turn {

    private final ReentrantLock queue = new ReentrantLock(true);

    /// In non-blocking mode a call does not queue.
    <T> T take(Call call, boolean waits, Supplier<T> body) {
        enter(call, waits);
        try {
            return body.get();
        } finally {
            queue.unlock();
        }
    }

    /// What is left of the call's limit, perhaps nothing.
    static Duration left(Call call) {
        long passed = System.nanoTime() - call.started();
        return Duration.ofNanos(Math.max(0, call.limit().toNanos() - passed));
    }

    private void enter(Call call, boolean waits) {
        long longest = waits ? left(call).toNanos() : 0;
        try {
            if (!queue.tryLock(longest, TimeUnit.NANOSECONDS)) {
                throw waits
                        ? TimedOutException.ofRequest()
                        : new SyscallException(call.name(), EAGAIN);
            }
        } catch (InterruptedException interrupted) {
            throw new SyscallException(call.name(), EINTR);
        }
    }
}
