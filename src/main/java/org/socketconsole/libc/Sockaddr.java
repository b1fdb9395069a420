package org.socketconsole.libc;

import org.jspecify.annotations.Nullable;
import org.socketconsole.net.SocketAddress;
import org.socketconsole.net.SocketAddress.Inet4;
import org.socketconsole.net.SocketAddress.Inet6;
import org.socketconsole.net.SocketAddress.Netlink;
import org.socketconsole.net.SocketAddress.Packet;
import org.socketconsole.net.SocketAddress.Unix;
import org.socketconsole.net.SocketAddress.Vsock;
import org.socketconsole.net.SocketConstants;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/// Addresses as the bytes of a `struct sockaddr_…`, which are what the kernel gets and gives.
///
/// Every struct begins with `sa_family_t`, 16 bits in host order. Ports, and `sll_protocol`, are in
/// network order.
public final class Sockaddr {

    /// `sizeof(sun_path)`.
    public static final int SUN_PATH = 108;

    private static final int FAMILY = Short.BYTES;

    private Sockaddr() {}

    public static byte[] encode(SocketAddress address) {
        return switch (address) {
            // sin_port, sin_addr, 8 bytes of padding                           <netinet/in.h>
            case Inet4 a -> struct(a, 16).putShort(network(a.port())).put(a.host()).array();
            // sin6_port, sin6_flowinfo (network order), sin6_addr, sin6_scope_id
            case Inet6 a ->
                    struct(a, 28)
                            .putShort(network(a.port()))
                            .putInt(networkInt(a.flowinfo()))
                            .put(a.host())
                            .putInt(a.scopeId())
                            .array();
            // sun_path; a file's path ends with a NUL, an abstract name with its length  <sys/un.h>
            case Unix a ->
                    struct(a, FAMILY + a.path().length + terminator(a)).put(a.path()).array();
            // sll_protocol, sll_ifindex, sll_hatype, sll_pkttype, sll_halen, sll_addr[8]
            case Packet a ->
                    struct(a, 20)
                            .putShort(network(a.protocol()))
                            .putInt(a.ifindex())
                            .putShort((short) a.hatype())
                            .put((byte) a.pkttype())
                            .put((byte) a.hwaddr().length)
                            .put(a.hwaddr())
                            .array();
            // nl_pad, nl_pid, nl_groups                                     <linux/netlink.h>
            case Netlink a ->
                    struct(a, 12).putShort((short) 0).putInt(a.pid()).putInt(a.groups()).array();
            // svm_reserved1, svm_port, svm_cid, 4 bytes of padding       <linux/vm_sockets.h>
            case Vsock a ->
                    struct(a, 16).putShort((short) 0).putInt(a.port()).putInt(a.cid()).array();
        };
    }

    /// Null where the kernel gave no address, or one of a family that has no form here.
    public static @Nullable SocketAddress decode(byte[] addr) {
        if (addr.length < FAMILY) {
            return null;
        }
        ByteBuffer struct = ByteBuffer.wrap(addr).order(ByteOrder.nativeOrder());
        return switch (struct.getShort()) {
            case SocketConstants.AF_INET -> inet4(struct);
            case SocketConstants.AF_INET6 -> inet6(struct);
            case SocketConstants.AF_UNIX -> new Unix(path(bytes(struct, struct.remaining())));
            case SocketConstants.AF_PACKET -> packet(struct);
            case SocketConstants.AF_NETLINK -> new Netlink(struct.getInt(4), struct.getInt(8));
            case SocketConstants.AF_VSOCK -> new Vsock(struct.getInt(8), struct.getInt(4));
            default -> null;
        };
    }

    /// The family that the bytes state.
    public static int family(byte[] addr) {
        return ByteBuffer.wrap(addr).order(ByteOrder.nativeOrder()).getShort();
    }

    /// The size of a host's address in bytes.
    public static int hostSize(int family) {
        return family == SocketConstants.AF_INET ? 4 : 16;
    }

    static short networkShort(short value) {
        return ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN ? value : Short.reverseBytes(value);
    }

    private static ByteBuffer struct(SocketAddress address, int size) {
        return ByteBuffer.allocate(size)
                .order(ByteOrder.nativeOrder())
                .putShort((short) address.family());
    }

    private static int terminator(Unix address) {
        return address.path().length > 0 && address.path()[0] != 0 ? 1 : 0;
    }

    private static Inet4 inet4(ByteBuffer struct) {
        int port = port(struct);
        return new Inet4(bytes(struct, 4), port);
    }

    private static Inet6 inet6(ByteBuffer struct) {
        int port = port(struct);
        int flowinfo = networkInt(struct.getInt());
        return new Inet6(bytes(struct, 16), port, flowinfo, struct.getInt());
    }

    private static Packet packet(ByteBuffer struct) {
        int protocol = port(struct);
        int ifindex = struct.getInt();
        int hatype = Short.toUnsignedInt(struct.getShort());
        int pkttype = Byte.toUnsignedInt(struct.get());
        int length = Math.min(struct.get(), struct.remaining());
        return new Packet(ifindex, protocol, pkttype, hatype, bytes(struct, length));
    }

    private static byte[] path(byte[] path) {
        if (path.length == 0 || path[0] == 0) {
            return path;
        }
        int end = 0;
        while (end < path.length && path[end] != 0) {
            end++;
        }
        return Arrays.copyOf(path, end);
    }

    private static int port(ByteBuffer struct) {
        return Short.toUnsignedInt(networkShort(struct.getShort()));
    }

    private static byte[] bytes(ByteBuffer struct, int size) {
        byte[] bytes = new byte[size];
        struct.get(bytes);
        return bytes;
    }

    private static short network(int port) {
        return networkShort((short) port);
    }

    private static int networkInt(int value) {
        return ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN
                ? value
                : Integer.reverseBytes(value);
    }
}
