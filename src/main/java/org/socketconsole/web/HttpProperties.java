package org.socketconsole.web;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

import java.time.Duration;

/// How much patience the server has with a client, and how much memory.
///
/// @param headWithin how long the head of a request may take
/// @param bodyWithin how long a body may take beside what `bodyRate` gives it
/// @param bodyRate the bytes a second that come at least
/// @param unfinished connections of one address that may be without a whole request at once
/// @param bodiesInFlight bytes of all bodies together; where absent, an eighth of the heap
@ConfigurationProperties("console.http")
record HttpProperties(
        @DefaultValue("10s") Duration headWithin,
        @DefaultValue("10s") Duration bodyWithin,
        @DefaultValue("1KB") DataSize bodyRate,
        @DefaultValue("256") int unfinished,
        @Nullable DataSize bodiesInFlight) {

    private static final int SHARE_OF_HEAP = 8;

    /// One body of the largest size always has its place.
    long bodiesInFlight(long largestBody) {
        long wanted =
                bodiesInFlight == null
                        ? Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP
                        : bodiesInFlight.toBytes();
        return Math.max(wanted, largestBody);
    }
}
