package org.socketconsole.socket;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.Call;
import org.socketconsole.dispatch.Target;
import org.socketconsole.net.SyscallException;
import org.springframework.stereotype.Component;

import java.util.Set;
import java.util.function.Supplier;

/// Calls on sockets.
@Component
class SocketTarget implements Target<LiveSocket> {

    private static final Set<String> MOVING =
            Set.of("recv", "recvfrom", "recvmsg", "send", "sendall", "sendto", "sendmsg");

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
    public @Nullable Object inside(LiveSocket socket, Call call, Supplier<@Nullable Object> body) {
        Object result =
                call.logged() ? noted(socket, call, body) : socket.inside(call.name(), body);
        socket.awaitClose(call);
        return result;
    }

    /// Of what moves bytes on a settled socket only counts change, and it may come often.
    private void note(LiveSocket socket, Call call, @Nullable String error) {
        if (error == null && MOVING.contains(call.name()) && socket.isSettled()) {
            changes.noteSoon(socket);
        } else {
            changes.note(socket);
        }
    }

    private @Nullable Object noted(LiveSocket socket, Call call, Supplier<@Nullable Object> body) {
        String error = null;
        try {
            return socket.inside(call.name(), body);
        } catch (SyscallException failure) {
            error = failure.errno().symbol();
            throw failure;
        } finally {
            socket.acted(error);
            note(socket, call, error);
        }
    }
}
