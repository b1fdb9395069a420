package org.socketconsole.explain;

import org.jspecify.annotations.Nullable;

import java.util.regex.Pattern;

/// One of an error's causes, and of which failures it can be one: a pattern that is missing fits
/// all.
///
/// @param state of the socket, as it is shown
/// @param place of the peer
record Cause(
        String text,
        @Nullable Pattern call,
        @Nullable Pattern family,
        @Nullable Pattern type,
        @Nullable Pattern state,
        @Nullable Place place) {

    /// What is not known of a failure rules nothing out.
    boolean isOf(Failure failure) {
        return fits(call, failure.call())
                && fits(family, failure.family())
                && fits(type, failure.type())
                && fits(state, failure.state())
                && (place == null || failure.host() == null || place == Place.of(failure.host()));
    }

    private static boolean fits(@Nullable Pattern pattern, @Nullable String known) {
        return pattern == null || known == null || pattern.matcher(known).matches();
    }
}
