package org.socketconsole.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Two ways of the same thing, measured round about; what counts is the median of the rounds'
/// ratios.
final class Pair {

    private final String name;
    private final List<Double> base = new ArrayList<>();
    private final List<Double> ours = new ArrayList<>();
    private final List<Double> ratios = new ArrayList<>();

    Pair(String name) {
        this.name = name;
    }

    /// Rounds below 0 are for warming up.
    void add(int round, double base, double ours) {
        if (round >= 0) {
            this.base.add(base);
            this.ours.add(ours);
            ratios.add(ours / base);
        }
    }

    /// The ratio of the two best rounds says what is left when the machine's other work is not
    /// counted.
    void print() {
        System.out.printf(
                Locale.ROOT,
                "%-27s %8.0f   %8.0f   %.2f, %.2f%n",
                name,
                median(base),
                median(ours),
                median(ratios),
                best(ours) / best(base));
    }

    private static double best(List<Double> values) {
        return values.stream().min(Double::compare).orElseThrow();
    }

    static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }
}
