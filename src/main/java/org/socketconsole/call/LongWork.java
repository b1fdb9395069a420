package org.socketconsole.call;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// What a virtual thread computes for long. Nothing takes its carrier away from it, so it gives way
/// by itself.
///
/// Fewer compute for long at a time than there are carriers, each for a millisecond. With two on
/// each, that give way to one another, what is begun elsewhere, such as a request, would not have
/// its turn before they end: a carrier looks there when it has nothing left.
public final class LongWork {

    private static final int MOST = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
    private static final long TURN_NANOS = 1_000_000;

    /// Whose turn it is may have ended, or wait for something.
    private static final long LOOK_NANOS = 5 * TURN_NANOS;

    private static final ReentrantLock LOCK = new ReentrantLock();
    private static final Condition GIVEN = LOCK.newCondition();

    /// Whose turn it is.
    private static final Set<Thread> TURNS = new HashSet<>();

    private long since = System.nanoTime();
    private boolean hasTurn;

    /// To be called often; does nothing on a thread that is not virtual.
    public void giveWay() {
        if (System.nanoTime() - since > TURN_NANOS && Thread.currentThread().isVirtual()) {
            // Its thread may have one from other work.
            give();
            // Before those that wait it would have the next turn, too.
            Thread.yield();
            take();
            hasTurn = true;
            // Who yields and is the only one of its carrier comes from elsewhere, too.
            Thread.yield();
            begin();
        }
    }

    /// It has waited for something: what it does then may be short.
    public void begin() {
        since = System.nanoTime();
    }

    /// Lets others compute at once, not only when they see that it waits.
    public void end() {
        if (hasTurn) {
            hasTurn = false;
            give();
        }
    }

    private static void give() {
        LOCK.lock();
        try {
            TURNS.remove(Thread.currentThread());
            GIVEN.signal();
        } finally {
            LOCK.unlock();
        }
    }

    /// One that is interrupted does not wait for it, and goes on without.
    private static void take() {
        LOCK.lock();
        try {
            while (TURNS.size() == MOST && !TURNS.removeIf(LongWork::isIdle)) {
                GIVEN.await(LOOK_NANOS, TimeUnit.NANOSECONDS);
            }
            TURNS.add(Thread.currentThread());
        } catch (InterruptedException ends) {
            Thread.currentThread().interrupt();
        } finally {
            LOCK.unlock();
        }
    }

    private static boolean isIdle(Thread thread) {
        return thread.getState() != Thread.State.RUNNABLE;
    }
}
