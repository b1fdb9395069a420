package org.socketconsole.socket;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/// Where a socket came from: the call that made it, out of which other, and what it starts with.
record Origin(
        String call, @Nullable String parent, @Nullable String label, @Nullable Duration timeout) {

    static Origin of(String call) {
        return new Origin(call, null, null, null);
    }

    static Origin of(String call, LiveSocket parent) {
        return new Origin(call, parent.id(), null, null);
    }
}
