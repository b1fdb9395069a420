package org.socketconsole.dispatch;

import org.jspecify.annotations.Nullable;

/// How a call ended, for whichever way it came to put into its own words.
public sealed interface Outcome {

    /// It returned something, or nothing.
    record Returned(CallDefinition call, @Nullable Object result) implements Outcome {}

    record Failed(Problem problem) implements Outcome {}
}
