package org.socketconsole.net;

import java.util.Arrays;

/// A socket address of one of the families that have one, in the terms of its `struct sockaddr_…`.
public sealed interface SocketAddress {

    int family();

    /// False for the address of a socket that nothing has bound yet.
    boolean isBound();

    /// `struct sockaddr_in`: the host in network order, see ip(7).
    record Inet4(byte[] host, int port) implements SocketAddress {
        @Override
        public int family() {
            return SocketConstants.AF_INET;
        }

        @Override
        public boolean isBound() {
            return port != 0 || !isZero(host);
        }
    }

    /// `struct sockaddr_in6`: the host in network order, see ipv6(7).
    record Inet6(byte[] host, int port, int flowinfo, int scopeId) implements SocketAddress {
        @Override
        public int family() {
            return SocketConstants.AF_INET6;
        }

        @Override
        public boolean isBound() {
            return port != 0 || !isZero(host);
        }
    }

    /// `struct sockaddr_un`: a file's path, an abstract name behind a NUL, or empty for none, see
    /// unix(7).
    record Unix(byte[] path) implements SocketAddress {
        @Override
        public int family() {
            return SocketConstants.AF_UNIX;
        }

        @Override
        public boolean isBound() {
            return path.length > 0;
        }
    }

    /// `struct sockaddr_ll`: `protocol` in host byte order, see packet(7).
    record Packet(int ifindex, int protocol, int pkttype, int hatype, byte[] hwaddr)
            implements SocketAddress {
        @Override
        public int family() {
            return SocketConstants.AF_PACKET;
        }

        @Override
        public boolean isBound() {
            return ifindex != 0;
        }
    }

    /// `struct sockaddr_nl`: both unsigned, see netlink(7).
    record Netlink(int pid, int groups) implements SocketAddress {
        @Override
        public int family() {
            return SocketConstants.AF_NETLINK;
        }

        @Override
        public boolean isBound() {
            return pid != 0 || groups != 0;
        }
    }

    /// `struct sockaddr_vm`: both unsigned, see vsock(7).
    record Vsock(int cid, int port) implements SocketAddress {
        @Override
        public int family() {
            return SocketConstants.AF_VSOCK;
        }

        @Override
        public boolean isBound() {
            return port != SocketConstants.VMADDR_PORT_ANY;
        }
    }

    private static boolean isZero(byte[] bytes) {
        return Arrays.equals(bytes, new byte[bytes.length]);
    }
}
