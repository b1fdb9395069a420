package org.socketconsole.call;

import java.time.Instant;

/// A time in nanoseconds since 1970, up to the year 2262. It is no object, of which the lists of
/// calls and chunks would keep hundreds of thousands.
public final class EpochNanos {

    private static final long SECOND = 1_000_000_000;

    private EpochNanos() {}

    public static long now() {
        return of(Instant.now());
    }

    public static long of(Instant time) {
        return time.getEpochSecond() * SECOND + time.getNano();
    }

    public static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, SECOND), Math.floorMod(nanos, SECOND));
    }
}
