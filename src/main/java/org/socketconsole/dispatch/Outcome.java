package org.socketconsole.dispatch;

import org.jspecify.annotations.Nullable;

/// How a call ended, for whichever way it came to put into its own words.
public sealed interface Outcome {

    /// It returned something, or nothing.
    record Returned(CallDefinition call, @Nullable Object result) implements Outcome {}

    record Failed(Problem problem) implements Outcome {}

    /// It was not made: what a call with its key ended with before is its answer too.
    record Repeated(Outcome first) implements Outcome {}
}
