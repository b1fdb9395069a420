package org.socketconsole.socket;

import static org.socketconsole.net.SocketConstants.SOCK_CLOEXEC;
import static org.socketconsole.net.SocketConstants.SOCK_NONBLOCK;
import static org.socketconsole.net.SocketConstants.SOL_SOCKET;
import static org.socketconsole.net.SocketConstants.SO_DOMAIN;
import static org.socketconsole.net.SocketConstants.SO_PROTOCOL;
import static org.socketconsole.net.SocketConstants.SO_TYPE;

import org.jspecify.annotations.Nullable;
import org.socketconsole.access.ForbiddenException;
import org.socketconsole.call.Call;
import org.socketconsole.descriptor.Descriptor;
import org.socketconsole.descriptor.DescriptorFactory;
import org.socketconsole.descriptor.DescriptorReserve;
import org.socketconsole.descriptor.InheritedDescriptors;
import org.socketconsole.descriptor.SocketIo;
import org.socketconsole.descriptor.SocketKind;
import org.socketconsole.libc.Libc;
import org.socketconsole.libc.Libc.Accepted;
import org.socketconsole.net.SyscallException;
import org.springframework.stereotype.Component;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.List;

/// The calls that make sockets.
@Component
public class SocketFactory {

    private static final int OURS = SOCK_NONBLOCK | SOCK_CLOEXEC;

    private final Libc libc;
    private final DescriptorFactory descriptors;
    private final SocketRegistry registry;
    private final DescriptorReserve reserve;
    private final InheritedDescriptors inherited;

    SocketFactory(
            Libc libc,
            DescriptorFactory descriptors,
            SocketRegistry registry,
            DescriptorReserve reserve,
            InheritedDescriptors inherited) {
        this.libc = libc;
        this.descriptors = descriptors;
        this.registry = registry;
        this.reserve = reserve;
        this.inherited = inherited;
    }

    /// `SOCK_NONBLOCK` in the type is the object's mode; underneath every descriptor is
    /// non-blocking.
    public LiveSocket socket(int family, int type, int proto, @Nullable String label) {
        int fd = reserve.admit("socket", libc.socket(family, type | OURS, proto));
        Origin origin = new Origin("socket", null, label, timeout(type));
        return registry.add(fd, kind(fd, family, type), origin);
    }

    public List<LiveSocket> socketpair(int family, int type, int proto) {
        int[] sv = new int[2];
        SyscallException.check("socketpair", libc.socketpair(family, type | OURS, proto, sv));
        requireAll("socketpair", sv);
        Origin origin = new Origin("socketpair", null, null, timeout(type));
        LiveSocket first = first(sv, kind(sv[0], family, type), origin);
        try {
            LiveSocket second = registry.add(sv[1], first.kind(), origin);
            first.descriptor().socket().pairWith(second.descriptor().socket());
            return List.of(first, second);
        } catch (SyscallException failure) {
            registry.discard(first);
            throw failure;
        }
    }

    private static @Nullable Duration timeout(int type) {
        return (type & SOCK_NONBLOCK) == 0 ? null : Duration.ZERO;
    }

    private LiveSocket first(int[] sv, SocketKind kind, Origin origin) {
        try {
            return registry.add(sv[0], kind, origin);
        } catch (SyscallException failure) {
            libc.close(sv[1]);
            throw failure;
        }
    }

    /// A connection together with its peer's address.
    public record Connection(LiveSocket socket, byte[] peer) {}

    public Connection accept(LiveSocket listener, Call call) {
        reserve.requireRoom("accept", listener.fd());
        Accepted accepted = listener.io().accept(call);
        int fd = accepted.fd();
        SocketKind kind = kind(fd, listener.kind().family(), listener.kind().type());
        return new Connection(
                registry.add(fd, kind, Origin.of("accept", listener)), accepted.addr());
    }

    public LiveSocket dup(LiveSocket socket) {
        Origin origin = new Origin("dup", socket.id(), socket.label(), socket.timeout());
        return registry.add(newDescriptor("dup", socket.fd()), socket.kind(), origin);
    }

    /// The calls that can wait, over a duplicate of the socket's descriptor that is closed on its
    /// own. They obey the socket's time-out as it is at the time, and count as its traffic.
    public SocketIo duplicate(LiveSocket socket) {
        Descriptor copy = descriptors.own(newDescriptor("dup", socket.fd()));
        return new SocketIo(libc, copy, socket.id(), socket::timeout);
    }

    public LiveSocket fromfd(int fd, int family, int type) {
        SyscallException.check("fromfd", libc.fcntl(fd, Libc.F_GETFL, 0));
        option("fromfd", fd, SO_TYPE);
        return registry.ofDescriptor(fd)
                .map(owner -> copyOf(owner, fd, family, type))
                .orElseGet(() -> adoptInherited(fd, family, type));
    }

    /// A descriptor that came by `SCM_RIGHTS`; one that is no socket, or for which there is no
    /// room, is closed, and null: the bytes that came with it are not to be lost for it.
    public @Nullable LiveSocket received(int fd, String parent) {
        int type = libc.getsockopt(fd, SOL_SOCKET, SO_TYPE, new byte[Integer.BYTES]);
        if (type < 0 || !reserve.hasRoomFor(fd)) {
            descriptors.discard(fd);
            return null;
        }
        SocketKind kind =
                kind(fd, option("recvmsg", fd, SO_DOMAIN), option("recvmsg", fd, SO_TYPE));
        return registry.add(fd, kind, new Origin("recvmsg", parent, null, null));
    }

    private LiveSocket copyOf(LiveSocket owner, int fd, int family, int type) {
        Origin origin = Origin.of("fromfd", owner);
        return owner.inside("fromfd", () -> copy(fd, family, type, origin));
    }

    private LiveSocket adoptInherited(int fd, int family, int type) {
        if (!inherited.contains(fd)) {
            throw new ForbiddenException(
                    "Descriptor " + fd + " belongs to the server itself, not to the console.");
        }
        return copy(fd, family, type, Origin.of("fromfd"));
    }

    private LiveSocket copy(int fd, int family, int type, Origin origin) {
        int copy = newDescriptor("fromfd", fd);
        return registry.add(copy, kind(copy, family, type), origin);
    }

    private int newDescriptor(String function, int fd) {
        return reserve.admit(function, libc.fcntl(fd, Libc.F_DUPFD_CLOEXEC, 0));
    }

    private void requireAll(String function, int[] sv) {
        try {
            reserve.admit(function, Math.max(sv[0], sv[1]));
        } catch (SyscallException full) {
            libc.close(Math.min(sv[0], sv[1]));
            throw full;
        }
    }

    private SocketKind kind(int fd, int family, int type) {
        byte[] proto = new byte[Integer.BYTES];
        libc.getsockopt(fd, SOL_SOCKET, SO_PROTOCOL, proto);
        return new SocketKind(family, type & ~OURS, integer(proto));
    }

    private int option(String function, int fd, int optname) {
        byte[] value = new byte[Integer.BYTES];
        SyscallException.check(function, libc.getsockopt(fd, SOL_SOCKET, optname, value));
        return integer(value);
    }

    private static int integer(byte[] value) {
        return ByteBuffer.wrap(value).order(ByteOrder.nativeOrder()).getInt();
    }
}
