package org.socketconsole.access;

/// The path of an endpoint under `/api` that asks for the token itself, since a page cannot set the
/// header of a WebSocket.
public record WebSocketPath(String path) {

    /// The attribute of a session whose handshake has shown the token already: a [Boolean].
    public static final String AUTHENTICATED = "authenticated";

    /// The attribute of a session with the address that its handshake came from: a [String].
    public static final String ADDRESS = "address";
}
