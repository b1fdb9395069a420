package org.socketconsole.socket;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.Call;
import org.socketconsole.dispatch.Target;
import org.socketconsole.net.SyscallException;
import org.springframework.stereotype.Component;

import java.util.function.Supplier;

/// Calls on sockets.
@Component
class SocketTarget implements Target<LiveSocket> {

    private final SocketRegistry registry;
    private final SocketChanges changes;

    SocketTarget(SocketRegistry registry, SocketChanges changes) {
        this.registry = registry;
        this.changes = changes;
    }

    @Override
    public Class<LiveSocket> type() {
        return LiveSocket.class;
    }

    @Override
    public LiveSocket find(Call call) {
        return registry.get(call.requireId(), call.name());
    }

    @Override
    public int family(LiveSocket socket) {
        return socket.kind().family();
    }

    @Override
    public @Nullable Object inside(LiveSocket socket, Call call, Supplier<@Nullable Object> body) {
        Object result =
                call.logged() ? noted(socket, call, body) : socket.inside(call.name(), body);
        socket.awaitClose(call);
        return result;
    }

    private @Nullable Object noted(LiveSocket socket, Call call, Supplier<@Nullable Object> body) {
        long before = socket.bytesMoved();
        String error = null;
        try {
            return socket.inside(call.name(), body);
        } catch (SyscallException failure) {
            error = failure.errno().symbol();
            throw failure;
        } finally {
            socket.acted(error);
            note(socket, error == null && socket.bytesMoved() != before);
        }
    }

    /// Where bytes move on a settled socket only counts change, and they may move often.
    private void note(LiveSocket socket, boolean moved) {
        if (moved && socket.isSettled()) {
            changes.noteSoon(socket);
        } else {
            changes.note(socket);
        }
    }
}
