package org.socketconsole.traffic;

import org.socketconsole.call.InvalidArgumentException;
import org.socketconsole.call.LongWork;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/// A search through what was kept. Nothing can stop it: it gives way now and then, and ends itself
/// when it took too long, not counting what is done between two chunks, nor what others have of its
/// time.
final class Search {

    static final Duration LONGEST = Duration.ofSeconds(10);

    private final LongWork work = new LongWork();
    private long left;
    private long since;

    Search(Duration longest) {
        this.left = longest.toNanos();
    }

    /// Of one chunk.
    boolean judge(BooleanSupplier judgement) {
        begin();
        try {
            return judgement.getAsBoolean();
        } finally {
            end();
        }
    }

    /// To be called often.
    void pause() {
        end();
        work.giveWay();
        begin();
    }

    private void begin() {
        if (left <= 0) {
            throw new InvalidArgumentException(
                    "filter",
                    "takes more than %d seconds over what was kept; `socket` or `after` narrow it"
                            .formatted(LONGEST.toSeconds()));
        }
        since = System.nanoTime();
    }

    private void end() {
        left -= System.nanoTime() - since;
    }
}
