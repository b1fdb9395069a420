package org.socketconsole.responder;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;
import org.socketconsole.dispatch.ArgumentBinder;
import org.socketconsole.dispatch.ArgumentSource;
import org.socketconsole.dispatch.CallDefinition;

/// The arguments of a call that is made here.
sealed interface CallArguments extends ArgumentSource {

    CallArguments NONE = new Bound(null, 0);

    /// The record itself, which spares what is called often its JSON.
    ///
    /// @param size of its payload
    record Bound(@Nullable Record arguments, long size) implements CallArguments {
        @Override
        public @Nullable Object bind(ArgumentBinder binder, CallDefinition call) {
            return arguments;
        }
    }

    record Written(String json) implements CallArguments {
        @Override
        public @Nullable Object bind(ArgumentBinder binder, CallDefinition call) {
            return call.arguments() == null
                    ? null
                    : binder.bind(json.getBytes(UTF_8), call.arguments());
        }

        @Override
        public long size() {
            return json.length();
        }
    }
}
