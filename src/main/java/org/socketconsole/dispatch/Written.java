package org.socketconsole.dispatch;

import org.jspecify.annotations.Nullable;

import java.util.function.Function;

/// The text of a value that the list of calls does not keep, since it is large. One that is small
/// is kept as it is, and written when it is read.
record Written(@Nullable String text) {

    /// The most bytes of a value that is kept.
    private static final long LARGEST = 1024;

    /// What is kept of the value.
    static @Nullable Object orKept(
            @Nullable Object value, long size, Function<Object, @Nullable String> repr) {
        return value == null || size <= LARGEST ? value : new Written(repr.apply(value));
    }

    /// The text of what was kept.
    static @Nullable String text(@Nullable Object kept, Function<Object, @Nullable String> repr) {
        return switch (kept) {
            case null -> null;
            case Written written -> written.text;
            default -> repr.apply(kept);
        };
    }
}
