package org.socketconsole.traffic;

import org.socketconsole.call.InvalidArgumentException;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;

/// A search through what was kept. Nothing takes its carrier away from a virtual thread that
/// computes, and nothing can stop it: it gives way now and then, and ends itself when it took too
/// long, not counting what is done between two chunks, nor what others have of its time.
///
/// Fewer search at a time than there are carriers. With two on each, that give way to one another,
/// what is begun elsewhere, such as a request, would not have its turn before they end: a carrier
/// looks there when it has nothing left.
final class Search {

    static final Duration LONGEST = Duration.ofSeconds(10);

    private static final int CARRIERS = Runtime.getRuntime().availableProcessors();
    private static final Semaphore TURNS = new Semaphore(Math.max(1, CARRIERS - 1));
    private static final long TURN_NANOS = 5_000_000;

    private final boolean isOfOne;
    private long left;
    private long since;
    private boolean holds;

    private Search(Duration longest, boolean isOfOne) {
        this.left = longest.toNanos();
        this.isOfOne = isOfOne;
    }

    static Search ofMany(Duration longest) {
        return new Search(longest, false);
    }

    /// Of one chunk, in the call that moves it: where it is soon over it waits for no other.
    static Search ofOne(Duration longest) {
        return new Search(longest, true);
    }

    /// Of one chunk.
    boolean judge(BooleanSupplier judgement) {
        if (isOfOne) {
            since = System.nanoTime();
        } else {
            begin();
        }
        try {
            requireTime();
            return judgement.getAsBoolean();
        } finally {
            end();
        }
    }

    /// To be called often.
    void pause() {
        if (System.nanoTime() - since > TURN_NANOS) {
            end();
            // Before who has waited, it would have the next turn, too.
            Thread.yield();
            begin();
            requireTime();
        }
    }

    /// Who yields and is the only one of its carrier comes from elsewhere, too.
    private void begin() {
        TURNS.acquireUninterruptibly();
        holds = true;
        Thread.yield();
        since = System.nanoTime();
    }

    private void end() {
        left -= System.nanoTime() - since;
        if (holds) {
            holds = false;
            TURNS.release();
        }
    }

    private void requireTime() {
        if (left <= 0) {
            throw new InvalidArgumentException(
                    "filter",
                    "takes more than %d seconds over what was kept; `socket` or `after` narrow it"
                            .formatted(LONGEST.toSeconds()));
        }
    }
}
