package org.socketconsole.access;

import org.jspecify.annotations.Nullable;

/// Who makes a call.
///
/// @param by what makes it in a person's place, null for a client
public record Caller(@Nullable String by) {

    /// Whoever showed the token.
    public static final Caller CLIENT = new Caller(null);
}
