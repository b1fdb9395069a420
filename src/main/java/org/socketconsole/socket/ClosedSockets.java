package org.socketconsole.socket;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// What the sockets were that were closed in the last minutes.
@Component
class ClosedSockets {

    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final int MOST = 1000;

    private record Closed(Instant at, SocketView socket) {}

    private final SocketViews views;

    /// By id, the one that was closed first in front.
    private final SequencedMap<String, Closed> closed = new LinkedHashMap<>();

    ClosedSockets(SocketViews views) {
        this.views = views;
    }

    /// To be called before the close, which another may win: a socket is remembered once. One that
    /// is closed already is `EBADF`.
    SocketView remember(LiveSocket socket) {
        SocketView last = views.of(socket).closed();
        synchronized (closed) {
            closed.putIfAbsent(last.id(), new Closed(Instant.now(), last));
            forget();
        }
        return last;
    }

    /// The latest last.
    List<SocketView> all() {
        synchronized (closed) {
            forget();
            return closed.values().stream().map(Closed::socket).toList();
        }
    }

    @Nullable SocketView find(String id) {
        synchronized (closed) {
            forget();
            Closed found = closed.get(id);
            return found == null ? null : found.socket();
        }
    }

    private void forget() {
        Instant oldest = Instant.now().minus(KEPT);
        while (closed.size() > MOST
                || !closed.isEmpty() && closed.firstEntry().getValue().at().isBefore(oldest)) {
            closed.pollFirstEntry();
        }
    }
}
