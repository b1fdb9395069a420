package org.socketconsole.traffic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Makes packets of chunks, all of one link, so that every reader opens their file: libpcap, and
/// with it tcpdump, reads none of several. Those of IP sockets are raw IP, those of packet sockets
/// frames, what passed through others is payload alone, which stands at the end of each.
///
/// The calls are what was seen. The headers are made up around them: segments are whole chunks, and
/// there is neither a handshake nor an end.
public final class Packets {

    /// The most payload of a packet. Wireshark takes a capture with a larger packet for damaged,
    /// see its WTAP_MAX_PACKET_SIZE_STANDARD.
    static final int LARGEST = 262_144 - Link.HEADER;

    private final Link link;
    private final IpPackets ip = new IpPackets();

    /// @param link the one of all chunks, or [Link#COOKED]
    public Packets(Link link) {
        this.link = link;
    }

    /// More than one where a chunk is larger than a packet can be.
    public List<Packet> of(Chunk chunk) {
        List<Packet> packets = Link.of(chunk) == Link.IP ? ip.of(chunk) : parts(chunk);
        return link == Link.COOKED ? cooked(chunk, packets) : packets;
    }

    private static List<Packet> cooked(Chunk chunk, List<Packet> packets) {
        List<Packet> cooked = new ArrayList<>(packets.size());
        for (Packet packet : packets) {
            cooked.add(packet.behind(Link.cooked(chunk, packet)));
        }
        return cooked;
    }

    private static List<Packet> parts(Chunk chunk) {
        byte[] data = chunk.data();
        List<Packet> parts = new ArrayList<>();
        for (int start = 0; start == 0 || start < chunk.length(); start += LARGEST) {
            int length = Math.min(LARGEST, chunk.length() - start);
            parts.add(new Packet(part(data, start, length), length, length, false));
        }
        return parts;
    }

    /// As many bytes from there on as are known.
    static byte[] part(byte[] data, int start, int length) {
        int from = Math.min(start, data.length);
        return Arrays.copyOfRange(data, from, Math.min(data.length, from + length));
    }
}
