package org.socketconsole.call;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/// One call while it runs: its name in the API's tables, the id in its path, when it began
/// ([System#nanoTime]) and how long it may wait, whatever its socket's own time-out is.
public record Call(String name, @Nullable String id, long started, Duration limit) {

    private static final double NANOS_PER_SECOND = 1e9;

    /// The id of the resource that the call is about; only for calls whose path has one.
    public String requireId() {
        if (id == null) {
            throw new IllegalStateException(name + " has no id in its path");
        }
        return id;
    }

    /// Seconds since the call began.
    public double elapsed() {
        return (System.nanoTime() - started) / NANOS_PER_SECOND;
    }
}
