package org.socketconsole.filter;

import java.util.List;
import java.util.function.Predicate;

/// What a part of a filter tests, and the same in words.
record Condition<F>(Predicate<F> predicate, Phrase phrase) {

    static <F> Condition<F> all(List<Condition<F>> parts) {
        return new Condition<>(
                facts -> parts.stream().allMatch(part -> part.predicate.test(facts)),
                Phrase.all(phrases(parts)));
    }

    static <F> Condition<F> any(List<Condition<F>> parts, String noun) {
        return new Condition<>(
                facts -> parts.stream().anyMatch(part -> part.predicate.test(facts)),
                Phrase.any(phrases(parts), noun));
    }

    Condition<F> not(String noun) {
        return new Condition<>(predicate.negate(), phrase.not(noun));
    }

    private static <F> List<Phrase> phrases(List<Condition<F>> parts) {
        return parts.stream().map(Condition::phrase).toList();
    }
}
