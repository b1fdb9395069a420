package org.socketconsole.filter;

import java.util.stream.Stream;

/// The sockets that exist now, for the values that one can choose from.
public interface KnownSockets {

    Stream<SocketFacts> now();
}
