package org.socketconsole.traffic;

import java.time.Instant;

/// The bytes that one call moved.
///
/// @param seq its place among all chunks, from 1 on
/// @param offset the place of its first byte in the socket's stream of that direction, or of the
///   message
/// @param flags those of the call, or of a received message
/// @param address the address that the call gave or got; none is empty
public record Chunk(
        long seq,
        Instant time,
        String socketId,
        Direction direction,
        String call,
        long offset,
        byte[] data,
        int flags,
        byte[] address,
        Transport transport,
        Ends ends) {

    /// Bytes that a chunk takes besides its data, roughly.
    private static final int OVERHEAD = 256;

    /// Which way the bytes went.
    public enum Direction {
        SENT,
        RECEIVED;

        public String text() {
            return name().toLowerCase();
        }
    }

    long weight() {
        return OVERHEAD + data.length;
    }
}
