package org.socketconsole.recording;

import static org.socketconsole.net.SocketConstants.AF_INET;
import static org.socketconsole.net.SocketConstants.AF_INET6;
import static org.socketconsole.net.SocketConstants.IPPROTO_TCP;
import static org.socketconsole.net.SocketConstants.IPPROTO_UDP;
import static org.socketconsole.net.SocketConstants.IPPROTO_UDPLITE;
import static org.socketconsole.net.SocketConstants.SOCK_DGRAM;
import static org.socketconsole.net.SocketConstants.SOCK_RAW;
import static org.socketconsole.net.SocketConstants.SOCK_STREAM;

import org.jspecify.annotations.Nullable;
import org.socketconsole.libc.Sockaddr;
import org.socketconsole.net.SocketAddress.Inet4;
import org.socketconsole.net.SocketAddress.Inet6;
import org.socketconsole.traffic.CapturedPacket;
import org.socketconsole.traffic.Transport;

import java.nio.ByteBuffer;
import java.util.Arrays;

/// What the headers of a packet say: from where to where, by which protocol, and where its payload
/// is. What is no IP, or is cut within its headers, is payload alone.
///
/// @param source a `struct sockaddr_…`, empty where there is none
/// @param sequence the number of its first byte in TCP
/// @param opens whether it is a SYN
record Dissection(
        Transport transport,
        byte[] source,
        byte[] destination,
        byte[] payload,
        int sequence,
        boolean opens) {

    private static final Transport NO_TRANSPORT = new Transport(0, SOCK_RAW, 0);
    private static final byte[] NONE = {};
    private static final int IPV6_HEADER = 40;
    private static final int UDP_HEADER = 8;
    private static final int FRAGMENT = 0x1fff;
    private static final int SYN = 2;

    static Dissection of(CapturedPacket packet) {
        int start = LinkHeader.length(packet.link(), packet.bytes());
        try {
            Dissection found = start < 0 ? null : ip(ByteBuffer.wrap(packet.bytes()), start);
            return found == null ? payload(packet.bytes()) : found;
        } catch (IndexOutOfBoundsException cut) {
            return payload(packet.bytes());
        }
    }

    private static Dissection payload(byte[] bytes) {
        return new Dissection(NO_TRANSPORT, NONE, NONE, bytes, 0, false);
    }

    private static @Nullable Dissection ip(ByteBuffer packet, int start) {
        return switch (packet.get(start) >> 4 & 0xf) {
            case 4 -> ipv4(packet, start);
            case 6 -> ipv6(packet, start);
            default -> null;
        };
    }

    /// What is no whole datagram, but the later part of one, has no header of its transport.
    private static Dissection ipv4(ByteBuffer packet, int start) {
        int header = (packet.get(start) & 0xf) * 4;
        boolean later = (packet.getShort(start + 6) & FRAGMENT) != 0;
        int end = end(packet, start + (packet.getShort(start + 2) & 0xffff));
        return transport(
                packet,
                later ? 0 : packet.get(start + 9) & 0xff,
                new Hosts(AF_INET, part(packet, start + 12, 4), part(packet, start + 16, 4)),
                start + header,
                end);
    }

    private static Dissection ipv6(ByteBuffer packet, int start) {
        int end = end(packet, start + IPV6_HEADER + (packet.getShort(start + 4) & 0xffff));
        return transport(
                packet,
                packet.get(start + 6) & 0xff,
                new Hosts(AF_INET6, part(packet, start + 8, 16), part(packet, start + 24, 16)),
                start + IPV6_HEADER,
                end);
    }

    /// What a card sends in parts has no length yet.
    private static int end(ByteBuffer packet, int said) {
        return said > packet.capacity() || said == 0 ? packet.capacity() : said;
    }

    private record Hosts(int family, byte[] source, byte[] destination) {

        byte[] from(int port) {
            return address(source, port);
        }

        byte[] to(int port) {
            return address(destination, port);
        }

        private static byte[] address(byte[] host, int port) {
            return Sockaddr.encode(
                    host.length == 4 ? new Inet4(host, port) : new Inet6(host, port, 0, 0));
        }
    }

    private static Dissection transport(
            ByteBuffer packet, int proto, Hosts hosts, int start, int end) {
        boolean ports = proto == IPPROTO_TCP || proto == IPPROTO_UDP || proto == IPPROTO_UDPLITE;
        int header =
                switch (proto) {
                    case IPPROTO_TCP -> (packet.get(start + 12) >> 4 & 0xf) * 4;
                    case IPPROTO_UDP, IPPROTO_UDPLITE -> UDP_HEADER;
                    default -> 0;
                };
        return new Dissection(
                new Transport(hosts.family, type(proto), proto),
                hosts.from(ports ? packet.getShort(start) & 0xffff : 0),
                hosts.to(ports ? packet.getShort(start + 2) & 0xffff : 0),
                part(packet, start + header, Math.max(0, end - start - header)),
                proto == IPPROTO_TCP ? packet.getInt(start + 4) : 0,
                proto == IPPROTO_TCP && (packet.get(start + 13) & SYN) != 0);
    }

    private static int type(int proto) {
        return switch (proto) {
            case IPPROTO_TCP -> SOCK_STREAM;
            case IPPROTO_UDP, IPPROTO_UDPLITE -> SOCK_DGRAM;
            default -> SOCK_RAW;
        };
    }

    private static byte[] part(ByteBuffer packet, int start, int length) {
        if (start + length > packet.capacity()) {
            throw new IndexOutOfBoundsException();
        }
        return Arrays.copyOfRange(packet.array(), start, start + length);
    }
}
