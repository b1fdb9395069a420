package org.socketconsole.traffic;

import static org.socketconsole.net.SocketConstants.AF_PACKET;
import static org.socketconsole.net.SocketConstants.SOCK_DGRAM;
import static org.socketconsole.net.SocketConstants.SOCK_RAW;

import org.jspecify.annotations.Nullable;
import org.socketconsole.libc.Sockaddr;
import org.socketconsole.net.SocketAddress.Packet;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/// What stands at the head of a packet of a capture, one interface of it each, in this order. The
/// numbers are LINKTYPE_ values of the registry of pcap's link types.
enum Link {
    IP(101),
    OTHER(147),
    ETHERNET(1),
    COOKED(113);

    private static final int ARPHRD_ETHER = 1;
    private static final int ARPHRD_LOOPBACK = 772;
    private static final int COOKED_HEADER = 16;
    private static final int COOKED_ADDRESS = 8;
    private static final short OUTGOING = 4;

    private final int type;

    Link(int type) {
        this.type = type;
    }

    int type() {
        return type;
    }

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Set<Link> of(Stream<Chunk> chunks) {
        Set<Link> links = EnumSet.noneOf(Link.class);
        chunks.forEach(chunk -> links.add(of(chunk)));
        return links;
    }

    /// A packet socket has whole frames of its hardware, or with `SOCK_DGRAM` their payload, see
    /// packet(7).
    static Link of(Chunk chunk) {
        Transport transport = chunk.transport();
        if (transport.isInet()) {
            return IP;
        }
        if (transport.family() != AF_PACKET) {
            return OTHER;
        }
        return switch (transport.type()) {
            case SOCK_DGRAM -> COOKED;
            case SOCK_RAW -> isEthernet(chunk) ? ETHERNET : OTHER;
            default -> OTHER;
        };
    }

    /// The header of LINKTYPE_LINUX_SLL, which says of a payload what its frame would have.
    static byte[] cooked(Chunk chunk) {
        Packet address = address(chunk);
        byte[] hardware = address == null ? new byte[0] : address.hwaddr();
        boolean sent = chunk.direction() == Chunk.Direction.SENT;
        return ByteBuffer.allocate(COOKED_HEADER + chunk.size())
                .putShort(sent || address == null ? OUTGOING : (short) address.pkttype())
                .putShort((short) hatype(chunk))
                .putShort((short) hardware.length)
                .put(Arrays.copyOf(hardware, COOKED_ADDRESS))
                .putShort((short) (address == null ? 0 : address.protocol()))
                .put(chunk.data())
                .array();
    }

    /// The loopback interface has frames of Ethernet too.
    private static boolean isEthernet(Chunk chunk) {
        int hatype = hatype(chunk);
        return hatype == ARPHRD_ETHER || hatype == ARPHRD_LOOPBACK;
    }

    /// The kernel knows the hardware of the interface that the socket is bound to, and tells that
    /// of the one that a packet came by.
    private static int hatype(Chunk chunk) {
        boolean bound =
                Sockaddr.decode(chunk.ends().local()) instanceof Packet p && p.ifindex() != 0;
        Packet packet = bound ? packet(chunk.ends().local()) : address(chunk);
        return packet == null ? 0 : packet.hatype();
    }

    private static @Nullable Packet address(Chunk chunk) {
        return packet(chunk.address().length > 0 ? chunk.address() : chunk.ends().local());
    }

    private static @Nullable Packet packet(byte[] addr) {
        return Sockaddr.decode(addr) instanceof Packet packet ? packet : null;
    }
}
