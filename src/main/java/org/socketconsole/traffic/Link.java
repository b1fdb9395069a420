package org.socketconsole.traffic;

import static org.socketconsole.net.SocketConstants.AF_NETLINK;
import static org.socketconsole.net.SocketConstants.AF_PACKET;
import static org.socketconsole.net.SocketConstants.SOCK_DGRAM;
import static org.socketconsole.net.SocketConstants.SOCK_RAW;

import org.jspecify.annotations.Nullable;
import org.socketconsole.libc.Sockaddr;
import org.socketconsole.net.SocketAddress;
import org.socketconsole.traffic.Chunk.Direction;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// What stands at the head of each packet of a capture. The numbers are LINKTYPE_ values of the
/// registry of pcap's link types.
public enum Link {
    IP(101),
    ETHERNET(1),

    /// LINKTYPE_LINUX_SLL, the one that captures of all interfaces have: whatever packets are of.
    COOKED(113);

    static final int HEADER = 16;

    private static final int ARPHRD_ETHER = 1;
    private static final int ARPHRD_LOOPBACK = 772;
    private static final int ARPHRD_NETLINK = 824;
    private static final int ARPHRD_NONE = -2;
    private static final int NLMSG_HEADER = 16;
    private static final int INCOMING = 0;
    private static final int OUTGOING = 4;
    private static final int HARDWARE = 8;
    private static final byte[] NONE = {};

    /// `ETH_P_ALL`, by which readers know whole frames.
    private static final int FRAME = 3;

    private static final int ETH_P_IP = 0x0800;
    private static final int ETH_P_IPV6 = 0x86dd;
    private static final int NO_PROTOCOL = 0;

    private final int type;

    Link(int type) {
        this.type = type;
    }

    public int type() {
        return type;
    }

    /// Of a capture of all of these.
    static Link of(Stream<Chunk> chunks) {
        List<Link> links = chunks.map(Link::of).distinct().limit(2).toList();
        return switch (links.size()) {
            case 0 -> IP;
            case 1 -> links.getFirst();
            default -> COOKED;
        };
    }

    /// A packet socket has whole frames of its hardware, or with `SOCK_DGRAM` their payload, see
    /// packet(7).
    static Link of(Chunk chunk) {
        Transport transport = chunk.transport();
        if (transport.isInet()) {
            return IP;
        }
        boolean frames = transport.family() == AF_PACKET && transport.type() == SOCK_RAW;
        return frames && isEthernet(chunk) ? ETHERNET : COOKED;
    }

    /// The header of LINKTYPE_LINUX_SLL before a packet of the chunk.
    static byte[] cooked(Chunk chunk, Packet packet) {
        Transport transport = chunk.transport();
        boolean payloads = transport.family() == AF_PACKET && transport.type() == SOCK_DGRAM;
        return switch (of(chunk)) {
            case IP -> cooked(way(chunk), ARPHRD_NONE, NONE, version(packet.bytes()));
            case ETHERNET -> cooked(way(chunk), ARPHRD_ETHER, NONE, FRAME);
            case COOKED -> payloads ? ofItsFrame(chunk) : ofNone(chunk, packet);
        };
    }

    /// Messages of netlink are as in captures of nlmon.
    private static byte[] ofNone(Chunk chunk, Packet packet) {
        Transport transport = chunk.transport();
        return transport.family() == AF_NETLINK && isNetlink(packet)
                ? cooked(way(chunk), ARPHRD_NETLINK, NONE, transport.proto())
                : cooked(way(chunk), ARPHRD_NONE, NONE, NO_PROTOCOL);
    }

    /// Whether it is whole messages behind one another, each with a `struct nlmsghdr`: a socket of
    /// the family may send anything, and has texts of the kernel's events, which readers that
    /// expect messages call malformed.
    private static boolean isNetlink(Packet packet) {
        ByteBuffer bytes = ByteBuffer.wrap(packet.bytes()).order(ByteOrder.nativeOrder());
        long at = 0;
        while (at + Integer.BYTES <= bytes.capacity()) {
            long length = bytes.getInt((int) at) & 0xffff_ffffL;
            if (length < NLMSG_HEADER || at + length > packet.size()) {
                return false;
            }
            at += length + 3 & ~3;
        }
        return at > 0;
    }

    /// Says of a payload what its frame would have.
    private static byte[] ofItsFrame(Chunk chunk) {
        SocketAddress.Packet address = address(chunk);
        if (address == null) {
            return cooked(OUTGOING, hatype(chunk), NONE, NO_PROTOCOL);
        }
        boolean sent = chunk.direction() == Direction.SENT;
        return cooked(
                sent ? OUTGOING : address.pkttype(),
                hatype(chunk),
                address.hwaddr(),
                address.protocol());
    }

    private static byte[] cooked(int way, int hatype, byte[] hardware, int protocol) {
        return ByteBuffer.allocate(HEADER)
                .putShort((short) way)
                .putShort((short) hatype)
                .putShort((short) hardware.length)
                .put(Arrays.copyOf(hardware, HARDWARE))
                .putShort((short) protocol)
                .array();
    }

    private static int way(Chunk chunk) {
        return chunk.direction() == Direction.SENT ? OUTGOING : INCOMING;
    }

    private static int version(byte[] packet) {
        return packet.length > 0 && packet[0] >> 4 == 6 ? ETH_P_IPV6 : ETH_P_IP;
    }

    /// The loopback interface has frames of Ethernet too.
    private static boolean isEthernet(Chunk chunk) {
        int hatype = hatype(chunk);
        return hatype == ARPHRD_ETHER || hatype == ARPHRD_LOOPBACK;
    }

    /// The kernel knows the hardware of the interface that the socket is bound to, and tells that
    /// of the one that a packet came by.
    private static int hatype(Chunk chunk) {
        SocketAddress.Packet local = packet(chunk.ends().local());
        SocketAddress.Packet of = local != null && local.ifindex() != 0 ? local : address(chunk);
        return of == null ? 0 : of.hatype();
    }

    private static SocketAddress.@Nullable Packet address(Chunk chunk) {
        return packet(chunk.address().length > 0 ? chunk.address() : chunk.ends().local());
    }

    private static SocketAddress.@Nullable Packet packet(byte[] addr) {
        return Sockaddr.decode(addr) instanceof SocketAddress.Packet packet ? packet : null;
    }
}
