package org.socketconsole.responder;

import static org.socketconsole.net.SocketConstants.MSG_DONTWAIT;

import org.socketconsole.access.Caller;
import org.socketconsole.call.Address;
import org.socketconsole.dispatch.ArgumentSource;
import org.socketconsole.dispatch.CallDefinition;
import org.socketconsole.dispatch.CallTable;
import org.socketconsole.dispatch.Dispatch;
import org.socketconsole.dispatch.Limits;
import org.socketconsole.dispatch.Outcome;
import org.socketconsole.method.RecvRequest;
import org.socketconsole.method.SendRequest;
import org.socketconsole.method.SendtoRequest;
import org.springframework.stereotype.Component;

import java.util.Objects;

/// The calls that responders make: the same as any client's, marked by whom.
@Component
class ResponderCalls {

    private static final Caller RESPONDER = new Caller("responder");
    private static final Limits FOREVER = Limits.forever(null);

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

    private final CallTable table;
    private final Dispatch dispatch;

    ResponderCalls(CallTable table, Dispatch dispatch) {
        this.table = table;
        this.dispatch = dispatch;
    }

    /// Those on the socket with the id.
    OnSocket on(String id) {
        return new OnSocket(id);
    }

    private static ArgumentSource receive(int bufsize) {
        return new CallArguments.Bound(RecvRequest.of(bufsize, MSG_DONTWAIT), 0);
    }

    final class OnSocket {

        private final String id;

        private OnSocket(String id) {
            this.id = id;
        }

        Outcome accept() {
            return run("accept", CallArguments.NONE);
        }

        /// What is there.
        Outcome recv() {
            return run("recv", RECV_STREAM);
        }

        Outcome recvMessage() {
            return run("recv", RECV_MESSAGE);
        }

        Outcome recvfrom() {
            return run("recvfrom", RECV_MESSAGE);
        }

        Outcome sendall(byte[] data) {
            return run("sendall", new CallArguments.Bound(SendRequest.of(data), data.length));
        }

        Outcome sendto(byte[] data, Address address) {
            return run(
                    "sendto",
                    new CallArguments.Bound(SendtoRequest.of(data, address), data.length));
        }

        Outcome shutdown() {
            return run("shutdown", SHUT_WR);
        }

        /// The close that follows is a reset.
        Outcome lingerForNothing() {
            return run("setsockopt", RESET);
        }

        Outcome nodelay() {
            return run("setsockopt", NODELAY);
        }

        Outcome close() {
            return run("close", CallArguments.NONE);
        }

        private Outcome run(String name, ArgumentSource arguments) {
            CallDefinition call = Objects.requireNonNull(table.find(name));
            return dispatch.run(call, id, arguments, RESPONDER, FOREVER);
        }
    }
}
