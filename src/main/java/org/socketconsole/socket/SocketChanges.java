package org.socketconsole.socket;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.socketconsole.event.Event.Type;
import org.socketconsole.event.Hub;
import org.socketconsole.net.SyscallException;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/// Tells of each change of a socket once, and of one socket's in their order: what is told last is
/// how it is. What only counts, such as its bytes, is no change.
@Component
public class SocketChanges {

    private static final Logger log = LoggerFactory.getLogger(SocketChanges.class);

    /// In which calls on the same sockets come together.
    private static final Duration MOMENT = Duration.ofMillis(5);

    private final Hub hub;
    private final SocketViews views;
    private final Set<LiveSocket> changed = ConcurrentHashMap.newKeySet();
    private final BlockingQueue<LiveSocket> queue = new LinkedBlockingQueue<>();
    private final Thread looker =
            Thread.ofVirtual().name("socket-changes").unstarted(this::lookForEver);

    SocketChanges(Hub hub, SocketViews views) {
        this.hub = hub;
        this.views = views;
    }

    @PostConstruct
    void start() {
        looker.start();
    }

    @PreDestroy
    void stop() {
        looker.interrupt();
    }

    /// The same as [#note] a moment later, and once for all that happens in it: a look costs more
    /// than a call.
    public void noteSoon(LiveSocket socket) {
        if (changed.add(socket)) {
            queue.add(socket);
        }
    }

    private void lookForEver() {
        try {
            while (true) {
                look(queue.take());
                Thread.sleep(MOMENT);
            }
        } catch (InterruptedException stopped) {
            log.debug("nobody looks any more");
        }
    }

    private void look(LiveSocket first) {
        for (LiveSocket next = first; next != null; next = queue.poll()) {
            changed.remove(next);
            note(next);
        }
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
