package org.socketconsole.filter;

import java.util.function.Function;
import java.util.stream.Stream;

/// A field of words, written whole; a number stands for the id that has it.
record Exactly<F>(Function<F, Stream<String>> reader, String words) implements Meaning<F> {

    @Override
    public Condition<F> of(Node.Term term) {
        term.requireColon();
        String word = term.value().matches("[0-9]+") ? "s-" + term.value() : term.value();
        return new Condition<>(
                facts -> reader.apply(facts).anyMatch(word::equalsIgnoreCase),
                Phrase.place(words + word));
    }
}
