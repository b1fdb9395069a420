package org.socketconsole.filter;

import org.jspecify.annotations.Nullable;

/// @param leaf the term or word that it is
record Lexeme(Kind kind, Span span, @Nullable Node leaf) {

    enum Kind {
        OPEN,
        CLOSE,
        NOT,
        AND,
        OR,
        LEAF
    }
}
