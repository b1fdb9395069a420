package org.socketconsole.socket;

import org.socketconsole.event.Event.Type;
import org.socketconsole.event.Hub;
import org.socketconsole.net.SyscallException;
import org.springframework.stereotype.Component;

/// Tells of each change of a socket once. What only counts, such as its bytes, is no change.
@Component
class SocketChanges {

    private final Hub hub;
    private final SocketViews views;

    SocketChanges(Hub hub, SocketViews views) {
        this.hub = hub;
        this.views = views;
    }

    /// To be called after whatever may have changed the socket; one that is closed has its own
    /// event.
    void note(LiveSocket socket) {
        try {
            SocketView view = views.of(socket);
            if (socket.isNews(view.withoutCounts())) {
                hub.publish(Type.SOCKET, view.id(), view);
            }
        } catch (SyscallException closed) {
            // Told by whoever closed it.
        }
    }

    void closed(SocketView last) {
        hub.publish(Type.SOCKET, last.id(), last);
    }
}
