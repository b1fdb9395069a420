package org.socketconsole.traffic;

import static org.socketconsole.net.SocketConstants.AF_INET6;
import static org.socketconsole.net.SocketConstants.IPPROTO_ICMP;
import static org.socketconsole.net.SocketConstants.IPPROTO_ICMPV6;
import static org.socketconsole.net.SocketConstants.IPPROTO_RAW;
import static org.socketconsole.net.SocketConstants.IPPROTO_TCP;
import static org.socketconsole.net.SocketConstants.IPPROTO_UDP;
import static org.socketconsole.net.SocketConstants.IPPROTO_UDPLITE;
import static org.socketconsole.net.SocketConstants.MSG_OOB;
import static org.socketconsole.net.SocketConstants.SOCK_DGRAM;
import static org.socketconsole.net.SocketConstants.SOCK_RAW;

import org.jspecify.annotations.Nullable;
import org.socketconsole.libc.Sockaddr;
import org.socketconsole.net.SocketAddress;
import org.socketconsole.net.SocketAddress.Inet4;
import org.socketconsole.net.SocketAddress.Inet6;
import org.socketconsole.traffic.Chunk.Direction;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Puts the headers of IP, TCP (RFC 9293), UDP (RFC 768) and UDP-Lite (RFC 3828) around what calls
/// moved, and fills in what the kernel does.
final class IpPackets {

    /// The most payload of a segment. A datagram is one packet, whatever its size.
    private static final int LARGEST = 65_000;

    private static final int IPV4_HEADER = 20;
    private static final int IPV6_HEADER = 40;
    private static final int TCP_HEADER = 20;
    private static final int UDP_HEADER = 8;
    private static final int FLOWS = 16_384;
    private static final byte HOPS = 64;
    private static final int PSH_ACK = 0x18;
    private static final int URG = 0x20;
    private static final int MOST_URGENT = 0xffff;

    private static final int IP_LENGTH = 2;
    private static final int IPV4_SUM = 10;
    private static final int IPV4_SOURCE = 12;
    private static final int TCP_SUM = 16;
    private static final int UDP_SUM = 6;
    private static final int ICMP_SUM = 2;
    private static final int ICMP_ID = 4;
    private static final int ICMP_HEADER = 8;

    /// In UDP a sum of zero means that there is none.
    private static final short NONE_OF_UDP = -1;

