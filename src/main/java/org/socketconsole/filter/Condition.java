package org.socketconsole.filter;

import java.util.List;
import java.util.function.Predicate;

/// What a part of a filter tests, and the same in words.
///
/// @param marks what it looks for in the bytes
record Condition<F>(Predicate<F> predicate, Phrase phrase, List<Mark> marks) {

    Condition(Predicate<F> predicate, Phrase phrase) {
        this(predicate, phrase, List.of());
    }

    static <F> Condition<F> all(List<Condition<F>> parts) {
        return new Condition<>(
                facts -> parts.stream().allMatch(part -> part.predicate.test(facts)),
                Phrase.all(phrases(parts)),
                marks(parts));
    }

    static <F> Condition<F> any(List<Condition<F>> parts, String noun) {
        return new Condition<>(
                facts -> parts.stream().anyMatch(part -> part.predicate.test(facts)),
                Phrase.any(phrases(parts), noun),
                marks(parts));
    }

    Condition<F> not(String noun) {
        return new Condition<>(predicate.negate(), phrase.not(noun));
    }

    private static <F> List<Mark> marks(List<Condition<F>> parts) {
        return parts.stream().flatMap(part -> part.marks.stream()).distinct().toList();
    }

    private static <F> List<Phrase> phrases(List<Condition<F>> parts) {
        return parts.stream().map(Condition::phrase).toList();
    }
}
