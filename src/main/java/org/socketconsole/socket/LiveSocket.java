package org.socketconsole.socket;

import static org.socketconsole.net.SocketConstants.SOL_SOCKET;
import static org.socketconsole.net.SocketConstants.SO_ACCEPTCONN;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.Call;
import org.socketconsole.descriptor.Descriptor;
import org.socketconsole.descriptor.SocketIo;
import org.socketconsole.descriptor.SocketKind;
import org.socketconsole.libc.Libc;
import org.socketconsole.libc.Libc.Name;
import org.socketconsole.libc.Libc.SockFprog;
import org.socketconsole.libc.Sockaddr;
import org.socketconsole.net.SocketAddress;
import org.socketconsole.net.SocketAddress.Inet4;
import org.socketconsole.net.SocketAddress.Inet6;
import org.socketconsole.net.SocketAddress.Packet;
import org.socketconsole.net.SyscallException;
import org.socketconsole.traffic.Transport;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// One open socket of the console: what it is, its mode, and the calls that never wait. Those that
/// can are in [#io].
public final class LiveSocket {

    private final Libc libc;
    private final String id;
    private final SocketKind kind;
    private final Origin origin;
    private final Instant createdAt = Instant.now();
    private final Descriptor descriptor;
    private final SocketIo io;
    private final AtomicReference<@Nullable SocketView> lastTold = new AtomicReference<>();
    private final AtomicBoolean toBeNoted = new AtomicBoolean();
    private volatile @Nullable String label;
    private volatile @Nullable Answering answering;
    private volatile boolean wasConnected;
    private volatile @Nullable Duration timeout;
    private volatile @Nullable String lastError;
    private volatile @Nullable Call closer;
    private volatile Instant lastActivity = createdAt;

    /// What answers on a socket.
    ///
    /// @param reply how
    /// @param replies how often it has
    public record Answering(String reply, LongSupplier replies) {}

    LiveSocket(Libc libc, String id, Descriptor descriptor, SocketKind kind, Origin origin) {
        this.libc = libc;
        this.id = id;
        this.kind = kind;
        this.origin = origin;
        this.label = origin.label();
        this.timeout = origin.timeout();
        this.descriptor = descriptor;
        this.io = new SocketIo(libc, descriptor, id, this::timeout);
    }

    public String id() {
        return id;
    }

    public int fd() {
        return descriptor.fd();
    }

    public SocketKind kind() {
        return kind;
    }

    /// What it is, whatever `fromfd` took it for.
    public Transport transport() {
        return descriptor.transport();
    }

    Origin origin() {
        return origin;
    }

    @Nullable String label() {
        return label;
    }

    public void setLabel(@Nullable String label) {
        this.label = label;
    }

    /// What answers on it, null for nothing.
    @Nullable Answering answering() {
        return answering;
    }

    public void setAnswering(@Nullable Answering answering) {
        this.answering = answering;
    }

    /// The symbol of the errno that a call on it ended with last.
    @Nullable String lastError() {
        return lastError;
    }

    /// When a call on it ended last.
    Instant lastActivity() {
        return lastActivity;
    }

    void acted(@Nullable String error) {
        lastActivity = Instant.now();
        if (error != null) {
            lastError = error;
        }
    }

    /// Whether it was said last to have all its addresses.
    boolean isSettled() {
        SocketView told = lastTold.get();
        return told != null
                && (told.state() == SocketState.CONNECTED
                        || told.state() == SocketState.BOUND && !kind.isStream());
    }

    /// Whether nobody has asked for a look since the last one began.
    boolean isToBeNoted() {
        return !toBeNoted.getAndSet(true);
    }

    /// A look begins.
    void isBeingNoted() {
        toBeNoted.set(false);
    }

    /// Whether this differs from what was asked about last.
    boolean isNews(SocketView view) {
        return !view.equals(lastTold.getAndSet(view));
    }

    /// The call that closed it.
    void closedBy(Call call) {
        closer = call;
    }

    /// What closed it waits as long as the kernel does. To be called when it has left.
    void awaitClose(Call call) {
        Call closing = closer;
        if (closing != null && closing.operation() == call.operation()) {
            descriptor.awaitClose(closing);
        }
    }

    Instant createdAt() {
        return createdAt;
    }

    /// Of the kernel's socket, by whichever of its descriptors.
    long bytesSent() {
        return descriptor.socket().bytesSent();
    }

    long bytesReceived() {
        return descriptor.socket().bytesReceived();
    }

