package org.socketconsole.filter;

import java.util.function.Predicate;

/// A filter that is understood.
///
/// @param description what it lets through: `TCP sockets in LISTENING on port 7000`
public record Filter<F>(Predicate<F> predicate, String description) {

    public boolean matches(F facts) {
        return predicate.test(facts);
    }
}
