package org.socketconsole.dispatch;

import java.util.Locale;

/// The direction of its target in which a call moves something: calls of one lane keep their order.
public enum Lane {
    INPUT,
    OUTPUT,
    NONE;

    /// As the tables write it, where nothing is none.
    static Lane of(String text) {
        return text.isEmpty() ? NONE : valueOf(text.toUpperCase(Locale.ROOT));
    }
}
