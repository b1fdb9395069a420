package org.socketconsole.recording;

import org.jspecify.annotations.Nullable;
import org.socketconsole.traffic.Chunk;

import java.util.Set;
import java.util.function.Predicate;

/// What is to be recorded.
///
/// @param sockets none are all
/// @param filter null for all that passes them
record Wanted(Set<String> sockets, @Nullable Predicate<Chunk> filter) {

    boolean isOf(@Nullable String socketId) {
        return sockets.isEmpty() || socketId != null && sockets.contains(socketId);
    }

    /// A filter is of bytes.
    boolean takesCallsOf(@Nullable String socketId) {
        return filter == null && isOf(socketId);
    }

    boolean takes(Chunk chunk) {
        return filter == null || filter.test(chunk);
    }
}
