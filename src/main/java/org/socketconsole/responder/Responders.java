package org.socketconsole.responder;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.NotFoundException;
import org.socketconsole.dispatch.InternalCalls;
import org.socketconsole.socket.LiveSocket;
import org.socketconsole.socket.LiveSocket.Answering;
import org.socketconsole.socket.SocketChanges;
import org.socketconsole.socket.SocketRegistry;
import org.springframework.stereotype.Component;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The responders there are, by the socket that each attends.
///
/// A connection has its listener's until it is given one of its own.
@Component
class Responders {

    private final Posts posts;
    private final InternalCalls calls;
    private final SocketRegistry registry;
    private final SocketChanges changes;
    private final ResponderPollers pollers;
    private final Map<String, Attendant> attendants = new ConcurrentHashMap<>();

    Responders(
            Posts posts,
            InternalCalls calls,
            SocketRegistry registry,
            SocketChanges changes,
            ResponderPollers pollers) {
        this.posts = posts;
        this.calls = calls;
        this.registry = registry;
        this.changes = changes;
        this.pollers = pollers;
    }

    /// None is not found.
    Responder get(LiveSocket socket) {
        Attendant attendant = attendants.get(socket.id());
        if (attendant == null) {
            throw new NotFoundException("Nothing answers on `" + socket.id() + "`.");
        }
        return attendant.responder();
    }

    /// Starts one, or changes the one that runs.
    synchronized Responder put(LiveSocket socket, Behaviour behaviour) {
        Attendant attendant = attendants.get(socket.id());
        if (attendant == null) {
            return begin(attendant(socket, new Responder(socket.id(), behaviour)));
        }
        if (!attendant.responder().isOf(socket.id())) {
            attendant.serve(new Responder(socket.id(), behaviour));
            tell(attendant);
            return attendant.responder();
        }
        return change(attendant, behaviour);
    }

    private Responder change(Attendant attendant, Behaviour behaviour) {
        Responder responder = attendant.responder();
        responder.become(behaviour);
        responder.taken().stream().filter(this::attends).forEach(this::tell);
        if (responder.isStopped()) {
            dismiss(attendant);
            responder.resume();
            return begin(attendant(attendant.socket(), responder));
        }
        attendant.changed();
        tell(attendant);
        return responder;
    }

    /// Stops it, and where it is a listener's on all connections that have it too.
    synchronized void delete(LiveSocket socket) {
        Responder responder = get(socket);
        if (responder.isOf(socket.id())) {
            responder.taken().stream()
                    .filter(this::attends)
                    .filter(connection -> connection.responder() == responder)
                    .forEach(this::dismiss);
        }
        dismiss(attendants.get(socket.id()));
    }

    /// One that was dismissed may have been followed by another.
    private boolean attends(Attendant attendant) {
        return attendants.get(attendant.socket().id()) == attendant;
    }

    private Attendant attendant(LiveSocket socket, Responder responder) {
        return new Attendant(
                socket,
                responder,
                new ResponderCalls(calls, socket.id()),
                pollers.next(),
                posts.of(socket, this::taken),
                this::left);
    }

    private Responder begin(Attendant attendant) {
        attendants.put(attendant.socket().id(), attendant);
        tell(attendant);
        attendant.begin();
        return attendant.responder();
    }

    /// A connection that the listener's responder has accepted. Where that was stopped meanwhile,
    /// nobody answers it.
    private synchronized void taken(Attendant listener, String id) {
        LiveSocket connection = registry.find(id);
        if (connection != null && !listener.isDismissed()) {
            Responder responder = listener.responder();
            Attendant attendant = attendant(connection, responder);
            responder.took(attendant);
            LiveSocket from = listener.socket();
            connection.descriptor().onlook(() -> lost(connection, responder, from));
            lost(connection, responder, from);
            begin(attendant);
        }
    }

    /// Makes room for another, which may wait.
    private void lost(LiveSocket connection, Responder responder, LiveSocket listener) {
        if (!connection.descriptor().isClosed()) {
            return;
        }
        responder.lost(connection.id());
        Attendant taking = attendants.get(listener.id());
        if (taking != null) {
            taking.stir();
        }
    }

    private void left(Attendant attendant) {
        Responder responder = attendant.responder();
        if (attendant.socket().descriptor().isClosed()) {
            attendants.remove(attendant.socket().id(), attendant);
            if (responder.isOf(attendant.socket().id())) {
                responder.taken().forEach(connection -> connection.calls().close());
            }
        }
    }

    private void dismiss(@Nullable Attendant attendant) {
        if (attendant != null) {
            attendants.remove(attendant.socket().id(), attendant);
            attendant.dismiss();
            attendant.socket().setAnswering(null);
            changes.note(attendant.socket());
        }
    }

    /// A listener answers on its connections.
    private static Answering answering(Attendant attendant) {
        Responder responder = attendant.responder();
        return new Answering(
                responder.behaviour().reply().text(),
                responder.isOf(attendant.socket().id()) ? responder::replies : attendant::replies);
    }

    private void tell(Attendant attendant) {
        attendant.socket().setAnswering(answering(attendant));
        changes.note(attendant.socket());
    }
}
