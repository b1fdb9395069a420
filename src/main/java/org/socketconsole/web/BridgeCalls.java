package org.socketconsole.web;

import org.jspecify.annotations.Nullable;
import org.socketconsole.access.Caller;
import org.socketconsole.call.BodyReader;
import org.socketconsole.call.BodyWriter;
import org.socketconsole.dispatch.ArgumentBinder;
import org.socketconsole.dispatch.ArgumentSource;
import org.socketconsole.dispatch.CallDefinition;
import org.socketconsole.dispatch.CallTable;
import org.socketconsole.dispatch.Dispatch;
import org.socketconsole.dispatch.Limits;
import org.socketconsole.dispatch.Outcome;
import org.springframework.stereotype.Component;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// The two calls that a bridge makes: those of `GET` and `PUT` of a socket's stream.
@Component
class BridgeCalls {

    /// That the client has no more to send is told to the peer.
    private static final byte[] ARGUMENTS = "{\"shutdown\": true}".getBytes(StandardCharsets.UTF_8);

    private final CallTable table;
    private final Dispatch dispatch;

    BridgeCalls(CallTable table, Dispatch dispatch) {
        this.table = table;
        this.dispatch = dispatch;
    }

    /// Those on the socket with the id.
    OnSocket on(String id) {
        return new OnSocket(id);
    }

    final class OnSocket {

        private final String id;

        private OnSocket(String id) {
            this.id = id;
        }

        Outcome receive(BodyWriter client) {
            return run(
                    "receive_stream",
                    new Source() {
                        @Override
                        public BodyWriter writer() {
                            return client;
                        }
                    });
        }

        Outcome send(BodyReader client) {
            return run(
                    "send_stream",
                    new Source() {
                        @Override
                        public BodyReader reader() {
                            return client;
                        }
                    });
        }

        private Outcome run(String name, ArgumentSource source) {
            return dispatch.run(call(name), id, source, Caller.CLIENT, Limits.forever(null));
        }
    }

    private CallDefinition call(String name) {
        return Objects.requireNonNull(table.find(name), name);
    }

    private abstract static class Source implements ArgumentSource {

        @Override
        public @Nullable Object bind(ArgumentBinder binder, CallDefinition call) {
            return call.arguments() == null ? null : binder.bind(ARGUMENTS, call.arguments());
        }

        @Override
        public long size() {
            return ARGUMENTS.length;
        }
    }
}
