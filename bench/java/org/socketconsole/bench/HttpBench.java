package org.socketconsole.bench;

import static org.socketconsole.bench.Settings.ROUNDS;
import static org.socketconsole.bench.Settings.SECONDS;
import static org.socketconsole.bench.Settings.WARM_UP;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/// `send` and `recv` over HTTP: the console against the same endpoints in Python, and against a
/// Jetty that does nothing. All three run; they take turns in each round, and what counts is the
/// median of the rounds' ratios.
final class HttpBench {

    private static final int[] CONNECTIONS = {1, 16, 64};

    private HttpBench() {}

    /// One round.
    private record Round(Load console, Load python, Load floor) {}

    /// What is told of the rounds of so many connections, and what the ratio to Python should be.
    private record Figure(
            String name, ToDoubleFunction<Load> of, boolean isMore, double[] targets) {

        String row(int index, List<Round> rounds) {
            double ratio = median(rounds, r -> of(r.console) / of(r.python));
            return String.format(
                    Locale.ROOT,
                    "| %s | %d | %.0f | %.0f | %.0f | %.2f | %s |",
                    name,
                    CONNECTIONS[index],
                    median(rounds, r -> of(r.console)),
                    median(rounds, r -> of(r.python)),
                    median(rounds, r -> of(r.floor)),
                    ratio,
                    verdict(ratio, targets[index]));
        }

        private double of(Load load) {
            return of.applyAsDouble(load);
        }

        private String verdict(double ratio, double target) {
            if (target == 0) {
                return "";
            }
            boolean isMet = isMore ? ratio >= target : ratio <= target;
            return (isMore ? "at least " : "at most ") + target + (isMet ? ", met" : ", missed");
        }
    }

    private static final List<Figure> FIGURES =
            List.of(
                    new Figure(
                            "operations a second", Load::rate, true, new double[] {1.3, 2.5, 2.5}),
                    new Figure("CPU an operation, µs", Load::cpu, false, new double[] {0, 0.55, 0}),
                    new Figure("99th percentile, µs", Load::p99, false, new double[] {0, 0, 0.1}));

    public static void main(String[] arguments) throws Exception {
        try (Server console = Server.console();
                Server python = Server.python();
                Server floor = Server.emptyJetty()) {
            for (Server server : List.of(console, python, floor)) {
                Load.on(server, 16, WARM_UP);
            }
            List<List<Round>> rounds = new ArrayList<>();
            for (int connections : CONNECTIONS) {
                rounds.add(rounds(connections, console, python, floor));
            }
            print(rounds);
        }
    }

    private static List<Round> rounds(int connections, Server console, Server python, Server floor)
            throws Exception {
        List<Round> rounds = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            rounds.add(
                    new Round(
                            Load.on(console, connections, SECONDS),
                            Load.on(python, connections, SECONDS),
                            Load.on(floor, connections, SECONDS)));
        }
        return rounds;
    }

    private static void print(List<List<Round>> rounds) {
        System.out.printf(
                Locale.ROOT,
                "%d processors, load %.1f (a quiet machine has 2 to 3 here), %d rounds of %d s%n%n",
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                ROUNDS,
                SECONDS);
        System.out.println(
                "| send + recv of 64 B | connections | console | Python | empty Jetty | console / Python | target |");
        System.out.println("|---|---|---|---|---|---|---|");
        for (Figure figure : FIGURES) {
            for (int i = 0; i < CONNECTIONS.length; i++) {
                System.out.println(figure.row(i, rounds.get(i)));
            }
        }
    }

    private static double median(List<Round> rounds, ToDoubleFunction<Round> of) {
        return Pair.median(rounds.stream().map(of::applyAsDouble).toList());
    }
}
