package org.socketconsole.dispatch;

import org.jspecify.annotations.Nullable;

import java.util.function.Function;

/// A value that the list of calls keeps, to be written when it is read. One that is large is
/// written at once, so that the list keeps no payloads.
final class Kept {

    /// The most bytes of a value that is kept as it is.
    private static final long LARGEST = 1024;

    static final Kept NOTHING = new Kept(null, value -> null);

    private final @Nullable Object value;
    private final Function<Object, @Nullable String> repr;

    private Kept(@Nullable Object value, Function<Object, @Nullable String> repr) {
        this.value = value;
        this.repr = repr;
    }

    static Kept of(@Nullable Object value, long size, Function<Object, @Nullable String> repr) {
        if (value == null) {
            return NOTHING;
        }
        return size <= LARGEST
                ? new Kept(value, repr)
                : new Kept(repr.apply(value), text -> (String) text);
    }

    @Nullable String text() {
        return value == null ? null : repr.apply(value);
    }
}
