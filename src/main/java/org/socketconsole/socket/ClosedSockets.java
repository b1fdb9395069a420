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

    /// By id, the one that was closed first in front.
    private final SequencedMap<String, Closed> closed = new LinkedHashMap<>();

    /// To be called before the close, so that a socket is open or closed at any time.
    synchronized void remember(SocketView socket) {
        closed.putIfAbsent(socket.id(), new Closed(Instant.now(), socket));
        forget();
    }

    /// The latest last.
    synchronized List<SocketView> all() {
        forget();
        return closed.values().stream().map(Closed::socket).toList();
    }

    synchronized int size() {
        forget();
        return closed.size();
    }

    synchronized @Nullable SocketView find(String id) {
        forget();
        Closed found = closed.get(id);
        return found == null ? null : found.socket();
    }

    private void forget() {
        Instant oldest = Instant.now().minus(KEPT);
        while (closed.size() > MOST
                || !closed.isEmpty() && closed.firstEntry().getValue().at().isBefore(oldest)) {
            closed.pollFirstEntry();
        }
    }
}
