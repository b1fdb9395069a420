package org.socketconsole.explain;

import org.jspecify.annotations.Nullable;

/// What is known of a call that failed.
///
/// @param state of its socket
/// @param host of the peer
record Failure(
        @Nullable String call,
        @Nullable String family,
        @Nullable String type,
        @Nullable String state,
        @Nullable String host) {

    static final Failure UNKNOWN = new Failure(null, null, null, null, null);
}
