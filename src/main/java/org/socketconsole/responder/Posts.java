package org.socketconsole.responder;

import static org.socketconsole.net.Errno.ECONNABORTED;
import static org.socketconsole.net.Errno.EMFILE;
import static org.socketconsole.net.Errno.ENFILE;
import static org.socketconsole.net.Errno.ENOBUFS;
import static org.socketconsole.net.Errno.ENOMEM;
import static org.socketconsole.net.SocketConstants.SOCK_SEQPACKET;
import static org.socketconsole.net.SocketConstants.SOCK_STREAM;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.Address;
import org.socketconsole.call.Created;
import org.socketconsole.dispatch.Outcome;
import org.socketconsole.dispatch.Problem;
import org.socketconsole.filter.AddressText;
import org.socketconsole.socket.LiveSocket;
import org.socketconsole.socket.SocketView;
import org.socketconsole.socket.SocketViews;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.Set;
import java.util.function.BiConsumer;

/// What there is to do on a socket, by what it is, or becomes.
@Component
class Posts {

    /// What ends by itself, or with a descriptor that is closed elsewhere.
    private static final Set<Integer> TRANSIENT =
            Set.of(ECONNABORTED, EMFILE, ENFILE, ENOBUFS, ENOMEM);

    private static final String ACCEPTED = "accept";
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final SocketViews views;
    private final Unfinished unfinished;

    Posts(SocketViews views, ResponderProperties properties) {
        this.views = views;
        this.unfinished = new Unfinished(properties.mostUnfinished());
    }

    /// @param taken told of each connection that a listener took, by its id
    Attendant.Post of(LiveSocket socket, BiConsumer<Attendant, String> taken) {
        int type = socket.kind().type();
        return type == SOCK_STREAM || type == SOCK_SEQPACKET
                ? attendant -> attend(attendant, taken)
                : attendant -> new Datagrams(attendant).hold();
    }

    /// It may yet be connected, or listen.
    private void attend(Attendant attendant, BiConsumer<Attendant, String> taken) {
        while (!attendant.isOver()) {
            SocketView now = views.of(attendant.socket());
            switch (now.state()) {
                case LISTENING -> listen(attendant, taken);
                case CONNECTED -> converse(attendant, text(now.peerAddress()));
                default -> awaitConnection(attendant, now);
            }
        }
    }

    /// One that was accepted has had its own: the peer has broken it off, and may have done so
    /// before it was taken, of which nothing tells any more.
    private static void awaitConnection(Attendant attendant, SocketView now) {
        if (now.origin().equals(ACCEPTED)) {
            attendant.calls().close();
        } else {
            attendant.await();
        }
    }

    private void converse(Attendant attendant, String peer) {
        new Conversation(attendant, peer, unfinished).hold();
    }

    private static String text(@Nullable Address peer) {
        return peer == null ? "" : AddressText.of(peer);
    }

    private static void listen(Attendant listener, BiConsumer<Attendant, String> taken) {
        while (!listener.isOver()) {
            listener.giveWay();
            Outcome accepted = listener.take(() -> accepted(listener));
            if (accepted == null) {
                listener.await();
            } else {
                take(accepted, listener, taken);
            }
        }
    }

    private static @Nullable Outcome accepted(Attendant listener) {
        Responder responder = listener.responder();
        boolean isToTake = responder.behaviour().accept() && responder.hasRoom();
        return isToTake && !listener.isOver() && listener.isReadable()
                ? listener.calls().accept()
                : null;
    }

    private static void take(
            Outcome accepted, Attendant listener, BiConsumer<Attendant, String> taken) {
        switch (accepted) {
            case Outcome.Returned(_, Created<?>(_, _, SocketView conn)) ->
                    taken.accept(listener, conn.id());
            case Outcome.Failed(Problem problem) when isTransient(problem) -> {
                listener.responder().met(problem);
                listener.pause(PAUSE);
            }
            case Outcome other -> Attendant.require(other);
        }
    }

    private static boolean isTransient(Problem problem) {
        return problem.errno() != null && TRANSIENT.contains(problem.errno());
    }
}
