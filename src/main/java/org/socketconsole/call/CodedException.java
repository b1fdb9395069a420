package org.socketconsole.call;

/// A function failed in an error space of its own, which is not errno's.
public abstract class CodedException extends RuntimeException {

    private final ErrorKind kind;
    private final int code;
    private final String symbol;

    protected CodedException(ErrorKind kind, int code, String symbol, String message) {
        super(message, null, false, false);
        this.kind = kind;
        this.code = code;
        this.symbol = symbol;
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
}
