package org.socketconsole.model;

import static org.socketconsole.testing.Json.base64;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Choices, all out of one seed.
final class Chance {

    private final SplittableRandom random;
    private int bytes;

    Chance(SplittableRandom random) {
        this.random = random;
    }

    boolean is(double probability) {
        return random.nextDouble() < probability;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    @SafeVarargs
    final <T> T of(T... choices) {
        return choices[below(choices.length)];
    }

    <T> T of(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    /// Mostly none, or one, seldom two of them, or bits that have no name here.
    String flags(String... names) {
        if (is(0.5)) {
            return "0";
        }
        List<String> flags = new ArrayList<>(List.of(of(names)));
        if (is(0.3)) {
            flags.add(of(names));
        }
        if (is(0.02)) {
            flags.add("8388608");
        }
        return String.join("|", flags);
    }

    /// Bytes that go on from one call to the next, so that a wrong order shows; some end a line.
    String data(int size) {
        byte[] data = new byte[size];
        for (int i = 0; i < size; i++) {
            data[i] = (byte) (bytes % 10 == 9 ? '\n' : 'a' + bytes % 26);
            bytes++;
        }
        return base64(data);
    }
}
