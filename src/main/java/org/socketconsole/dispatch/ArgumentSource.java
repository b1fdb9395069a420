package org.socketconsole.dispatch;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.BodyReader;
import org.socketconsole.call.BodyWriter;
import org.socketconsole.call.InvalidArgumentException;
import org.socketconsole.call.Operation;

/// The arguments of a call as they came: in a request, a batch or a message.
public interface ArgumentSource {

    /// Makes the record of them, null for a call that has none.
    @Nullable Object bind(ArgumentBinder binder, CallDefinition call);

    /// What the caller names the call by, null where it does not mind that it is made again.
    default @Nullable RepeatKey key() {
        return null;
    }

    /// The call that they are of begins: whoever sees its client leave may cancel it.
    default void begins(Operation operation) {}

    /// The bytes that they took, roughly.
    long size();

    /// Whom a call reads from while it runs.
    default BodyReader reader() {
        throw noStream();
    }

    /// Whom a call writes to while it runs.
    default BodyWriter writer() {
        throw noStream();
    }

    private static InvalidArgumentException noStream() {
        return new InvalidArgumentException(
                "call", "moves bytes for as long as its client stays: it takes a request alone");
    }
}
