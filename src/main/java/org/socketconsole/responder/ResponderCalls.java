package org.socketconsole.responder;

import static org.socketconsole.net.SocketConstants.MSG_DONTWAIT;

import org.jspecify.annotations.Nullable;
import org.socketconsole.access.Caller;
import org.socketconsole.call.Address;
import org.socketconsole.dispatch.ArgumentSource;
import org.socketconsole.dispatch.CallArguments;
import org.socketconsole.dispatch.InternalCalls;
import org.socketconsole.dispatch.Outcome;
import org.socketconsole.method.RecvRequest;
import org.socketconsole.method.SendRequest;
import org.socketconsole.method.SendtoRequest;

/// The calls that a responder makes on one socket: the same as any client's, marked by whom.
final class ResponderCalls {

    private static final Caller RESPONDER = new Caller("responder");

    /// The most bytes of a stream that are received at once.
    static final int STREAM = 64 * 1024;

    /// More than a datagram or a message of any family has.
    private static final int MESSAGE = 16 * 1024 * 1024;

    private static final ArgumentSource RECV_STREAM = receive(STREAM);
    private static final ArgumentSource RECV_MESSAGE = receive(MESSAGE);
    private static final ArgumentSource SHUT_WR =
            new CallArguments.Written("{\"how\": \"SHUT_WR\"}");
    private static final ArgumentSource RESET =
            new CallArguments.Written(
                    "{\"level\": \"SOL_SOCKET\", \"optname\": \"SO_LINGER\", \"hex\":"
                            + " \"01000000 00000000\"}");
    private static final ArgumentSource NODELAY =
            new CallArguments.Written(
                    "{\"level\": \"IPPROTO_TCP\", \"optname\": \"TCP_NODELAY\", \"value\": 1}");

    private final InternalCalls.OnTarget socket;

    ResponderCalls(InternalCalls calls, String id) {
        this.socket = calls.on(id, RESPONDER);
    }

    private static ArgumentSource receive(int bufsize) {
        return new CallArguments.Bound(RecvRequest.of(bufsize, MSG_DONTWAIT), 0);
    }

    /// A connection that is there, null for none.
    @Nullable Outcome accept() {
        return socket.attempt("accept", CallArguments.NONE);
    }

    /// What is there, null for nothing.
    @Nullable Outcome recv() {
        return socket.attempt("recv", RECV_STREAM);
    }

    @Nullable Outcome recvMessage() {
        return socket.attempt("recv", RECV_MESSAGE);
    }

    @Nullable Outcome recvfrom() {
        return socket.attempt("recvfrom", RECV_MESSAGE);
    }

    /// What of it goes without waiting, null for nothing.
    @Nullable Outcome send(byte[] data) {
        return socket.attempt(
                "send", new CallArguments.Bound(SendRequest.of(data, MSG_DONTWAIT), data.length));
    }

    Outcome sendall(byte[] data) {
        return socket.run("sendall", new CallArguments.Bound(SendRequest.of(data), data.length));
    }

    Outcome sendto(byte[] data, Address address) {
        return socket.run(
                "sendto", new CallArguments.Bound(SendtoRequest.of(data, address), data.length));
    }

    Outcome shutdown() {
        return socket.run("shutdown", SHUT_WR);
    }

    /// The close that follows is a reset.
    Outcome lingerForNothing() {
        return socket.run("setsockopt", RESET);
    }

    Outcome nodelay() {
        return socket.run("setsockopt", NODELAY);
    }

    Outcome close() {
        return socket.run("close", CallArguments.NONE);
    }
}
