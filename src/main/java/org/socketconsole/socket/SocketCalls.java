package org.socketconsole.socket;

import org.socketconsole.call.Call;
import org.socketconsole.call.Calls;
import org.socketconsole.net.SyscallException;
import org.springframework.stereotype.Component;

import java.util.function.Consumer;
import java.util.function.Function;

/// Calls on the socket that their path names, run inside its descriptor.
@Component
public class SocketCalls {

    private final Calls calls;
    private final SocketRegistry registry;
    private final SocketChanges changes;

    SocketCalls(Calls calls, SocketRegistry registry, SocketChanges changes) {
        this.calls = calls;
        this.registry = registry;
        this.changes = changes;
    }

    public <T> T answer(Call call, Function<LiveSocket, T> body) {
        return calls.run(call, () -> run(call, body));
    }

    /// The same, of a call that returns nothing.
    public void perform(Call call, Consumer<LiveSocket> body) {
        calls.run(
                call,
                () -> {
                    run(
                            call,
                            socket -> {
                                body.accept(socket);
                                return socket;
                            });
                });
    }

    private <T> T run(Call call, Function<LiveSocket, T> body) {
        LiveSocket socket = registry.get(call.requireId(), call.name());
        if (!call.logged()) {
            return socket.inside(call.name(), () -> body.apply(socket));
        }
        String error = null;
        try {
            return socket.inside(call.name(), () -> body.apply(socket));
        } catch (SyscallException failure) {
            error = failure.errno().symbol();
            throw failure;
        } finally {
            socket.acted(error);
            changes.note(socket);
        }
    }
}
