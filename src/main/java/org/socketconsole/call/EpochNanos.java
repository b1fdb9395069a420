package org.socketconsole.call;

import java.time.Instant;

/// A time in nanoseconds since 1970, up to the year 2262. It is no object, of which the lists of
/// calls and chunks would keep hundreds of thousands.
public final class EpochNanos {

    private static final long SECOND = 1_000_000_000;

    /// The last second of which all nanoseconds can be told.
    private static final long LAST = Long.MAX_VALUE / SECOND - 1;

    private EpochNanos() {}

    public static long now() {
        return of(Instant.now());
    }

    /// Of a time that is further away, as a capture of somebody else may have it, the last or the
    /// first second.
    public static long of(Instant time) {
        return Math.clamp(time.getEpochSecond(), -LAST, LAST) * SECOND + time.getNano();
    }

    public static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, SECOND), Math.floorMod(nanos, SECOND));
    }
}
