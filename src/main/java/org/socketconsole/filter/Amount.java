package org.socketconsole.filter;

import java.util.function.DoublePredicate;
import java.util.function.Function;
import java.util.stream.DoubleStream;

/// A field whose values have an order; where there are several, one is enough.
record Amount<F>(Unit unit, Function<F, DoubleStream> reader, Function<String, Phrase> phrase)
        implements Meaning<F> {

    @Override
    public Condition<F> of(Node.Term term) {
        DoublePredicate wanted = wanted(term.operator(), unit.parse(term));
        return new Condition<>(
                facts -> reader.apply(facts).anyMatch(wanted),
                phrase.apply(words(term.operator()) + term.value()));
    }

    /// In a trait, the amount where `%s` is.
    static Function<String, Phrase> trait(String format) {
        return amount -> Phrase.trait(format.formatted(amount));
    }

    private static DoublePredicate wanted(char operator, double bound) {
        return switch (operator) {
            case '>' -> value -> value > bound;
            case '<' -> value -> value < bound;
            default -> value -> value == bound;
        };
    }

    private static String words(char operator) {
        return switch (operator) {
            case '>' -> "over ";
            case '<' -> "under ";
            default -> "";
        };
    }
}
