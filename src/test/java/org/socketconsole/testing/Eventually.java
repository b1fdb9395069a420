package org.socketconsole.testing;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

import java.time.Duration;

/// To wait for a fact, never for a time: looks often, and longer than a busy machine needs.
public final class Eventually {

    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final Duration OFTEN = Duration.ofMillis(5);

    private Eventually() {}

    public static ConditionFactory eventually() {
        return Awaitility.await().atMost(LONGEST).pollDelay(Duration.ZERO).pollInterval(OFTEN);
    }
}
