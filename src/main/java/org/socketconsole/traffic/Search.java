package org.socketconsole.traffic;

import org.socketconsole.call.InvalidArgumentException;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/// A search through what was kept. Nothing takes its carrier away from a virtual thread that
/// computes, and nothing can stop it: it pauses now and then, and ends itself when it took too
/// long, not counting what is done between two chunks.
final class Search {

    static final Duration LONGEST = Duration.ofSeconds(10);

    private long left;
    private long since;

    Search(Duration longest) {
        left = longest.toNanos();
    }

    /// Of one chunk.
    boolean judge(BooleanSupplier judgement) {
        since = System.nanoTime();
        try {
            pause();
            return judgement.getAsBoolean();
        } finally {
            left -= System.nanoTime() - since;
        }
    }

    void pause() {
        Thread.yield();
        if (System.nanoTime() - since > left) {
            throw new InvalidArgumentException(
                    "filter",
                    "takes more than %d seconds over what was kept; `socket` or `after` narrow it"
                            .formatted(LONGEST.toSeconds()));
        }
    }
}
