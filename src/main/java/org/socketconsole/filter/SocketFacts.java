package org.socketconsole.filter;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.Address;

import java.time.Duration;
import java.util.List;

/// What a filter may ask of a socket; the answers are not looked for before.
public interface SocketFacts {

    String id();

    int fd();

    String family();

    String type();

    String proto();

    String state();

    /// In seconds; null in blocking mode.
    @Nullable Double timeout();

    @Nullable String label();

    @Nullable Address localAddress();

    @Nullable Address peerAddress();

    long bytesSent();

    long bytesReceived();

    Duration age();

    String origin();

    @Nullable String parent();

    /// The symbol of the errno that a call ended with last.
    @Nullable String lastError();

    List<WaitingCall> waiting();

    boolean hasUnread();

    /// A call on the socket that waits.
    record WaitingCall(String call, Duration since) {}
}
