package org.socketconsole.traffic;

import org.socketconsole.traffic.Chunk.Direction;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// Makes packets of chunks of whatever sockets, all of one link: a file of theirs has one
/// interface, and so every reader opens it. The link is the one that captures of all interfaces
/// have, LINKTYPE_LINUX_SLL.
///
/// Those of IP sockets are raw IP, those of packet sockets frames, those of others payload alone,
/// which stands at the end of each.
public final class CookedPackets {

    /// Its number in the registry of pcap's link types.
    public static final int LINK = Link.COOKED.type();

    private static final int HEADER = 16;
    private static final short INCOMING = 0;
    private static final short OUTGOING = 4;
    private static final short ARPHRD_ETHER = 1;
    private static final short ARPHRD_NONE = -2;
    private static final short NO_PROTOCOL = 0;

    /// `ETH_P_ALL`, by which readers know whole frames.
    private static final short FRAME = 3;

    private static final short ETH_P_IP = 0x0800;
    private static final short ETH_P_IPV6 = (short) 0x86dd;

    private final IpPackets ip = new IpPackets();

    /// More than one where a chunk is larger than a packet can be.
    public List<byte[]> of(Chunk chunk) {
        return switch (Link.of(chunk)) {
            case COOKED -> List.of(Link.cooked(chunk));
            case IP -> cooked(chunk, ARPHRD_NONE, ip.of(chunk));
            case ETHERNET -> cooked(chunk, ARPHRD_ETHER, Packets.parts(chunk.data()));
            case OTHER -> cooked(chunk, ARPHRD_NONE, Packets.parts(chunk.data()));
        };
    }

    /// How many bytes of the chunk are in each packet but the last.
    public static int payload(Chunk chunk) {
        return Link.of(chunk) == Link.IP ? IpPackets.LARGEST : Packets.LARGEST;
    }

    private static List<byte[]> cooked(Chunk chunk, short hatype, List<byte[]> packets) {
        List<byte[]> cooked = new ArrayList<>(packets.size());
        for (byte[] packet : packets) {
            cooked.add(cooked(chunk, hatype, packet));
        }
        return cooked;
    }

    private static byte[] cooked(Chunk chunk, short hatype, byte[] packet) {
        return ByteBuffer.allocate(HEADER + packet.length)
                .putShort(chunk.direction() == Direction.SENT ? OUTGOING : INCOMING)
                .putShort(hatype)
                .putShort((short) 0)
                .putLong(0)
                .putShort(protocol(chunk, packet))
                .put(packet)
                .array();
    }

    private static short protocol(Chunk chunk, byte[] packet) {
        return switch (Link.of(chunk)) {
            case IP -> packet.length > 0 && packet[0] >> 4 == 6 ? ETH_P_IPV6 : ETH_P_IP;
            case ETHERNET -> FRAME;
            case COOKED, OTHER -> NO_PROTOCOL;
        };
    }
}
