package org.socketconsole.net;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Guesses which name was meant by one that does not exist.
public final class Spelling {

    private static final int LONGEST = 64;

    private record Guess(String name, int distance) {}

    private Spelling() {}

    /// The name with the fewest differences, else the first that ends with the word, as `AF_INET`
    /// with `INET`.
    public static Optional<String> nearest(String word, Collection<String> names) {
        if (word.length() > LONGEST) {
            return Optional.empty();
        }
        var upper = word.toUpperCase(Locale.ROOT);
        return closest(upper, names).or(() -> ending(upper, names).findFirst());
    }

    /// For messages: what a client sent may be very long.
    static String shortened(String word) {
        return word.length() > LONGEST ? word.substring(0, LONGEST) + "…" : word;
    }

    private static Optional<String> closest(String word, Collection<String> names) {
        int limit = 1 + word.length() / 6;
        return names.stream()
                .filter(name -> Math.abs(name.length() - word.length()) <= limit)
                .map(name -> new Guess(name, distance(word, name.toUpperCase(Locale.ROOT))))
                .filter(guess -> guess.distance <= limit)
                .min((a, b) -> Integer.compare(a.distance, b.distance))
                .map(Guess::name);
    }

    private static Stream<String> ending(String word, Collection<String> names) {
        return names.stream().filter(name -> name.endsWith("_" + word));
    }

    /// How many letters must be added, removed or changed (Levenshtein), row by row.
    private static int distance(String from, String to) {
        int[] costs = new int[to.length() + 1];
        Arrays.setAll(costs, i -> i);
        for (int row = 1; row <= from.length(); row++) {
            costs = nextRow(costs, row, from.charAt(row - 1), to);
        }
        return costs[to.length()];
    }

    private static int[] nextRow(int[] above, int row, char letter, String to) {
        int[] costs = new int[above.length];
        costs[0] = row;
        for (int i = 1; i < costs.length; i++) {
            int change = above[i - 1] + (letter == to.charAt(i - 1) ? 0 : 1);
            costs[i] = Math.min(change, 1 + Math.min(above[i], costs[i - 1]));
        }
        return costs;
    }
}
