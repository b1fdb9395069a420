package org.socketconsole.traffic;

import java.util.Arrays;

/// A packet of a chunk.
///
/// @param bytes those that are known; what a receive cut off or discarded nobody has
/// @param size how many it had on the wire
/// @param payload how many of these, at its end, are the chunk's
/// @param repeated whether packets before have all its payload: the wire had it once, or not at all
///   where there is none
public record Packet(byte[] bytes, int size, int payload, boolean repeated) {

    /// With so many bytes of its payload, at most.
    public Packet cut(int most) {
        int kept = Math.min(bytes.length, size - payload + Math.min(payload, most));
        return new Packet(Arrays.copyOf(bytes, kept), size, payload, repeated);
    }

    /// At most so many of its payload that are known.
    public byte[] first(int most) {
        int start = size - payload;
        return Arrays.copyOfRange(bytes, start, Math.min(bytes.length, start + most));
    }

    public CapturedPacket captured(Link link, Chunk chunk, String comment) {
        return new CapturedPacket(
                link.type(), chunk.time(), chunk.direction(), bytes, size, comment);
    }

    Packet behind(byte[] header) {
        byte[] all = Arrays.copyOf(header, header.length + bytes.length);
        System.arraycopy(bytes, 0, all, header.length, bytes.length);
        return new Packet(all, header.length + size, payload, repeated);
    }
}
