package org.socketconsole.web;

/// @param ofOne bytes that are kept of one at most
/// @param graceNanos how long one may take for nothing
/// @param bytesASecond what comes of it from then on at least
record BodyLimits(long ofOne, long graceNanos, long bytesASecond) {

    private static final double SECOND_NANOS = 1e9;

    static BodyLimits of(HttpProperties http, long largestBody) {
        return new BodyLimits(largestBody, http.bodyWithin().toNanos(), http.bodyRate().toBytes());
    }

    boolean isTooSlow(long bytes, long nanos) {
        return nanos > graceNanos && bytes < (nanos - graceNanos) / SECOND_NANOS * bytesASecond;
    }
}
