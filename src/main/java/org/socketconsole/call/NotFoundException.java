package org.socketconsole.call;

/// There is no such id, path, constant, service, protocol or interface.
public class NotFoundException extends RuntimeException {

    public NotFoundException(String message) {
        super(message, null, false, false);
    }
}
