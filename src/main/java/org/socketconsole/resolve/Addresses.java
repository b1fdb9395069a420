package org.socketconsole.resolve;

import static org.socketconsole.net.Errno.EAFNOSUPPORT;
import static org.socketconsole.net.SocketConstants.AF_INET;
import static org.socketconsole.net.SocketConstants.AF_INET6;
import static org.socketconsole.net.SocketConstants.AF_NETLINK;
import static org.socketconsole.net.SocketConstants.AF_PACKET;
import static org.socketconsole.net.SocketConstants.AF_UNIX;
import static org.socketconsole.net.SocketConstants.AF_UNSPEC;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.Address;
import org.socketconsole.call.Call;
import org.socketconsole.call.InvalidArgumentException;
import org.socketconsole.call.Text;
import org.socketconsole.libc.Libc;
import org.socketconsole.libc.Sockaddr;
import org.socketconsole.net.Constants;
import org.socketconsole.net.SocketAddress.Inet4;
import org.socketconsole.net.SocketAddress.Inet6;
import org.socketconsole.net.SocketAddress.Netlink;
import org.socketconsole.net.SocketAddress.Packet;
import org.socketconsole.net.SocketAddress.Unix;
import org.socketconsole.net.SocketAddress.Vsock;
import org.socketconsole.net.SyscallException;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Set;

/// Addresses between the form on the wire and the bytes that the kernel gets.
@Component
public class Addresses {

    /// The calls that dissolve an association by [#UNSPEC].
    private static final Set<String> DISSOLVING = Set.of("connect", "connect_ex");

    /// `struct sockaddr` of the family `AF_UNSPEC`, which is 0.
    private static final byte[] UNSPEC = new byte[16];

    private static final long UNSIGNED_INT = 0xffff_ffffL;
    private static final int USHRT_MAX = 0xffff;
    private static final int UCHAR_MAX = 0xff;
    private static final int FLOWINFO_MAX = 0xfffff;
    private static final int HWADDR_MAX = 8;
    private static final int ENODEV = 19;

    private final Libc libc;
    private final Resolver resolver;

    Addresses(Libc libc, Resolver resolver) {
        this.libc = libc;
        this.resolver = resolver;
    }

    /// A family whose addresses have no form here is one that this API does not have.
    public void requireForm(int family, Call call) {
        members(family, call);
    }

    private static List<String> members(int family, Call call) {
        List<String> members = Address.members(family);
        if (members.isEmpty()) {
            throw new SyscallException(call.name(), EAFNOSUPPORT);
        }
        return members;
    }

    /// The bytes of a `struct sockaddr_…` of the family; a host that is a name is looked up. For
    /// `connect`, the family `AF_UNSPEC` alone is an address too, see connect(2).
    public byte[] sockaddr(Address address, int family, Call call) {
        if (isUnspec(address) && DISSOLVING.contains(call.name())) {
            return UNSPEC.clone();
        }
        refuseOthers(address, family, members(family, call));
        return Sockaddr.encode(
                switch (family) {
                    case AF_INET -> new Inet4(inet(address, call), port(address));
                    case AF_INET6 -> inet6(address, call);
                    case AF_UNIX -> new Unix(path(address));
                    case AF_PACKET -> packet(address, call);
                    case AF_NETLINK -> netlink(address);
                    default -> vsock(address);
                });
    }

    /// Null where the kernel gave no address.
    public @Nullable Address view(byte[] addr) {
        return switch (Sockaddr.decode(addr)) {
            case Inet4 a -> Address.inet(resolver.text(a.host()), a.port());
            case Inet6 a ->
                    Address.inet6(
                            resolver.text(a.host()),
                            a.port(),
                            a.flowinfo(),
                            Integer.toUnsignedLong(a.scopeId()));
            case Unix a -> Address.unix(a.path());
            case Packet a ->
                    Address.packet(
                            ifname(a.ifindex()), a.protocol(), a.pkttype(), a.hatype(), a.hwaddr());
            case Netlink a ->
                    Address.netlink(
                            Integer.toUnsignedLong(a.pid()), Integer.toUnsignedLong(a.groups()));
            case Vsock a ->
                    Address.vsock(
                            Integer.toUnsignedLong(a.cid()), Integer.toUnsignedLong(a.port()));
            case null -> null;
        };
    }

    private static boolean isUnspec(Address address) {
        return address.family() != null
                && family(address.family()) == AF_UNSPEC
                && address.given().isEmpty();
    }

    private static void refuseOthers(Address address, int family, List<String> members) {
        String name = Constants.name("AF_", family);
        if (address.family() != null && family(address.family()) != family) {
            throw new InvalidArgumentException("address.family", "is not the socket's, " + name);
        }
        for (String given : address.given()) {
            if (!members.contains(given)) {
                throw new InvalidArgumentException(
                        "address." + given,
                        "is not of an address of " + name + ", which has " + quoted(members));
            }
        }
    }

