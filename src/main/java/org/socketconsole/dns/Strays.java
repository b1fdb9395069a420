package org.socketconsole.dns;

import static java.util.stream.Collectors.joining;

import java.util.EnumMap;
import java.util.Map;

/// What came in the place of an answer and was passed over: anyone can send a datagram, and may
/// guess the number.
final class Strays {

    private final Map<StrayException.Kind, Integer> counts =
            new EnumMap<>(StrayException.Kind.class);

    void count(StrayException stray) {
        counts.merge(stray.kind(), 1, Integer::sum);
    }

    /// What is to be said of them behind something else, perhaps nothing.
    @Override
    public String toString() {
        return counts.isEmpty()
                ? ""
                : counts.entrySet().stream()
                        .map(stray -> stray.getValue() + " " + stray.getKey())
                        .collect(joining(", ", "; what came was passed over: ", ""));
    }
}
