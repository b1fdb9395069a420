package org.socketconsole.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Two ways of the same thing, measured in turn; what counts is the median of the rounds' ratios.
final class Pair {

    private final String figure;
    private final String against;
    private final List<Double> theirs = new ArrayList<>();
    private final List<Double> ours = new ArrayList<>();

    Pair(String figure, String against) {
        this.figure = figure;
        this.against = against;
    }

    /// Rounds below 0 are for warming up.
    void add(int round, double theirs, double ours) {
        if (round >= 0) {
            this.theirs.add(theirs);
            this.ours.add(ours);
        }
    }

    String figure() {
        return figure;
    }

    String against() {
        return against;
    }

    double theirs() {
        return median(theirs);
    }

    double ours() {
        return median(ours);
    }

    double ratio() {
        return median(ratios());
    }

    /// Between which half of the rounds' ratios are: wide apart on a machine with other work.
    String quartiles() {
        return Table.number(at(0.25, ratios())) + " to " + Table.number(at(0.75, ratios()));
    }

    private List<Double> ratios() {
        return IntStream.range(0, ours.size()).mapToObj(i -> ours.get(i) / theirs.get(i)).toList();
    }

    private static double median(List<Double> values) {
        return at(0.5, values);
    }

    private static double at(double share, List<Double> values) {
        long before = (long) (share * values.size());
        return values.stream().sorted().skip(before).findFirst().orElseThrow();
    }
}
