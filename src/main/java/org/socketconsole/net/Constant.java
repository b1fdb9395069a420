package org.socketconsole.net;

import org.jspecify.annotations.Nullable;

/// A named number of the C headers.
///
/// @param group what the number numbers: no two constants of a group share a value, but for aliases
/// @param summary one sentence on what it means
/// @param aliasOf the preferred name of the same value in the same group
public record Constant(
        String name, long value, String group, String summary, @Nullable String aliasOf) {

    public boolean isAlias() {
        return aliasOf != null;
    }

    boolean isOneBit() {
        return Long.bitCount(value) == 1;
    }
}
