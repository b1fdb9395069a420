package org.socketconsole.traffic;

import static org.socketconsole.net.SocketConstants.AF_INET6;
import static org.socketconsole.net.SocketConstants.IPPROTO_TCP;
import static org.socketconsole.net.SocketConstants.IPPROTO_UDP;
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

/// Puts the headers of IP, TCP (RFC 9293) and UDP (RFC 768) around what calls moved.
final class IpPackets {

    /// The most payload of a packet.
    static final int LARGEST = 65_000;

    private static final int IPV4_HEADER = 20;
    private static final int IPV6_HEADER = 40;
    private static final int TCP_HEADER = 20;
    private static final int UDP_HEADER = 8;
    private static final int FLOWS = 16_384;
    private static final byte HOPS = 64;
    private static final byte PSH_ACK = 0x18;

    /// In UDP a sum of zero means that there is none.
    private static final short NONE_OF_UDP = -1;

    private static final byte[] MAPPED = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1};

    /// How far each way is that was heard of lately: what the other side acknowledges.
    private final Map<String, Long> reached =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
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
            Path path =
                    chunk.direction() == Direction.SENT
                            ? new Path(local, peer)
                            : new Path(peer, local);
            return local.isMapped() || peer.isMapped() ? path.ofIpv4() : path;
        }

        String flow() {
            return source.text() + ">" + destination.text();
        }

        Path back() {
            return new Path(destination, source);
        }

        /// An IPv6 socket speaks IPv4 with a peer of that family, see ipv6(7).
        private Path ofIpv4() {
            return new Path(source.ofIpv4(), destination.ofIpv4());
        }
    }

    /// From where to where a chunk went, the same at both of its ends.
    static String flow(Chunk chunk) {
        return Path.of(chunk).flow();
    }

    /// More than one where a chunk is larger than a packet can be.
    List<byte[]> of(Chunk chunk) {
        if (chunk.transport().type() == SOCK_RAW && hasHeader(chunk)) {
            return List.of(chunk.data());
        }
        Path path = Path.of(chunk);
        List<byte[]> packets = new ArrayList<>();
        for (int start = 0; start == 0 || start < chunk.size(); start += LARGEST) {
            int end = Math.min(chunk.size(), start + LARGEST);
            byte[] part = Arrays.copyOfRange(chunk.data(), start, end);
            int proto = protocol(chunk);
            packets.add(ip(path, proto, transport(chunk, path, proto, start, part)));
        }
        return packets;
    }

    /// A raw IPv4 socket receives the header too, see raw(7).
    private static boolean hasHeader(Chunk chunk) {
        return chunk.direction() == Direction.RECEIVED && chunk.transport().family() != AF_INET6;
    }

    /// MPTCP's bytes are TCP's to whoever sees only the calls.
    private static int protocol(Chunk chunk) {
        Transport transport = chunk.transport();
        return transport.isStream() && transport.proto() > 0xff ? IPPROTO_TCP : transport.proto();
    }

    private byte[] transport(Chunk chunk, Path path, int proto, int start, byte[] part) {
        if (chunk.transport().type() == SOCK_RAW) {
            return part;
        }
        return switch (proto) {
            case IPPROTO_TCP -> checked(path, proto, tcp(chunk, path, start, part), 16);
            case IPPROTO_UDP -> checked(path, proto, udp(path, part), 6);
            default -> part;
        };
    }

    private ByteBuffer tcp(Chunk chunk, Path path, int start, byte[] part) {
        long place = chunk.offset() + start;
        reached.put(path.flow(), place + part.length);
        return ByteBuffer.allocate(TCP_HEADER + part.length)
                .putShort((short) path.source.port)
                .putShort((short) path.destination.port)
                .putInt((int) (place + 1))
                .putInt((int) (reached.getOrDefault(path.back().flow(), 0L) + 1))
                .put((byte) (TCP_HEADER / 4 << 4))
                .put(PSH_ACK)
                .putShort((short) 0xffff)
                .putInt(0)
                .put(part);
    }

    private static ByteBuffer udp(Path path, byte[] part) {
        return ByteBuffer.allocate(UDP_HEADER + part.length)
                .putShort((short) path.source.port)
                .putShort((short) path.destination.port)
                .putShort((short) (UDP_HEADER + part.length))
                .putShort((short) 0)
                .put(part);
    }

    /// Puts the checksum over the segment and its pseudo header in its place, see RFC 1071.
    private static byte[] checked(Path path, int proto, ByteBuffer segment, int place) {
        long sum =
                sum(path.source.host)
                        + sum(path.destination.host)
                        + proto
                        + segment.capacity()
                        + sum(segment.array());
        short folded = folded(sum);
        return segment.putShort(place, folded == 0 && proto == IPPROTO_UDP ? NONE_OF_UDP : folded)
                .array();
    }

    private static byte[] ip(Path path, int proto, byte[] payload) {
        return path.source.host.length == 16
                ? ipv6(path, proto, payload)
                : ipv4(path, proto, payload);
    }

    private static byte[] ipv4(Path path, int proto, byte[] payload) {
        ByteBuffer header =
                ByteBuffer.allocate(IPV4_HEADER)
                        .put((byte) 0x45)
                        .put((byte) 0)
                        .putShort((short) (IPV4_HEADER + payload.length))
                        .putInt(0)
                        .put(HOPS)
                        .put((byte) proto)
                        .putShort((short) 0)
                        .put(path.source.host)
                        .put(path.destination.host);
        header.putShort(10, folded(sum(header.array())));
        return joined(header, payload);
    }

    private static byte[] ipv6(Path path, int proto, byte[] payload) {
        ByteBuffer header =
                ByteBuffer.allocate(IPV6_HEADER)
                        .putInt(0x6000_0000)
                        .putShort((short) payload.length)
                        .put((byte) proto)
                        .put(HOPS)
                        .put(path.source.host)
                        .put(path.destination.host);
        return joined(header, payload);
    }

    private static byte[] joined(ByteBuffer header, byte[] payload) {
        return ByteBuffer.allocate(header.capacity() + payload.length)
                .put(header.array())
                .put(payload)
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
