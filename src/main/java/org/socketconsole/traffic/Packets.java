package org.socketconsole.traffic;

import org.socketconsole.traffic.Chunk.Direction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Makes packets of chunks: those of IP sockets as raw IP, those of packet sockets as frames, what
/// passed through others as payload alone.
///
/// The calls are what was seen. The headers are made up around them: segments are whole chunks, and
/// there is neither a handshake nor an end.
final class Packets {

    /// Wireshark takes a capture with a larger packet for damaged: its
    /// WTAP_MAX_PACKET_SIZE_STANDARD.
    static final int LARGEST = 262_144;

    private final IpPackets ip = new IpPackets();
    private final BothEnds ends;

    /// @param ends has met all chunks that there are
    Packets(BothEnds ends) {
        this.ends = ends;
    }

    /// @param comment which call of which socket it is
    record Packet(Link link, Chunk chunk, byte[] bytes, String comment) {

        CapturedPacket captured() {
            return new CapturedPacket(
                    link.type(), chunk.time(), chunk.direction(), bytes, bytes.length, comment);
        }
    }

    /// Where both ends are here, what one of them has written is not written for the other.
    List<Packet> of(Chunk whole) {
        Chunk chunk = ends.left(whole);
        return chunk == null ? List.of() : of(Link.of(chunk), chunk);
    }

    private List<Packet> of(Link link, Chunk chunk) {
        String comment = comment(chunk);
        return bytes(link, chunk).stream()
                .map(bytes -> new Packet(link, chunk, bytes, comment))
                .toList();
    }

    private List<byte[]> bytes(Link link, Chunk chunk) {
        return switch (link) {
            case IP -> ip.of(chunk);
            case COOKED -> List.of(Link.cooked(chunk));
            case ETHERNET, OTHER -> parts(chunk.data());
        };
    }

    /// Payload alone.
    static List<byte[]> parts(byte[] data) {
        List<byte[]> parts = new ArrayList<>();
        for (int start = 0; start == 0 || start < data.length; start += LARGEST) {
            parts.add(Arrays.copyOfRange(data, start, Math.min(data.length, start + LARGEST)));
        }
        return parts;
    }

    private String comment(Chunk chunk) {
        String call = chunk.socketId() + " " + chunk.call();
        String other = ends.other(chunk);
        if (other == null) {
            return call;
        }
        String done = chunk.direction() == Direction.SENT ? "received" : "sent";
        return "%s, %s by %s: both ends are sockets of this console, and this packet stands for both"
                .formatted(call, done, other);
    }
}
