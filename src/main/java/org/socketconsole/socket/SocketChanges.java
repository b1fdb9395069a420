package org.socketconsole.socket;

import org.socketconsole.event.Event.Type;
import org.socketconsole.event.Hub;
import org.socketconsole.net.SyscallException;
import org.springframework.stereotype.Component;

import java.util.function.Consumer;

/// Tells of each change of a socket once, and of one socket's in their order: what is told last is
/// how it is. What only counts, such as its bytes, is no change.
@Component
public class SocketChanges {

    private final Hub hub;
    private final SocketViews views;

    SocketChanges(Hub hub, SocketViews views) {
        this.hub = hub;
        this.views = views;
    }

    /// To be called after whatever may have changed the socket; one that is closed has its own
    /// event.
    public void note(LiveSocket socket) {
        try {
            synchronized (socket) {
                SocketView view = views.of(socket);
                if (socket.isNews(view.withoutCounts())) {
                    hub.publish(Type.SOCKET, view.id(), view);
                }
            }
        } catch (SyscallException closed) {
            // Told by whoever closed it.
        }
    }

    /// Closes the socket, and tells how it was. One that is closed already is `EBADF`.
    void close(LiveSocket socket, Consumer<SocketView> close) {
        synchronized (socket) {
            SocketView last = views.of(socket).closed();
            close.accept(last);
            hub.publish(Type.SOCKET, last.id(), last);
        }
    }
}
