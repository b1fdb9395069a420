package org.socketconsole.call;

/// A function failed in an error space of its own, which is not errno's.
public abstract class CodedException extends RuntimeException {

    private final ErrorKind kind;
    private final int code;
    private final String symbol;
    private final String strerror;

    protected CodedException(
            ErrorKind kind, int code, String symbol, String strerror, String message) {
        super(message, null, false, false);
        this.kind = kind;
        this.code = code;
        this.symbol = symbol;
        this.strerror = strerror;
    }

    public ErrorKind kind() {
        return kind;
    }

    public int code() {
        return code;
    }

    public String symbol() {
        return symbol;
    }

    public String strerror() {
        return strerror;
    }
}
