package org.socketconsole.dns;

import static org.socketconsole.net.SocketConstants.SOCK_DGRAM;
import static org.socketconsole.net.SocketConstants.SOCK_STREAM;

import org.socketconsole.access.Rules;
import org.socketconsole.call.Call;
import org.socketconsole.call.TimedOutException;
import org.socketconsole.libc.Sockaddr;
import org.socketconsole.net.SocketAddress;
import org.socketconsole.socket.LiveSocket;
import org.socketconsole.socket.SocketFactory;
import org.socketconsole.socket.SocketRegistry;
import org.springframework.stereotype.Component;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.function.Function;

/// One question to one name server, as RFC 1035, 4.2 has it: by UDP, and again by TCP where the
/// answer was cut. Each socket is one of the console's, with its bytes in the traffic, and closed
/// at the end.
@Component
class Exchange {

    /// As long, and as often, as the C library where resolv.conf(5) says nothing.
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final int TRIES = 2;
    private static final int LARGEST = 64 * 1024;

    private final SocketFactory sockets;
    private final SocketRegistry registry;
    private final Rules rules;

    Exchange(SocketFactory sockets, SocketRegistry registry, Rules rules) {
        this.sockets = sockets;
        this.registry = registry;
        this.rules = rules;
    }

    /// @param size of the message in bytes
    record Answer(Message message, String transport, int size) {}

    Answer ask(Question question, Server server, Call call) {
        Message asked = question.message();
        Strays strays = new Strays();
        try {
            Answer answer =
                    over(SOCK_DGRAM, server, call, socket -> byUdp(asked, strays, socket, call));
            return answer.message.getHeader().getFlag(Flags.TC)
                    ? over(SOCK_STREAM, server, call, socket -> byTcp(asked, server, socket, call))
                    : answer;
        } catch (TimedOutException silent) {
            throw NoAnswerException.silent(server, strays, call.left().isZero());
        }
    }

    private Answer over(int type, Server server, Call call, Function<LiveSocket, Answer> body) {
        SocketAddress address = server.address();
        rules.permit(call.name(), type, address);
        LiveSocket socket = sockets.socket(address.family(), type, 0, "name server");
        try {
            return socket.inside(
                    call.name(),
                    () -> {
                        socket.io().connect(Sockaddr.encode(address), bounded(call));
                        return body.apply(socket);
                    });
        } finally {
            registry.close(socket, call);
        }
    }

    /// A datagram can be lost, so it is sent again.
    private Answer byUdp(Message asked, Strays strays, LiveSocket socket, Call call) {
        for (int tries = TRIES; ; tries--) {
            socket.io().send(asked.toWire(), 0, call);
            try {
                return received(asked, strays, socket, bounded(call, tries));
            } catch (TimedOutException silent) {
                if (tries == 1) {
                    throw silent;
                }
            }
        }
    }

    private static Answer received(Message asked, Strays strays, LiveSocket socket, Call bounded) {
        while (true) {
            byte[] datagram = socket.io().recv(LARGEST, 0, bounded).received().data();
            try {
                return new Answer(Question.answer(datagram, asked), "udp", datagram.length);
            } catch (StrayException stray) {
                strays.count(stray);
            }
        }
    }

    /// A length of 16 bits stands before each message.
    private static Answer byTcp(Message asked, Server server, LiveSocket socket, Call call) {
        byte[] wire = asked.toWire();
        ByteBuffer framed = ByteBuffer.allocate(Short.BYTES + wire.length);
        framed.putShort((short) wire.length).put(wire);
        socket.io().sendall(framed.array(), 0, null, call);
        Call bounded = bounded(call);
        byte[] prefix = exactly(Short.BYTES, server, socket, bounded);
        int length = ByteBuffer.wrap(prefix).getShort() & 0xffff;
        byte[] message = exactly(length, server, socket, bounded);
        try {
            return new Answer(Question.answer(message, asked), "tcp", length);
        } catch (StrayException stray) {
            throw NoAnswerException.broken(server, " sent by TCP what is " + stray.getMessage());
        }
    }

    private static byte[] exactly(int size, Server server, LiveSocket socket, Call bounded) {
        ByteBuffer bytes = ByteBuffer.allocate(size);
        while (bytes.hasRemaining()) {
            byte[] some = socket.io().recv(bytes.remaining(), 0, bounded).received().data();
            if (some.length == 0) {
                throw NoAnswerException.broken(
                        server, " ended the connection of TCP before its answer was whole");
            }
            bytes.put(some);
        }
        return bytes.array();
    }

    private static Call bounded(Call call) {
        return bounded(call, 1);
    }

    /// With the share of a try in what is left.
    private static Call bounded(Call call, int tries) {
        Call step = call.step();
        Duration share = step.limit().dividedBy(tries);
        return step.within(share.compareTo(PATIENCE) < 0 ? share : PATIENCE);
    }
}
