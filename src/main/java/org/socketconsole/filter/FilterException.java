package org.socketconsole.filter;

/// An expression that is no filter: what is wrong with it, and where.
public class FilterException extends RuntimeException {

    private final Span span;

    FilterException(String message, Span span) {
        super(message, null, false, false);
        this.span = span;
    }

    public String message() {
        return String.valueOf(getMessage());
    }

    /// What an argument `filter` is blamed for.
    public String asArgument() {
        return "is no filter, at position " + position() + ": " + message();
    }

    public int position() {
        return span.position();
    }

    public int length() {
        return span.length();
    }
}
