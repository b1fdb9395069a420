package org.socketconsole.option;

import java.util.Locale;

/// What can be done with an option.
enum Access {
    R(true, false),
    W(false, true),
    RW(true, true),

    /// Reading it changes the socket or the process: `SO_ERROR` clears the pending error,
    /// `SO_PEERPIDFD` opens a descriptor.
    ONCE(false, false);

    private final boolean readable;
    private final boolean writable;

    Access(boolean readable, boolean writable) {
        this.readable = readable;
        this.writable = writable;
    }

    static Access of(String cell) {
        return valueOf(cell.toUpperCase(Locale.ROOT));
    }

    boolean isReadable() {
        return readable;
    }

    boolean isWritable() {
        return writable;
    }
}
