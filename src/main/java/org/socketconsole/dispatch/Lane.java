package org.socketconsole.dispatch;

import java.util.Locale;

/// The direction of its target in which a call moves something: calls of one lane keep their order.
public enum Lane {
    INPUT,

    /// So does what ends it: nothing that was sent before is lost.
    OUTPUT,

    /// It comes after output, and all that moves something after it, as after a connect.
    BOTH,

    NONE;

    public boolean isInput() {
        return this == INPUT || this == BOTH;
    }

    public boolean isOutput() {
        return this == OUTPUT || this == BOTH;
    }

    /// As the tables write it, where nothing is none.
    static Lane of(String text) {
        return text.isEmpty() ? NONE : valueOf(text.toUpperCase(Locale.ROOT));
    }
}
