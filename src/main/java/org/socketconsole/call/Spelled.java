package org.socketconsole.call;

import org.jspecify.annotations.Nullable;

/// Arguments that spell numbers of their own, which only together say what they are.
public interface Spelled {

    /// The name of what an argument says; null where its number says all.
    @Nullable String spelled(String argument);
}
