package org.socketconsole.filter;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/// A field of the language.
///
/// @param values those to choose from, given the sockets that exist now
record Field<F>(
        String name,
        String example,
        String help,
        Meaning<F> meaning,
        Function<Stream<SocketFacts>, Stream<String>> values) {

    static <F> Field<F> of(String name, String example, String help, Meaning<F> meaning) {
        return new Field<>(name, example, help, meaning, sockets -> Stream.empty());
    }

    Field<F> choosing(String... known) {
        return new Field<>(name, example, help, meaning, sockets -> Stream.of(known));
    }

    Field<F> choosing(Function<SocketFacts, Stream<String>> value) {
        return new Field<>(name, example, help, meaning, sockets -> sockets.flatMap(value));
    }

    List<String> valuesAmong(Stream<SocketFacts> sockets) {
        return values.apply(sockets).distinct().sorted().toList();
    }

    /// The same, asked of something that leads to what this is asked of.
    <G> Field<G> of(Function<G, F> way) {
        Meaning<G> there =
                term -> {
                    Condition<F> here = meaning.of(term);
                    return new Condition<>(
                            facts -> here.predicate().test(way.apply(facts)), here.phrase());
                };
        return new Field<>(name, example, help, there, values);
    }
}
