package org.socketconsole.bench;

import static org.socketconsole.bench.Settings.ROUNDS;
import static org.socketconsole.bench.Settings.WARM_UP;

import org.socketconsole.bench.Relay.Direction;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Bytes in bulk through the console, `socat` with its default buffers and `websockify`: the time
/// that one TCP connection on the loopback interface takes. A relay in C that does nothing else
/// shows what the kernel takes. All run; they take turns in each round.
final class StreamBench {

    private StreamBench() {}

    /// What is compared, and what the ratio should be.
    private record Figure(Direction direction, Relay.Kind ours, Relay.Kind peer, double target) {

        void print(List<Map<Direction, Map<Relay.Kind, Double>>> rounds) {
            List<Double> ratios = ratios(rounds);
            if (ratios.isEmpty()) {
                System.out.printf("| %s | %s | %s | | | not measured |%n", direction, ours, peer);
                return;
            }
            double ratio = Pair.median(ratios);
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %s | %s | %.0f | %.0f | %.2f%s |%n",
                    direction,
                    ours,
                    peer,
                    Pair.median(rates(rounds, ours)),
                    Pair.median(rates(rounds, peer)),
                    ratio,
                    verdict(ratio));
        }

        private String verdict(double ratio) {
            return target == 0
                    ? ""
                    : ", at least " + target + (ratio >= target ? ", met" : ", missed");
        }

        private List<Double> ratios(List<Map<Direction, Map<Relay.Kind, Double>>> rounds) {
            return rounds.stream()
                    .map(round -> round.get(direction))
                    .filter(rates -> rates.containsKey(peer))
                    .map(rates -> rates.get(ours) / rates.get(peer))
                    .toList();
        }

        private List<Double> rates(
                List<Map<Direction, Map<Relay.Kind, Double>>> rounds, Relay.Kind kind) {
            return rounds.stream().map(round -> round.get(direction).get(kind)).toList();
        }
    }

    private static final List<Figure> FIGURES =
            List.of(
                    new Figure(Direction.DOWN, Relay.Kind.STREAM, Relay.Kind.C, 0),
                    new Figure(Direction.UP, Relay.Kind.STREAM, Relay.Kind.C, 0),
                    new Figure(Direction.DOWN, Relay.Kind.C, Relay.Kind.SOCAT, 0),
                    new Figure(Direction.UP, Relay.Kind.C, Relay.Kind.SOCAT, 0),
                    new Figure(Direction.DOWN, Relay.Kind.STREAM, Relay.Kind.SOCAT, 1.5),
                    new Figure(Direction.DOWN, Relay.Kind.STREAM, Relay.Kind.WEBSOCKIFY, 1.2),
                    new Figure(Direction.UP, Relay.Kind.STREAM, Relay.Kind.SOCAT, 1.8),
                    new Figure(Direction.UP, Relay.Kind.STREAM, Relay.Kind.WEBSOCKIFY, 3.5),
                    new Figure(Direction.DOWN, Relay.Kind.BRIDGE, Relay.Kind.WEBSOCKIFY, 1.2),
                    new Figure(Direction.UP, Relay.Kind.BRIDGE, Relay.Kind.WEBSOCKIFY, 2.0));

    public static void main(String[] arguments) throws Exception {
        try (Server console = Server.console()) {
            List<Relay> relays = Relay.all(console.port());
            long warm = System.nanoTime() + TimeUnit.SECONDS.toNanos(WARM_UP);
            do {
                round(relays);
            } while (System.nanoTime() - warm < 0);
            List<Map<Direction, Map<Relay.Kind, Double>>> rounds = new ArrayList<>();
            for (int i = 0; i < ROUNDS; i++) {
                rounds.add(round(relays));
            }
            print(rounds);
        }
    }

    /// MiB a second.
    private static Map<Direction, Map<Relay.Kind, Double>> round(List<Relay> relays)
            throws Exception {
        Map<Direction, Map<Relay.Kind, Double>> round = new EnumMap<>(Direction.class);
        for (Direction direction : Direction.values()) {
            Map<Relay.Kind, Double> rates = new EnumMap<>(Relay.Kind.class);
            for (Relay relay : relays) {
                rates.put(relay.kind(), relay.rate(direction));
            }
            round.put(direction, rates);
        }
        return round;
    }

    private static void print(List<Map<Direction, Map<Relay.Kind, Double>>> rounds) {
        System.out.printf(
                "%d processors, %d rounds of %d MiB%n%n",
                Runtime.getRuntime().availableProcessors(), ROUNDS, Relay.MIB);
        System.out.println("| bytes | ours | peer | ours, MiB/s | peer, MiB/s | ours / peer |");
        System.out.println("|---|---|---|---|---|---|");
        FIGURES.forEach(figure -> figure.print(rounds));
    }
}
