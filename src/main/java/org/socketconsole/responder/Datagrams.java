package org.socketconsole.responder;

import static org.socketconsole.net.Errno.EAGAIN;
import static org.socketconsole.net.Errno.ECONNREFUSED;
import static org.socketconsole.net.Errno.EHOSTUNREACH;
import static org.socketconsole.net.Errno.ENETUNREACH;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.Address;
import org.socketconsole.dispatch.Outcome;
import org.socketconsole.dispatch.Problem;
import org.socketconsole.filter.AddressText;
import org.socketconsole.method.ReceivedMessage;

import java.util.Set;

/// Answers each datagram to its sender. There is no connection to be ended.
final class Datagrams extends Attendance {

    /// What others had to say of a datagram that went before.
    private static final Set<Integer> TRANSIENT =
            Set.of(EAGAIN, ECONNREFUSED, EHOSTUNREACH, ENETUNREACH);

    private @Nullable Address sender;

    Datagrams(Attendant attendant) {
        super(attendant, Behaviour::forDatagrams);
    }

    @Override
    Outcome received() {
        return attendant.calls().recvfrom();
    }

    @Override
    boolean isTransient(Problem problem) {
        return problem.errno() != null && TRANSIENT.contains(problem.errno());
    }

    @Override
    void take(@Nullable Object result) {
        if (result instanceof ReceivedMessage message) {
            answer(message);
        }
    }

    private void answer(ReceivedMessage message) {
        attendant.responder().received(message.data().length);
        sender = message.address();
        answerer().heard(message.data(), this);
    }

    @Override
    public void send(byte[] bytes) {
        if (deliver(bytes)) {
            attendant.answered();
        }
    }

    @Override
    public void sendPiece(byte[] bytes) {
        deliver(bytes);
    }

    /// A sender without a name can be answered by a connected socket alone. An answer that cannot
    /// go is told, and the next may.
    private boolean deliver(byte[] bytes) {
        boolean connected = attendant.isConnected();
        if (!connected && (sender == null || "".equals(sender.path()))) {
            return false;
        }
        Outcome outcome =
                connected || sender == null
                        ? attendant.calls().sendall(bytes)
                        : attendant.calls().sendto(bytes, sender);
        if (outcome instanceof Outcome.Failed(Problem problem)) {
            attendant.responder().met(problem);
            return false;
        }
        attendant.responder().replied(bytes.length);
        return true;
    }

    @Override
    public void close() {}

    @Override
    public void shutdown() {}

    @Override
    public void reset() {}

    @Override
    public String address() {
        return sender == null ? "" : AddressText.of(sender);
    }
}
