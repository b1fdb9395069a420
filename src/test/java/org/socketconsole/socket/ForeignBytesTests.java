package org.socketconsole.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.socketconsole.net.Errno.EAGAIN;
import static org.socketconsole.net.SocketConstants.AF_INET;
import static org.socketconsole.net.SocketConstants.AF_INET6;
import static org.socketconsole.net.SocketConstants.AF_NETLINK;
import static org.socketconsole.net.SocketConstants.AF_PACKET;
import static org.socketconsole.net.SocketConstants.AF_UNIX;
import static org.socketconsole.net.SocketConstants.IPPROTO_MPTCP;
import static org.socketconsole.net.SocketConstants.IPPROTO_UDPLITE;
import static org.socketconsole.net.SocketConstants.MSG_DONTWAIT;
import static org.socketconsole.net.SocketConstants.MSG_PEEK;
import static org.socketconsole.net.SocketConstants.MSG_TRUNC;
import static org.socketconsole.net.SocketConstants.SOCK_DGRAM;
import static org.socketconsole.net.SocketConstants.SOCK_RAW;
import static org.socketconsole.net.SocketConstants.SOCK_STREAM;
import static org.socketconsole.testing.Capabilities.assume;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.socketconsole.access.Caller;
import org.socketconsole.call.Call;
import org.socketconsole.descriptor.SocketIo;
import org.socketconsole.descriptor.SocketIo.Chunk;
import org.socketconsole.descriptor.SocketKind;
import org.socketconsole.libc.Sockaddr;
import org.socketconsole.net.SocketAddress;
import org.socketconsole.net.SyscallException;
import org.socketconsole.testing.Bytes;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/// The native memory that a receive fills is used by all sockets in turn: what the kernel did not
/// write into it belongs to another.
@SpringBootTest
class ForeignBytesTests {

    private static final byte POISON = (byte) 0xA5;
    private static final byte[] SENT = Bytes.of("seventeen letters");
    private static final int SOCK_SEQPACKET = 5;
    private static final int NETLINK_USERSOCK = 2;
    private static final int EXPERIMENT = 253;
    private static final int ETHERTYPE_OF_EXPERIMENTS = 0x88B5;
    private static final int LOOPBACK = 1;
    private static final int IP_HEADER = 20;
    private static final int ETHERNET_HEADER = 14;
    private static final Duration LONG = Duration.ofSeconds(10);

    @Autowired private SocketFactory factory;
    @Autowired private SocketRegistry registry;

    enum Type {
        TCP(AF_INET, SOCK_STREAM, 0),
        TCP6(AF_INET6, SOCK_STREAM, 0),
        MPTCP(AF_INET, SOCK_STREAM, IPPROTO_MPTCP),
        UDP(AF_INET, SOCK_DGRAM, 0),
        UDP6(AF_INET6, SOCK_DGRAM, 0),
        UDPLITE(AF_INET, SOCK_DGRAM, IPPROTO_UDPLITE),
        RAW(AF_INET, SOCK_RAW, EXPERIMENT),
        RAW6(AF_INET6, SOCK_RAW, EXPERIMENT),
        PACKET(AF_PACKET, SOCK_DGRAM, 0),
        PACKET_RAW(AF_PACKET, SOCK_RAW, 0),
        NETLINK(AF_NETLINK, SOCK_DGRAM, NETLINK_USERSOCK),
        UNIX_STREAM(AF_UNIX, SOCK_STREAM, 0),
        UNIX_DGRAM(AF_UNIX, SOCK_DGRAM, 0),
        UNIX_SEQPACKET(AF_UNIX, SOCK_SEQPACKET, 0);

        final int family;
        final int type;
        final int proto;

        Type(int family, int type, int proto) {
            this.family = family;
            this.type = type;
            this.proto = proto;
        }
    }

    private record Pair(LiveSocket sender, LiveSocket receiver) {}

    @FunctionalInterface
    private interface Receive {
        Chunk run(SocketIo io, int flags, Call call);
    }

    private static final List<Receive> RECEIVES =
            List.of(
                    (io, flags, call) -> io.recv(64, flags, call),
                    (io, flags, call) -> io.recv(4, flags, call),
                    (io, flags, call) -> io.recvfrom(64, flags, null, call),
                    (io, flags, call) -> io.recvfrom(4, flags, null, call),
                    (io, flags, call) -> io.recvmsg(4, 256, flags, call),
                    (io, flags, call) -> io.recvmsg(64, 0, flags, call),
                    (io, flags, call) -> io.recvmsg(64, 256, flags, call));

    @AfterEach
    void closeAll() {
        registry.open().forEach(socket -> registry.close(socket, call("close", socket)));
    }

    @ParameterizedTest
    @EnumSource
    void noFlagOfAnyReceiveGivesBytesThatThePeerDidNotSend(Type type) {
        Pair pair = pair(type);
        LiveSocket[] poisoned = poisoned();
        int[] with = {0, MSG_PEEK, MSG_TRUNC, MSG_PEEK | MSG_TRUNC};
        for (int bit = 0; bit < Integer.SIZE; bit++) {
            for (int more : with) {
                int flags = 1 << bit | more | MSG_DONTWAIT;
                RECEIVES.forEach(receive -> assertOwn(pair, poisoned, flags, receive));
            }
        }
    }

