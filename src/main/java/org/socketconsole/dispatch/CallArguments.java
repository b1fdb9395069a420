package org.socketconsole.dispatch;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.BodyReader;
import org.socketconsole.call.BodyWriter;

/// The arguments of a call that the server makes itself.
public sealed interface CallArguments extends ArgumentSource {

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
            return binder.bind(json.getBytes(UTF_8), call);
        }

        @Override
        public long size() {
            return json.length();
        }
    }

    /// Of a call that reads from a client while it runs.
    record From(BodyReader reader, Written arguments) implements CallArguments {
        @Override
        public @Nullable Object bind(ArgumentBinder binder, CallDefinition call) {
            return arguments.bind(binder, call);
        }

        @Override
        public long size() {
            return arguments.size();
        }
    }

    /// Of a call that writes to a client while it runs, and takes nothing else.
    record To(BodyWriter writer) implements CallArguments {
        @Override
        public @Nullable Object bind(ArgumentBinder binder, CallDefinition call) {
            return null;
        }

        @Override
        public long size() {
            return 0;
        }
    }
}
