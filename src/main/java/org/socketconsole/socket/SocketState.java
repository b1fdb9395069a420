package org.socketconsole.socket;

/// What the kernel says of a socket, in the order of its life.
public enum SocketState {
    UNCONNECTED,
    BOUND,
    LISTENING,
    CONNECTING,
    CONNECTED,
    CLOSED
}
