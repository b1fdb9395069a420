package org.socketconsole.dispatch;

import org.jspecify.annotations.Nullable;

/// The arguments of a call as they came: in a request, a batch or a message.
public interface ArgumentSource {

    /// Makes the record of them, null for a call that has none.
    @Nullable Object bind(ArgumentBinder binder, CallDefinition call);

    /// What the caller names the call by, null where it does not mind that it is made again.
    default @Nullable RepeatKey key() {
        return null;
    }

    /// The bytes that they took, roughly.
    long size();
}
