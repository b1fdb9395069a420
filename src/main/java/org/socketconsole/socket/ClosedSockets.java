package org.socketconsole.socket;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// What the sockets were that were closed in the last minutes.
@Component
class ClosedSockets {

    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final int MOST = 1000;

    private record Closed(Instant at, SocketView socket) {}

    private final SocketViews views;
    private final Deque<Closed> closed = new ArrayDeque<>();

    ClosedSockets(SocketViews views) {
        this.views = views;
    }

    /// To be called before the close; a socket that is closed already is `EBADF`.
    SocketView remember(LiveSocket socket) {
        SocketView last = views.of(socket).closed();
        synchronized (closed) {
            closed.addLast(new Closed(Instant.now(), last));
            forget();
        }
        return last;
    }

    /// The latest last.
    List<SocketView> all() {
        synchronized (closed) {
            forget();
            return closed.stream().map(Closed::socket).toList();
        }
    }

    @Nullable SocketView find(String id) {
        synchronized (closed) {
            return closed.stream()
                    .map(Closed::socket)
                    .filter(socket -> socket.id().equals(id))
                    .findFirst()
                    .orElse(null);
        }
    }

    private void forget() {
        Instant oldest = Instant.now().minus(KEPT);
        while (closed.size() > MOST
                || !closed.isEmpty() && closed.getFirst().at().isBefore(oldest)) {
            closed.removeFirst();
        }
    }
}
