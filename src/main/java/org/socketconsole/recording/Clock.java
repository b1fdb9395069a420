package org.socketconsole.recording;

import java.time.Instant;

/// Of the times in a capture.
///
/// @param perSecond how often it ticks in a second
record Clock(long perSecond) {

    private static final long NANOS = 1_000_000_000;
    private static final int OF_TWO = 0x80;
    private static final int LARGEST = 18;

    /// @param resolution as pcapng's if_tsresol has it: a power of ten, or of two with its highest
    ///   bit
    static Clock of(byte resolution) {
        int power = resolution & 0x7f;
        if (power > LARGEST) {
            throw new IllegalArgumentException("finer than any clock");
        }
        return new Clock((resolution & OF_TWO) != 0 ? 1L << power : tenTo(power));
    }

    Instant at(long ticks) {
        long rest = Long.remainderUnsigned(ticks, perSecond);
        long nanos = perSecond <= NANOS ? rest * NANOS / perSecond : rest / (perSecond / NANOS);
        long seconds = Long.divideUnsigned(ticks, perSecond);
        return Instant.ofEpochSecond(Math.min(seconds, Integer.MAX_VALUE * 4L), nanos);
    }

    private static long tenTo(int power) {
        long ten = 1;
        for (int i = 0; i < power; i++) {
            ten *= 10;
        }
        return ten;
    }
}
