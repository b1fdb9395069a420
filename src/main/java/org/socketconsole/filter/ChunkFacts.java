package org.socketconsole.filter;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.Address;

/// What a filter may ask of the bytes that one call moved.
public interface ChunkFacts {

    /// As it is, or as it was when it was closed.
    SocketFacts socket();

    /// `sent` or `received`.
    String direction();

    String call();

    /// `MSG_OOB|MSG_MORE`, or `0`.
    String flags();

    /// That the call gave or got.
    @Nullable Address address();

    /// The bytes, a character for each.
    CharSequence text();
}
