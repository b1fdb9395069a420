package org.socketconsole.socket;

import org.socketconsole.call.Call;
import org.socketconsole.call.Calls;
import org.springframework.stereotype.Component;

import java.util.function.Consumer;
import java.util.function.Function;

/// Calls on the socket that their path names, run inside its descriptor.
@Component
public class SocketCalls {

    private final Calls calls;
    private final SocketRegistry registry;

    SocketCalls(Calls calls, SocketRegistry registry) {
        this.calls = calls;
        this.registry = registry;
    }

    public <T> T answer(Call call, Function<LiveSocket, T> body) {
        return calls.run(
                call,
                () -> {
                    LiveSocket socket = registry.get(call.requireId(), call.name());
                    return socket.inside(call.name(), () -> body.apply(socket));
                });
    }

    /// The same, of a call that returns nothing.
    public void perform(Call call, Consumer<LiveSocket> body) {
        answer(
                call,
                socket -> {
                    body.accept(socket);
                    return socket;
                });
    }
}