    private static final byte[] LOOPBACK_OF_IPV4 = {127, 0, 0, 1};
    private static final byte[] LOOPBACK_OF_IPV6 = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};
    private static final byte[] MAPPED = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1};

    /// Those that were heard of lately.
    private final Map<String, TcpFlow> flows =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, TcpFlow> eldest) {
                    return size() > FLOWS;
                }
            };

    /// One end of a packet.
    private record End(byte[] host, int port) {

        static End of(byte[] addr, boolean wide) {
            return of(Sockaddr.decode(addr), wide);
        }

        String text() {
            return HexFormat.of().formatHex(host) + ":" + port;
        }

        boolean isMapped() {
            return host.length == 16
                    && Arrays.equals(host, 0, MAPPED.length, MAPPED, 0, MAPPED.length);
        }

        End ofIpv4() {
            return new End(Arrays.copyOfRange(host, host.length - 4, host.length), port);
        }

        /// With the host that packets to the peer have on the wire: that of a socket which is bound
        /// to no address is known where the peer is on this machine.
        End towards(End peer) {
            boolean bound = !Arrays.equals(host, new byte[host.length]);
            return bound || !peer.isLoopback() ? this : new End(peer.loopback(), port);
        }

        private boolean isLoopback() {
            return host.length == 4 ? host[0] == 127 : Arrays.equals(host, loopback());
        }

        private byte[] loopback() {
            return host.length == 4 ? LOOPBACK_OF_IPV4 : LOOPBACK_OF_IPV6;
        }

        private static End of(@Nullable SocketAddress address, boolean wide) {
            return switch (address) {
                case Inet4(byte[] host, int port) -> new End(host, port);
                case Inet6(byte[] host, int port, int flowinfo, int scopeId) -> new End(host, port);
                case null, default -> new End(new byte[wide ? 16 : 4], 0);
            };
        }
    }

    private record Path(End source, End destination) {

        static Path of(Chunk chunk) {
            boolean wide = chunk.transport().family() == AF_INET6;
            byte[] named = chunk.address();
            End local = End.of(chunk.ends().local(), wide);
            End peer = End.of(named.length > 0 ? named : chunk.ends().peer(), wide);
            return local.isMapped() || peer.isMapped()
                    ? of(chunk, local.ofIpv4(), peer.ofIpv4())
                    : of(chunk, local, peer);
        }

        /// An IPv6 socket speaks IPv4 with a peer of that family, see ipv6(7).
        private static Path of(Chunk chunk, End local, End peer) {
            End own = local.towards(peer);
            return chunk.direction() == Direction.SENT ? new Path(own, peer) : new Path(peer, own);
        }

        String flow() {
            return source.text() + ">" + destination.text();
        }

        Path back() {
            return new Path(destination, source);
        }
    }

    /// From where to where a chunk went, the same at both of its ends.
    static String flow(Chunk chunk) {
        return Path.of(chunk).flow();
    }

    /// More than one where a chunk of a stream is larger than a segment, or packets have a part of
    /// it already.
    List<Packet> of(Chunk chunk) {
        Path path = Path.of(chunk);
        return isOfTcp(chunk.transport()) ? segments(chunk, path) : List.of(message(chunk, path));
    }

    /// What is no protocol of IP is TCP to whoever sees only the calls, as MPTCP is.
    private static boolean isOfTcp(Transport transport) {
        return transport.isTcp() || transport.isStream() && transport.proto() > 0xff;
    }

    private List<Packet> segments(Chunk chunk, Path path) {
        byte[] data = chunk.data();
        TcpFlow flow = flows.computeIfAbsent(path.flow(), none -> new TcpFlow());
        long place = flow.place(chunk);
        int known = Math.clamp(flow.reached() - place, 0, chunk.length());
        flow.add(chunk, place);
        List<Packet> segments = new ArrayList<>();
        for (int start = 0, end; start == 0 || start < chunk.length(); start = end) {
            end = Math.min(start + LARGEST, start < known ? known : chunk.length());
            byte[] part = Packets.part(data, start, end - start);
            ByteBuffer segment = tcp(path, place + start, urgent(chunk, start), part);
            int size = TCP_HEADER + end - start;
            byte[] checked = checked(path, IPPROTO_TCP, segment, size, TCP_SUM);
            segments.add(ip(path, IPPROTO_TCP, checked, size, end - start, end <= known));
        }
        return segments;
    }

    private static Packet message(Chunk chunk, Path path) {
        Transport transport = chunk.transport();
        if (transport.type() == SOCK_RAW && hasHeader(chunk)) {
            return new Packet(whole(chunk, path), chunk.length(), chunk.length(), false);
        }
        int proto = transport.proto();
        byte[] data = chunk.data();
        boolean ports = transport.type() != SOCK_RAW && isUdp(proto);
        byte[] known = ports ? udp(chunk, path) : isMade(chunk) ? icmp(chunk, path) : data;
        int size = chunk.length() + known.length - data.length;
        return ip(path, proto, known, size, chunk.length(), false);
    }

    /// A raw IPv4 socket receives the header too, see raw(7), and one of `IPPROTO_RAW` sends it.
    private static boolean hasHeader(Chunk chunk) {
        return chunk.transport().proto() == IPPROTO_RAW
                || chunk.direction() == Direction.RECEIVED
                        && chunk.transport().family() != AF_INET6;
    }

    /// The kernel fills in the length and the sum of an IPv4 header, and the source where it is
    /// zero.
    private static byte[] whole(Chunk chunk, Path path) {
        byte[] data = chunk.data();
        boolean ipv4 = chunk.transport().family() != AF_INET6;
        if (chunk.direction() == Direction.RECEIVED || !ipv4 || data.length < IPV4_HEADER) {
            return data;
        }
        ByteBuffer packet = ByteBuffer.wrap(data.clone()).putShort(IP_LENGTH, (short) data.length);
        if (packet.getInt(IPV4_SOURCE) == 0) {
            packet.put(IPV4_SOURCE, path.source.host);
        }
        int header = Math.min(data.length, (data[0] & 0xf) * 4);
        packet.putShort(IPV4_SUM, (short) 0);
        return packet.putShort(IPV4_SUM, folded(sum(Arrays.copyOf(packet.array(), header))))
                .array();
    }

    private static boolean isUdp(int proto) {
        return proto == IPPROTO_UDP || proto == IPPROTO_UDPLITE;
    }

    /// Whether the kernel completes its ICMP: that of a raw IPv6 socket, see ipv6(7), and that of
    /// one that may only ask for echoes, see icmp(7).
    private static boolean isMade(Chunk chunk) {
        Transport of = chunk.transport();
        boolean echoes = of.type() == SOCK_DGRAM && of.proto() == IPPROTO_ICMP;
        return chunk.direction() == Direction.SENT
                && chunk.size() >= ICMP_HEADER
                && (echoes || of.proto() == IPPROTO_ICMPV6);
    }

    private static byte[] icmp(Chunk chunk, Path path) {
        ByteBuffer message = ByteBuffer.wrap(chunk.data().clone()).putShort(ICMP_SUM, (short) 0);
        if (chunk.transport().type() == SOCK_DGRAM) {
            message.putShort(ICMP_ID, (short) path.source.port);
        }
        return chunk.transport().proto() == IPPROTO_ICMPV6
                ? checked(path, IPPROTO_ICMPV6, message, message.capacity(), ICMP_SUM)
                : message.putShort(ICMP_SUM, folded(sum(message.array()))).array();
    }

    /// Up to where the urgent bytes are, which reaches no further than its field.
    private static int urgent(Chunk chunk, int start) {
        boolean urgent = (chunk.flags() & MSG_OOB) != 0;
        return urgent ? Math.min(MOST_URGENT, chunk.length() - start) : 0;
    }

    private ByteBuffer tcp(Path path, long place, int urgent, byte[] part) {
        TcpFlow back = flows.get(path.back().flow());
        return ByteBuffer.allocate(TCP_HEADER + part.length)
                .putShort((short) path.source.port)
                .putShort((short) path.destination.port)
                .putInt((int) (place + 1))
                .putInt((int) ((back == null ? 0 : back.reached()) + 1))
                .put((byte) (TCP_HEADER / 4 << 4))
                .put((byte) (urgent == 0 ? PSH_ACK : PSH_ACK | URG))
                .putShort((short) 0xffff)
                .putShort((short) 0)
                .putShort((short) urgent)
                .put(part);
    }

    /// UDP-Lite has in the place of the length how much its sum covers: by default all.
    private static byte[] udp(Chunk chunk, Path path) {
        byte[] data = chunk.data();
        int size = UDP_HEADER + chunk.length();
        ByteBuffer datagram =
                ByteBuffer.allocate(UDP_HEADER + data.length)
                        .putShort((short) path.source.port)
                        .putShort((short) path.destination.port)
                        .putShort((short) size)
                        .putShort((short) 0)
                        .put(data);
        return checked(path, chunk.transport().proto(), datagram, size, UDP_SUM);
    }

    /// Puts the checksum over the segment and its pseudo header in its place, see RFC 1071.
    ///
    /// @param size that of the whole, of which not all may be known
    private static byte[] checked(Path path, int proto, ByteBuffer segment, int size, int place) {
        long sum =
                sum(path.source.host)
                        + sum(path.destination.host)
                        + proto
                        + size
                        + sum(segment.array());
        short folded = folded(sum);
        return segment.putShort(place, folded == 0 && isUdp(proto) ? NONE_OF_UDP : folded).array();
    }

    /// @param known what is known of its payload, which has that size
    private static Packet ip(
            Path path, int proto, byte[] known, int size, int payload, boolean repeated) {
        byte[] header =
                path.source.host.length == 16 ? ipv6(path, proto, size) : ipv4(path, proto, size);
        return new Packet(known, size, payload, repeated).behind(header);
    }

    private static byte[] ipv4(Path path, int proto, int size) {
        ByteBuffer header =
                ByteBuffer.allocate(IPV4_HEADER)
                        .put((byte) 0x45)
                        .put((byte) 0)
                        .putShort((short) (IPV4_HEADER + size))
                        .putInt(0)
                        .put(HOPS)
                        .put((byte) proto)
                        .putShort((short) 0)
                        .put(path.source.host)
                        .put(path.destination.host);
        return header.putShort(IPV4_SUM, folded(sum(header.array()))).array();
    }

    private static byte[] ipv6(Path path, int proto, int size) {
        return ByteBuffer.allocate(IPV6_HEADER)
                .putInt(0x6000_0000)
                .putShort((short) size)
                .put((byte) proto)
                .put(HOPS)
                .put(path.source.host)
                .put(path.destination.host)
                .array();
    }

    private static long sum(byte[] bytes) {
        long sum = 0;
        for (int i = 0; i < bytes.length; i++) {
            sum += (bytes[i] & 0xff) << (i % 2 == 0 ? 8 : 0);
        }
        return sum;
    }

    private static short folded(long sum) {
        long folded = sum;
        while (folded > 0xffff) {
            folded = (folded & 0xffff) + (folded >>> 16);
        }
        return (short) ~folded;
    }
}
