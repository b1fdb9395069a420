package org.socketconsole.descriptor;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/// The calls that wait for one direction of a descriptor, in order; the first of them is woken.
///
/// `state` is empty, READY, or the thread that waits. Its owner clears it before it tries, so that
/// an event between the try and the park is not lost.
final class WaitQueue {

    private static final Object READY = new Object();

    private final ReentrantLock queue = new ReentrantLock(true);
    private final AtomicReference<@Nullable Object> state = new AtomicReference<>();

    /// Takes the head of the queue; the time in it counts, and an empty one costs none.
    void enter(Patience patience) {
        try {
            boolean free = queue.tryLock(0, TimeUnit.NANOSECONDS);
            if (!free && !queue.tryLock(patience.remaining(), TimeUnit.NANOSECONDS)) {
                throw patience.exhausted();
            }
        } catch (InterruptedException interrupted) {
            throw patience.interrupted();
        }
    }

    void leave() {
        queue.unlock();
    }

    void clear() {
        state.set(null);
    }

    /// Returns at the next signal, at once if there was one since [#clear], or after so many
    /// nanoseconds.
    ///
    /// @param rouse to be run when this waits
    void park(long nanos, Patience patience, Runnable rouse) {
        if (state.compareAndSet(null, Thread.currentThread())) {
            rouse.run();
            LockSupport.parkNanos(this, nanos);
        }
        if (Thread.interrupted()) {
            throw patience.interrupted();
        }
    }

    /// Answers whether one waited for it.
    boolean signal() {
        if (state.getAndSet(READY) instanceof Thread waiting) {
            LockSupport.unpark(waiting);
            return true;
        }
        return false;
    }

    boolean isAwaited() {
        return state.get() instanceof Thread;
    }
}
