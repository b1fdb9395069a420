package org.socketconsole.file;

import static org.socketconsole.net.Errno.EAGAIN;

import org.socketconsole.call.Call;
import org.socketconsole.call.TimedOutException;
import org.socketconsole.net.SyscallException;

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

    private void enter(Call call, boolean waits) {
        try {
            if (!queue.tryLock(0, TimeUnit.NANOSECONDS)) {
                queue(call, waits);
            }
        } catch (InterruptedException interrupted) {
            throw call.operation().interruption(call.name());
        }
    }

    private void queue(Call call, boolean waits) throws InterruptedException {
        if (!waits) {
            throw new SyscallException(call.name(), EAGAIN);
        }
        call.operation().waits(null);
        if (!queue.tryLock(call.left().toNanos(), TimeUnit.NANOSECONDS)) {
            throw TimedOutException.ofRequest();
        }
    }
}
