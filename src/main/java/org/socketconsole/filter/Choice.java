package org.socketconsole.filter;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/// A field whose values are names out of a closed set.
record Choice<F>(
        NameSet names, Function<F, Stream<String>> reader, Function<List<String>, Phrase> phrase)
        implements Meaning<F> {

    @Override
    public Condition<F> of(Node.Term term) {
        Set<String> meant = names.meant(term);
        return new Condition<>(
                facts -> reader.apply(facts).anyMatch(meant::contains),
                phrase.apply(List.copyOf(meant)));
    }

    /// Before the noun, each name as `word` says it.
    static Function<List<String>, Phrase> adjectives(Function<String, String> word) {
        return names ->
                Phrase.any(names.stream().map(word).distinct().map(Phrase::adjective).toList(), "");
    }

    /// Behind the noun, each name behind the same words.
    static Function<List<String>, Phrase> places(String before) {
        return names -> Phrase.place(before + String.join(" or ", names));
    }

    static Function<List<String>, Phrase> traits(String before) {
        return names -> Phrase.trait(before + String.join(" or ", names));
    }
}
