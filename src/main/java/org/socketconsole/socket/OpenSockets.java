package org.socketconsole.socket;

import org.jspecify.annotations.Nullable;
import org.socketconsole.net.SyscallException;
import org.springframework.stereotype.Component;

import java.util.Objects;
import java.util.stream.Stream;

/// The open sockets as the API shows them.
@Component
class OpenSockets {

    private final SocketRegistry registry;
    private final SocketViews views;

    OpenSockets(SocketRegistry registry, SocketViews views) {
        this.registry = registry;
        this.views = views;
    }

    /// The oldest first.
    Stream<SocketView> all() {
        return registry.open().stream().map(this::view).filter(Objects::nonNull);
    }

    /// Null for a socket that was closed since the list began.
    private @Nullable SocketView view(LiveSocket socket) {
        try {
            return views.of(socket);
        } catch (SyscallException gone) {
            return null;
        }
    }
}
