package org.socketconsole.socket;

import org.socketconsole.call.Seconds;
import org.socketconsole.libc.Sockaddr;
import org.socketconsole.net.SocketAddress;
import org.socketconsole.resolve.Addresses;
import org.socketconsole.socket.LiveSocket.Answering;
import org.springframework.stereotype.Component;

import java.util.Arrays;

/// Looks at live sockets.
@Component
public class SocketViews {

    private final Addresses addresses;

    SocketViews(Addresses addresses) {
        this.addresses = addresses;
    }

    /// A socket that is closed is `EBADF`.
    public SocketView of(LiveSocket socket) {
        return socket.inside("getsockname", () -> look(socket, socket.peerAddress()));
    }

    /// What is closed now, with the peer of a connection that was broken off, which the kernel has
    /// forgotten.
    SocketView last(LiveSocket socket) {
        return socket.inside("getsockname", () -> look(socket, socket.lastPeerAddress())).closed();
    }

    private SocketView look(LiveSocket socket, byte[] peer) {
        byte[] local = socket.localAddress();
        SocketState state = socket.state();
        Queues queues = socket.queues(state);
        Answering answering = socket.answering();
        return new SocketView(
                socket.id(),
                socket.fd(),
                socket.kind().familyName(),
                socket.kind().typeName(),
                socket.kind().protoName(),
                state,
                Seconds.of(socket.timeout()),
                socket.label(),
                addresses.view(local),
                addresses.view(peer),
                isItself(local, peer),
                socket.bytesSent(),
                socket.bytesReceived(),
                socket.createdAt(),
                socket.origin().call(),
                socket.origin().parent(),
                socket.lastActivity(),
                socket.lastError(),
                answering == null ? null : answering.reply(),
                answering == null ? null : answering.replies().getAsLong(),
                queues.unread(),
                queues.unaccepted(),
                queues.backlog(),
                queues.peerEnded(),
                null);
    }

    private static boolean isItself(byte[] local, byte[] peer) {
        return Arrays.equals(local, peer)
                && Sockaddr.decode(local) instanceof SocketAddress address
                && address.isBound();
    }
}
