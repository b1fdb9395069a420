package org.socketconsole.resolve;

import static org.socketconsole.net.SocketConstants.AF_INET;
import static org.socketconsole.net.SocketConstants.AF_INET6;
import static org.socketconsole.net.SocketConstants.AF_UNSPEC;
import static org.socketconsole.net.SocketConstants.AI_NUMERICHOST;
import static org.socketconsole.net.SocketConstants.SOCK_DGRAM;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.Call;
import org.socketconsole.call.InvalidArgumentException;
import org.socketconsole.libc.Libc;
import org.socketconsole.libc.Libc.AddrInfo;
import org.socketconsole.libc.Libc.AddrInfos;
import org.socketconsole.libc.Libc.HostEnt;
import org.socketconsole.libc.Libc.NameInfo;
import org.socketconsole.libc.Sockaddr;
import org.socketconsole.net.SocketAddress;
import org.socketconsole.net.SocketAddress.Inet4;
import org.socketconsole.net.SocketAddress.Inet6;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Objects;

/// The name functions, with the steps that CPython's socket module puts before the C library's.
@Component
public class Resolver {

    private final Libc libc;
    private final ResolverPool pool;

    Resolver(Libc libc, ResolverPool pool) {
        this.libc = libc;
        this.pool = pool;
    }

    /// The bytes of a host of a family, in network order: `""` is any address, `"<broadcast>"` all
    /// hosts. A literal is read here; only a name is asked of the name service.
    public byte[] host(String host, int family, String field, Call call) {
        if (host.isEmpty()) {
            return new byte[Sockaddr.hostSize(family)];
        }
        if (host.equals("<broadcast>")) {
            return broadcast(family, field);
        }
        byte[] literal = libc.inet_pton(family, Idna.requireNoNul(host, field));
        return literal != null && literal.length > 0
                ? literal
                : hostOf(first(host, family, field, call));
    }

    /// The same of `AF_INET6` with its zone, as in `fe80::1%eth0`: by the interface's name or
    /// index.
    Inet6 inet6(String host, String field, Call call) {
        return host.indexOf('%') >= 0
                        && Sockaddr.decode(first(host, AF_INET6, field, call).addr())
                                instanceof Inet6 zoned
                ? zoned
                : new Inet6(host(host, AF_INET6, field, call), 0, 0, 0);
    }

    List<AddrInfo> getaddrinfo(
            @Nullable String host,
            @Nullable String port,
            int flags,
            int family,
            int type,
            int proto,
            String field,
            Call call) {
        String name = host == null ? null : Idna.ascii(host, field);
        return ask(name, port, flags, family, type, proto, call);
    }

    private List<AddrInfo> ask(
            @Nullable String name,
            @Nullable String port,
            int flags,
            int family,
            int type,
            int proto,
            Call call) {
        AddrInfos answer =
                pool.ask(call, () -> libc.getaddrinfo(name, port, flags, family, type, proto));
        if (answer.status() != 0) {
            throw ResolverException.gai(libc, call.name(), answer.status(), answer.errno());
        }
        return answer.items();
    }

    /// The address of a host of either family, with its zone as in `fe80::1%eth0`.
    public SocketAddress anyAddress(String host, int port, String field, Call call) {
        if (host.indexOf('%') >= 0) {
            Inet6 zoned = inet6(host, field, call);
            return new Inet6(zoned.host(), port, 0, zoned.scopeId());
        }
        byte[] bytes = anyHost(host, field, call);
        return bytes.length == Integer.BYTES
                ? new Inet4(bytes, port)
                : new Inet6(bytes, port, 0, 0);
    }

    /// A host that is an address of either family, or a name, as its bytes. An empty one would be
    /// any address, of any family.
    byte[] anyHost(String host, String field, Call call) {
        if (host.isEmpty()) {
            throw new InvalidArgumentException(field, "is empty");
        }
        for (int family : new int[] {AF_INET, AF_INET6}) {
            byte[] literal = libc.inet_pton(family, Idna.requireNoNul(host, field));
            if (literal != null && literal.length > 0) {
                return literal;
            }
        }
        return host.equals("<broadcast>")
                ? host(host, AF_INET, field, call)
                : hostOf(first(host, AF_UNSPEC, field, call));
    }

    HostEnt gethostbyname(String hostname, Call call) {
        host(hostname, AF_INET, "hostname", call);
        String name = Idna.ascii(hostname, "hostname");
        return found(pool.ask(call, () -> libc.gethostbyname_r(name)));
    }

    HostEnt gethostbyaddr(byte[] address, Call call) {
        int family = address.length == Sockaddr.hostSize(AF_INET) ? AF_INET : AF_INET6;
        return found(pool.ask(call, () -> libc.gethostbyaddr_r(address, family)));
    }

    /// The one address that a numeric host, a port and IPv6's further members stand for.
    byte[] numeric(
            String host, int port, @Nullable Integer flowinfo, @Nullable Long scopeId, Call call) {
        String name = Idna.requireNoNul(host, "host");
        String service = Integer.toString(port);
        byte[] addr =
                ask(name, service, AI_NUMERICHOST, AF_UNSPEC, SOCK_DGRAM, 0, call)
                        .getFirst()
                        .addr();
        if (Sockaddr.decode(addr) instanceof Inet6 inet) {
            int flow = Objects.requireNonNullElse(flowinfo, 0);
            return Sockaddr.encode(new Inet6(inet.host(), port, flow, scope(inet, scopeId)));
        }
        refuse("flowinfo", flowinfo);
        refuse("scope_id", scopeId);
        return addr;
    }

    private static void refuse(String field, @Nullable Number given) {
        if (given != null) {
            throw new InvalidArgumentException(field, "is not of an address of IPv4");
        }
    }

    NameInfo getnameinfo(byte[] addr, int flags, Call call) {
        NameInfo answer = pool.ask(call, () -> libc.getnameinfo(addr, flags));
        if (answer.status() != 0) {
            throw ResolverException.gai(libc, call.name(), answer.status(), answer.errno());
        }
        return answer;
    }

    /// An address as text, without a question to anyone.
    String text(byte[] host) {
        return libc.inet_ntop(host.length == 4 ? AF_INET : AF_INET6, host);
    }

    private HostEnt found(HostEnt entry) {
        if (entry.hErrno() != 0) {
            throw ResolverException.host(libc, entry.hErrno());
        }
        return entry;
    }

    /// A scope that the text of the host names, as in `fe80::1%lo`, is kept where no other is
    /// given.
    private static int scope(Inet6 inet, @Nullable Long scopeId) {
        return scopeId == null || scopeId == 0 ? inet.scopeId() : scopeId.intValue();
    }

    private static byte[] broadcast(int family, String field) {
        if (family != AF_INET) {
            throw new InvalidArgumentException(
                    field, "\"<broadcast>\" is an address of AF_INET alone");
        }
        return new byte[] {-1, -1, -1, -1};
    }

    private AddrInfo first(String host, int family, String field, Call call) {
        return getaddrinfo(host, null, 0, family, 0, 0, field, call).getFirst();
    }

    private static byte[] hostOf(AddrInfo item) {
        return switch (Sockaddr.decode(item.addr())) {
            case Inet4 inet -> inet.host();
            case Inet6 inet -> inet.host();
            case null, default ->
                    throw new IllegalStateException("getaddrinfo gave no internet address");
        };
    }
}
