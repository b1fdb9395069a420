package org.socketconsole.access;

/// A rule of this server, not of the kernel, refuses the call.
public class ForbiddenException extends RuntimeException {

    public ForbiddenException(String message) {
        super(message, null, false, false);
    }
}