    @Test
    void whatTcpDiscardsIsCountedAndNobodyHasIt() {
        Pair pair = pair(Type.TCP);
        send(pair.sender);
        awaitInput(pair.receiver);
        Chunk discarded = pair.receiver.io().recv(5, MSG_TRUNC, call("recv", pair.receiver));
        assertThat(discarded.received().data()).isEmpty();
        assertThat(discarded.length()).isEqualTo(5);
        Chunk rest = pair.receiver.io().recv(64, 0, call("recv", pair.receiver));
        assertThat(rest.received().data()).asString().isEqualTo("teen letters");
    }

    @Test
    void aPacketSocketKnowsNoFlagOfDescriptors() {
        LiveSocket socket = factory.socket(AF_PACKET, SOCK_DGRAM, 0, null);
        assertThatThrownBy(() -> socket.io().recvmsg(9, 64, MSG_DONTWAIT, call("recvmsg", socket)))
                .isInstanceOfSatisfying(
                        SyscallException.class, end -> assertThat(end.number()).isEqualTo(EAGAIN));
    }

    private void assertOwn(Pair pair, LiveSocket[] poisoned, int flags, Receive receive) {
        poison(poisoned);
        send(pair.sender);
        awaitInput(pair.receiver);
        byte[] data = payload(pair.receiver, receive(pair.receiver, flags, receive));
        assertThat(data)
                .as("received with 0x%x", flags)
                .isEqualTo(Arrays.copyOf(SENT, data.length));
        drain(pair.receiver);
    }

    /// Where a raw socket has a header of the kernel's before it, whose bytes may be any.
    private static byte[] payload(LiveSocket socket, byte[] data) {
        return Arrays.copyOfRange(data, Math.min(header(socket.kind()), data.length), data.length);
    }

    private static int header(SocketKind kind) {
        if (kind.type() != SOCK_RAW) {
            return 0;
        }
        return switch (kind.family()) {
            case AF_INET -> IP_HEADER;
            case AF_PACKET -> ETHERNET_HEADER;
            default -> 0;
        };
    }

    private static byte[] receive(LiveSocket socket, int flags, Receive receive) {
        try {
            return receive.run(socket.io(), flags, call("recv", socket)).received().data();
        } catch (SyscallException refused) {
            return new byte[0];
        }
    }

    private static void send(LiveSocket socket) {
        socket.io().send(SENT, 0, call("send", socket));
    }

    private static void drain(LiveSocket socket) {
        while (receive(
                                socket,
                                MSG_DONTWAIT,
                                (io, flags, call) -> io.recvfrom(64, flags, null, call))
                        .length
                > 0) {}
    }

    private void awaitInput(LiveSocket socket) {
        socket.io().recv(1, MSG_PEEK, call("recv", socket));
    }

    /// Fills this thread's frame by traffic of other sockets.
    private LiveSocket[] poisoned() {
        return factory.socketpair(AF_UNIX, SOCK_STREAM, 0).toArray(LiveSocket[]::new);
    }

    private static void poison(LiveSocket[] pair) {
        byte[] poison = new byte[4096];
        Arrays.fill(poison, POISON);
        pair[0].io().send(poison, 0, call("send", pair[0]));
        assertThat(pair[1].io().recv(4096, 0, call("recv", pair[1])).received().data())
                .isEqualTo(poison);
    }

    private Pair pair(Type type) {
        if (type.family == AF_UNIX) {
            List<LiveSocket> pair = factory.socketpair(type.family, type.type, type.proto);
            return new Pair(pair.getFirst(), pair.getLast());
        }
        return type.type == SOCK_STREAM ? connection(type) : toItself(type);
    }

    private Pair connection(Type type) {
        LiveSocket listener = open(type);
        listener.bind(loopback(type));
        listener.listen(1);
        LiveSocket client = open(type);
        client.io().connect(listener.getsockname(), call("connect", client));
        return new Pair(client, factory.accept(listener, call("accept", listener)).socket());
    }

    private Pair toItself(Type type) {
        LiveSocket receiver = open(type);
        receiver.bind(loopback(type));
        LiveSocket sender = open(type == Type.PACKET_RAW ? Type.PACKET : type);
        if (type.family == AF_PACKET) {
            sender.bind(loopback(type));
        } else {
            sender.io().connect(receiver.getsockname(), call("connect", sender));
        }
        return new Pair(sender, receiver);
    }

    private LiveSocket open(Type type) {
        try {
            return factory.socket(type.family, type.type, type.proto, null);
        } catch (SyscallException refused) {
            assume(false, type + " cannot be opened here: " + refused.getMessage());
            throw refused;
        }
    }

    private static byte[] loopback(Type type) {
        byte[] host = new byte[type.family == AF_INET6 ? 16 : 4];
        host[host.length - 1] = 1;
        return Sockaddr.encode(
                switch (type.family) {
                    case AF_INET6 -> new SocketAddress.Inet6(host, 0, 0, 0);
                    case AF_PACKET ->
                            new SocketAddress.Packet(
                                    LOOPBACK, ETHERTYPE_OF_EXPERIMENTS, 0, 0, new byte[0]);
                    case AF_NETLINK -> new SocketAddress.Netlink(0, 0);
                    default -> new SocketAddress.Inet4(new byte[] {127, 0, 0, 1}, 0);
                });
    }

    private static Call call(String name, LiveSocket socket) {
        return Call.begin(name, socket.id(), Caller.CLIENT, LONG, false);
    }
}
