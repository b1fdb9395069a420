package org.socketconsole.filter;

import org.jspecify.annotations.Nullable;

import java.util.stream.Stream;

/// The sockets that exist now, for the values that one can choose from.
public interface KnownSockets {

    Stream<SocketFacts> now();

    /// One of them, or one that was closed in the last minutes.
    @Nullable SocketFacts known(String id);
}
