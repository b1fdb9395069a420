package org.socketconsole.dns;

import static org.socketconsole.net.Errno.EBADMSG;
import static org.socketconsole.net.SocketConstants.SOCK_DGRAM;
import static org.socketconsole.net.SocketConstants.SOCK_STREAM;

import org.jspecify.annotations.Nullable;
import org.socketconsole.access.Rules;
import org.socketconsole.call.Call;
import org.socketconsole.call.TimedOutException;
import org.socketconsole.libc.Sockaddr;
import org.socketconsole.net.SocketAddress;
import org.socketconsole.net.SyscallException;
import org.socketconsole.socket.LiveSocket;
import org.socketconsole.socket.SocketFactory;
import org.socketconsole.socket.SocketRegistry;
import org.springframework.stereotype.Component;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;

import java.io.IOException;
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

    /// A server that does not answer is a [TimedOutException], one that ends instead `EBADMSG`.
    Answer ask(Question question, SocketAddress server, Call call) {
        Message asked = question.message();
        Answer answer =
                over(SOCK_DGRAM, server, call, socket -> byUdp(question, asked, socket, call));
        return answer.message.getHeader().getFlag(Flags.TC)
                ? over(SOCK_STREAM, server, call, socket -> byTcp(question, asked, socket, call))
                : answer;
    }

    private Answer over(
            int type, SocketAddress server, Call call, Function<LiveSocket, Answer> body) {
        rules.permit(call.name(), type, server);
        LiveSocket socket = sockets.socket(server.family(), type, 0, "name server");
        try {
            return socket.inside(
                    call.name(),
                    () -> {
                        socket.io().connect(Sockaddr.encode(server), bounded(call));
                        return body.apply(socket);
                    });
        } finally {
            registry.close(socket, call);
        }
    }

    /// A datagram can be lost, so it is sent again.
    private Answer byUdp(Question question, Message asked, LiveSocket socket, Call call) {
        for (int tries = TRIES; ; tries--) {
            socket.io().send(asked.toWire(), 0, call);
            try {
                return received(question, asked, socket, bounded(call, tries));
            } catch (TimedOutException silent) {
                if (tries == 1) {
                    throw silent;
                }
            }
        }
    }

    /// What is no answer to this question is passed over: anyone can send a datagram, and may guess
    /// the number.
    private static Answer received(
            Question question, Message asked, LiveSocket socket, Call bounded) {
        for (int others = 0; ; others++) {
            byte[] datagram = datagram(socket, bounded, others);
            Message answer = message(datagram);
            if (answer != null && question.isAnsweredBy(answer, asked)) {
                return new Answer(answer, "udp", datagram.length);
            }
        }
    }

    private static byte[] datagram(LiveSocket socket, Call bounded, int others) {
        try {
            return socket.io().recv(LARGEST, 0, bounded).received().data();
        } catch (TimedOutException silent) {
            throw others == 0 ? silent : TimedOutException.passingOver(others);
        }
    }

    /// A length of 16 bits stands before each message.
    private Answer byTcp(Question question, Message asked, LiveSocket socket, Call call) {
        byte[] wire = asked.toWire();
        ByteBuffer framed = ByteBuffer.allocate(Short.BYTES + wire.length);
        framed.putShort((short) wire.length).put(wire);
        socket.io().sendall(framed.array(), 0, null, call);
        Call bounded = bounded(call);
        int length = ByteBuffer.wrap(exactly(Short.BYTES, socket, bounded)).getShort() & 0xffff;
        Message answer = message(exactly(length, socket, bounded));
        if (answer == null || !question.isAnsweredBy(answer, asked)) {
            throw new SyscallException(call.name(), EBADMSG);
        }
        return new Answer(answer, "tcp", length);
    }

    private static byte[] exactly(int size, LiveSocket socket, Call bounded) {
        ByteBuffer bytes = ByteBuffer.allocate(size);
        while (bytes.hasRemaining()) {
            byte[] some = socket.io().recv(bytes.remaining(), 0, bounded).received().data();
            if (some.length == 0) {
                throw new SyscallException(bounded.name(), EBADMSG);
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

    /// Null for what is none.
    private static @Nullable Message message(byte[] wire) {
        try {
            return new Message(wire);
        } catch (IOException | RuntimeException malformed) {
            return null;
        }
    }
}
