package org.socketconsole.call;

/// An argument that no call can be made with: which one, a nested one dotted, and what it must be.
public class InvalidArgumentException extends RuntimeException {

    private final String field;

    public InvalidArgumentException(String field, String message) {
        super(message, null, false, false);
        this.field = field;
    }

    public String field() {
        return field;
    }
}