    private static int family(String name) {
        try {
            return Constants.parseInt(name);
        } catch (IllegalArgumentException unknown) {
            throw new InvalidArgumentException(
                    "address.family", String.valueOf(unknown.getMessage()));
        }
    }

    private Inet6 inet6(Address address, Call call) {
        Inet6 host = resolver.inet6(required("host", address.host()), "address.host", call);
        return new Inet6(
                host.host(),
                port(address),
                (int) number("flowinfo", otherwise(address.flowinfo(), 0), FLOWINFO_MAX),
                scope(host.scopeId(), address));
    }

    /// The host's zone, or `scope_id`; where there are both, they are the same.
    private static int scope(int zone, Address address) {
        int scopeId = (int) number("scope_id", otherwise(address.scopeId(), 0), UNSIGNED_INT);
        if (zone != 0 && scopeId != 0 && zone != scopeId) {
            throw new InvalidArgumentException(
                    "address.scope_id", "is not the zone of the host, which is " + zone);
        }
        return zone == 0 ? scopeId : zone;
    }

    private Packet packet(Address address, Call call) {
        byte[] hwaddr = address.hwaddr() == null ? new byte[0] : address.hwaddr();
        if (hwaddr.length > HWADDR_MAX) {
            throw new InvalidArgumentException("address.hwaddr", "has more than 8 bytes");
        }
        return new Packet(
                ifindex(required("ifname", address.ifname()), call),
                (int) number("protocol", address.protocol(), USHRT_MAX),
                (int) number("pkttype", otherwise(address.pkttype(), 0), UCHAR_MAX),
                (int) number("hatype", otherwise(address.hatype(), 0), USHRT_MAX),
                hwaddr);
    }

    private static Netlink netlink(Address address) {
        return new Netlink(
                (int) number("pid", address.pid(), UNSIGNED_INT),
                (int) number("groups", address.groups(), UNSIGNED_INT));
    }

    private static Vsock vsock(Address address) {
        return new Vsock(
                (int) number("cid", address.cid(), UNSIGNED_INT),
                (int) number("port", address.port(), UNSIGNED_INT));
    }

    private byte[] inet(Address address, Call call) {
        return resolver.host(required("host", address.host()), AF_INET, "address.host", call);
    }

    private static int port(Address address) {
        return (int) number("port", address.port(), USHRT_MAX);
    }

    /// A file's path needs room for the NUL that ends it, an abstract name does not.
    private static byte[] path(Address address) {
        byte[] path = pathBytes(address);
        boolean isAbstract = path.length > 0 && path[0] == 0;
        int longest = isAbstract ? Sockaddr.SUN_PATH : Sockaddr.SUN_PATH - 1;
        if (!isAbstract) {
            requireNoNul(path, address);
        }
        if (path.length > longest) {
            throw new InvalidArgumentException(
                    "address.path", "has " + path.length + " bytes, more than " + longest);
        }
        return path;
    }

    /// The kernel would take what stands before it for the whole.
    private static void requireNoNul(byte[] path, Address address) {
        for (byte octet : path) {
            if (octet == 0) {
                throw new InvalidArgumentException(
                        address.pathBytes() == null ? "address.path" : "address.path_bytes",
                        "has a NUL in it, which may only stand first, for an abstract name");
            }
        }
    }

    private static byte[] pathBytes(Address address) {
        if (address.pathBytes() == null) {
            return Text.utf8(required("path", address.path()), "address.path");
        }
        if (address.path() != null) {
            throw new InvalidArgumentException(
                    "address.path", "and `path_bytes` exclude each other");
        }
        return address.pathBytes();
    }

    private int ifindex(String ifname, Call call) {
        String name = Idna.requireNoNul(ifname, "address.ifname");
        int index = name.isEmpty() ? 0 : libc.if_nametoindex(name);
        if (index == 0 && !ifname.isEmpty()) {
            throw new SyscallException(call.name(), ENODEV);
        }
        return index;
    }

    private String ifname(int ifindex) {
        String name = ifindex == 0 ? "" : libc.if_indextoname(ifindex);
        return name == null ? "" : name;
    }

    private static long number(String member, @Nullable Long value, long max) {
        long number = required(member, value);
        if (number < 0 || number > max) {
            throw new InvalidArgumentException("address." + member, "must be 0 to " + max);
        }
        return number;
    }

    private static <T> T required(String member, @Nullable T value) {
        if (value == null) {
            throw new InvalidArgumentException("address." + member, "is required");
        }
        return value;
    }

    private static long otherwise(@Nullable Number value, long otherwise) {
        return value == null ? otherwise : value.longValue();
    }

    private static String quoted(List<String> members) {
        return "`" + String.join("`, `", members) + "`";
    }
}