    long bytesMoved() {
        return bytesSent() + bytesReceived();
    }

    public Descriptor descriptor() {
        return descriptor;
    }

    public SocketIo io() {
        return io;
    }

    /// Null in blocking mode, zero in non-blocking mode.
    public @Nullable Duration timeout() {
        return timeout;
    }

    public void setTimeout(@Nullable Duration timeout) {
        this.timeout = timeout;
    }

    /// Runs a call inside the descriptor, which is not closed before it has left.
    public <T extends @Nullable Object> T inside(String function, Supplier<T> body) {
        descriptor.enter(function);
        try {
            return body.get();
        } finally {
            descriptor.leave();
        }
    }

    public void bind(byte[] addr) {
        int result = descriptor.withAddress(addr, () -> libc.bind(fd(), addr));
        descriptor.forgetEnds();
        SyscallException.check("bind", result);
        descriptor.socket().bound();
    }

    /// A backlog below zero counts as zero, as in CPython.
    public void listen(int backlog) {
        SyscallException.check("listen", libc.listen(fd(), Math.max(0, backlog)));
    }

    public void shutdown(int how) {
        SyscallException.check("shutdown", libc.shutdown(fd(), how));
    }

    public byte[] getsockname() {
        return checked("getsockname", libc.getsockname(fd()));
    }

    public byte[] getpeername() {
        return checked("getpeername", libc.getpeername(fd()));
    }

    /// The bytes of an option that the kernel filled of at most so many.
    public byte[] getsockopt(int level, int optname, int buflen) {
        byte[] value = new byte[buflen];
        int length =
                SyscallException.check("getsockopt", libc.getsockopt(fd(), level, optname, value));
        return Arrays.copyOf(value, Math.min(length, buflen));
    }

    /// A null value is the NULL pointer, of that length.
    public void setsockopt(int level, int optname, byte @Nullable [] value, int optlen) {
        SyscallException.check("setsockopt", libc.setsockopt(fd(), level, optname, value, optlen));
    }

    /// Of an option that takes a filter of packets.
    public void setsockopt(int level, int optname, SockFprog program) {
        SyscallException.check("setsockopt", libc.setsockopt(fd(), level, optname, program));
    }

    /// The number that one of the ioctls tells that take no argument.
    public int ioctl(long request) {
        return SyscallException.check("ioctl", libc.ioctl(fd(), request));
    }

    /// The address as the kernel has it, or none.
    byte[] localAddress() {
        return descriptor.localAddress();
    }

    byte[] peerAddress() {
        return descriptor.peerAddress();
    }

    /// That of a connection that is no more, too.
    byte[] lastPeerAddress() {
        return descriptor.ends().peer();
    }

    SocketState state() {
        byte[] accepts = new byte[Integer.BYTES];
        libc.getsockopt(fd(), SOL_SOCKET, SO_ACCEPTCONN, accepts);
        if (!Arrays.equals(accepts, new byte[Integer.BYTES])) {
            return SocketState.LISTENING;
        }
        if (peerAddress().length > 0) {
            return SocketState.CONNECTED;
        }
        if (io.isConnecting()) {
            return SocketState.CONNECTING;
        }
        return isBound(Sockaddr.decode(localAddress()))
                ? SocketState.BOUND
                : SocketState.UNCONNECTED;
    }

    /// What waits; a socket that the peer has broken off has an end, though no peer any more.
    Queues queues(SocketState state) {
        wasConnected = state == SocketState.CONNECTED || wasConnected && isWithoutPeer(state);
        return Queues.of(libc, this, state, wasConnected);
    }

    private static boolean isWithoutPeer(SocketState state) {
        return state == SocketState.BOUND || state == SocketState.UNCONNECTED;
    }

    /// A bind to all that an AF_PACKET or a raw socket can be bound to leaves no address.
    private boolean isBound(@Nullable SocketAddress address) {
        boolean wasBound = descriptor.socket().wasBound();
        return switch (address) {
            case null -> false;
            case Packet packet -> wasBound || packet.isBound();
            case Inet4 inet when kind.isRawInet() ->
                    wasBound || new Inet4(inet.host(), 0).isBound();
            case Inet6 inet when kind.isRawInet() ->
                    wasBound || new Inet6(inet.host(), 0, 0, 0).isBound();
            default -> address.isBound();
        };
    }

    private static byte[] checked(String function, Name name) {
        SyscallException.check(function, name.result());
        return name.addr();
    }
}
