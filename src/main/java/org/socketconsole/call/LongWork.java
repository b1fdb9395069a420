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

    /// Whose turn it is may have ended, or wait for something: for so long, or the work goes on.
    private static final long LOOK_NANOS = 5 * TURN_NANOS;

    private static final ReentrantLock LOCK = new ReentrantLock();
    private static final Condition GIVEN = LOCK.newCondition();

    /// Whose turn it is.
    private static final Set<LongWork> TURNS = new HashSet<>();

    private volatile Thread thread = Thread.currentThread();
    private volatile long seen = System.nanoTime();
    private long since = seen;
    private boolean hasTurn;

    /// To be called often, by one thread at a time; does nothing on one that is not virtual.
    public void giveWay() {
        seen = System.nanoTime();
        thread = Thread.currentThread();
        if (seen - since > TURN_NANOS && thread.isVirtual()) {
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

    private void give() {
        LOCK.lock();
        try {
            TURNS.removeIf(turn -> turn == this || turn.thread == thread);
            GIVEN.signal();
        } finally {
            LOCK.unlock();
        }
    }

    /// One that is interrupted does not wait for it, and goes on without.
    private void take() {
        LOCK.lock();
        try {
            while (TURNS.size() == MOST && !TURNS.removeIf(LongWork::isIdle)) {
                GIVEN.await(LOOK_NANOS, TimeUnit.NANOSECONDS);
            }
            TURNS.add(this);
        } catch (InterruptedException ends) {
            Thread.currentThread().interrupt();
        } finally {
            LOCK.unlock();
        }
    }

    private boolean isIdle() {
        return thread.getState() != Thread.State.RUNNABLE && System.nanoTime() - seen > LOOK_NANOS;
    }
}
