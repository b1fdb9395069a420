package org.socketconsole.filter;

/// A place in an expression.
record Span(int position, int length) {

    static Span between(int start, int end) {
        return new Span(start, end - start);
    }
}
