package org.socketconsole.filter;

import java.util.List;
import java.util.function.Predicate;

/// A filter that is understood.
///
/// @param description what it lets through: `TCP sockets in LISTENING on port 7000`
/// @param marks what it looks for in the bytes, for whoever shows them
public record Filter<F>(Predicate<F> predicate, String description, List<Mark> marks) {

    public boolean matches(F facts) {
        return predicate.test(facts);
    }
}
