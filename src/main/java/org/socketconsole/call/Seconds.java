package org.socketconsole.call;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/// Durations as the API writes them: decimal seconds.
public final class Seconds {

    private static final double NANOS = 1e9;

    /// About 292 years; a longer time is as good as none.
    private static final double LONGEST = Long.MAX_VALUE / NANOS;

    private Seconds() {}

    public static @Nullable Double of(@Nullable Duration duration) {
        return duration == null ? null : duration.toNanos() / NANOS;
    }

    /// Rounds up, so that a small wait is never none at all, as CPython does.
    public static Duration parse(String field, double seconds) {
        if (!(seconds >= 0 && seconds < LONGEST)) {
            throw new InvalidArgumentException(
                    field, "must be a number of seconds from 0 to " + (long) LONGEST);
        }
        return Duration.ofNanos((long) Math.ceil(seconds * NANOS));
    }
}
