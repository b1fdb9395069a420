package org.socketconsole.filter;

/// What the terms of a field test; a term that has no such value is a [FilterException].
@FunctionalInterface
interface Meaning<F> {

    Condition<F> of(Node.Term term);
}
