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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/// Tells of each change of a socket once, and of one socket's in their order: what is told last is
/// how it is. What only counts, such as its bytes, is no change.
@Component
public class SocketChanges {

    private static final Logger log = LoggerFactory.getLogger(SocketChanges.class);

    /// A page is told as often.
    private static final Duration SOON = Duration.ofMillis(100);

    private final Hub hub;
    private final SocketViews views;
    private final BlockingQueue<LiveSocket> stirred = new LinkedBlockingQueue<>();
    private final Thread noting =
            Thread.ofVirtual().name("socket-changes").unstarted(this::noteStirred);

    SocketChanges(Hub hub, SocketViews views) {
        this.hub = hub;
        this.views = views;
    }

    @PostConstruct
    void begin() {
        noting.start();
    }

    @PreDestroy
    void end() {
        noting.interrupt();
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

    /// To be called from anywhere for what may come often: an event of the poller, which may be the
    /// end of a connect that nobody waits for, bytes, a connection or the peer's end.
    void noteSoon(LiveSocket socket) {
        if (socket.isToBeNoted()) {
            stirred.add(socket);
        }
    }

    /// One look at each of those that anything happened to, so often and not more: what happens
    /// meanwhile is for the next.
    private void noteStirred() {
        try {
            while (true) {
                List<LiveSocket> now = new ArrayList<>(List.of(stirred.take()));
                Thread.sleep(SOON);
                stirred.drainTo(now);
                now.forEach(this::noteOne);
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    /// Whatever is wrong with one, the others are looked at.
    private void noteOne(LiveSocket socket) {
        socket.isBeingNoted();
        socket.descriptor().rouse();
        try {
            note(socket);
        } catch (RuntimeException defect) {
            log.error("socket {} could not be looked at", socket.id(), defect);
        }
    }

    /// Closes the socket, and tells how it was. One that is closed already is `EBADF`.
    void close(LiveSocket socket, Consumer<SocketView> close) {
        synchronized (socket) {
            SocketView last = views.last(socket);
            close.accept(last);
            hub.publish(Type.SOCKET, last.id(), last);
        }
    }
}
