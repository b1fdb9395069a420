package org.socketconsole.access;

/// A request under `/api` without the token.
public class UnauthenticatedException extends RuntimeException {

    public UnauthenticatedException() {
        super("no token, no call", null, false, false);
    }
}
