package org.socketconsole.filter;

import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/// A field of text, of which a part is enough, in any case.
record Contains<F>(Function<F, Stream<String>> reader, String words) implements Meaning<F> {

    @Override
    public Condition<F> of(Node.Term term) {
        term.requireColon();
        String part = term.value().toLowerCase(Locale.ROOT);
        return new Condition<>(
                facts ->
                        reader.apply(facts)
                                .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(part)),
                Phrase.trait(words + " \"" + term.value() + "\""));
    }
}
