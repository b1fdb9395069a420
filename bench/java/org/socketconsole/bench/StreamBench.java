package org.socketconsole.bench;

import static org.socketconsole.bench.Settings.ROUNDS;
import static org.socketconsole.bench.Settings.WARM_UP;

import org.socketconsole.bench.Relay.Direction;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Bytes in bulk through the console, `socat` with its default buffers and `websockify`: the time
/// that one TCP connection on the loopback interface takes. A relay in C that does nothing else
/// shows what the kernel takes. All run; they take turns in each round.
final class StreamBench {

    private StreamBench() {}

    /// What is compared, and what the ratio should be.
    private record Figure(Direction direction, Relay.Kind ours, Relay.Kind peer, Target target) {

        void tell(Table table, List<Map<Direction, Map<Relay.Kind, Double>>> rounds)
                throws IOException {
            String name = "%s by %s, MiB a second".formatted(direction, ours);
            if (rounds.getFirst().get(direction).containsKey(peer)) {
                table.ratio(pair(name, rounds), target);
            } else {
                table.notMeasured(name, "Debian has " + peer + " by this name");
            }
        }

        private Pair pair(String name, List<Map<Direction, Map<Relay.Kind, Double>>> rounds) {
            Pair pair = new Pair(name, peer.toString());
            for (int i = 0; i < rounds.size(); i++) {
                Map<Relay.Kind, Double> rates = rounds.get(i).get(direction);
                pair.add(i, rates.get(peer), rates.get(ours));
            }
            return pair;
        }
    }

    private static final List<Figure> FIGURES =
            List.of(
                    new Figure(Direction.DOWN, Relay.Kind.STREAM, Relay.Kind.C, Target.NONE),
                    new Figure(Direction.UP, Relay.Kind.STREAM, Relay.Kind.C, Target.NONE),
                    new Figure(Direction.DOWN, Relay.Kind.C, Relay.Kind.SOCAT, Target.NONE),
                    new Figure(Direction.UP, Relay.Kind.C, Relay.Kind.SOCAT, Target.NONE),
                    new Figure(
                            Direction.DOWN,
                            Relay.Kind.STREAM,
                            Relay.Kind.SOCAT,
                            Target.atLeast(1.5)),
                    new Figure(
                            Direction.DOWN,
                            Relay.Kind.STREAM,
                            Relay.Kind.WEBSOCKIFY,
                            Target.atLeast(1.2)),
                    new Figure(
                            Direction.UP, Relay.Kind.STREAM, Relay.Kind.SOCAT, Target.atLeast(1.8)),
                    new Figure(
                            Direction.UP,
                            Relay.Kind.STREAM,
                            Relay.Kind.WEBSOCKIFY,
                            Target.atLeast(3.5)),
                    new Figure(
                            Direction.DOWN,
                            Relay.Kind.BRIDGE,
                            Relay.Kind.WEBSOCKIFY,
                            Target.atLeast(1.2)),
                    new Figure(
                            Direction.UP,
                            Relay.Kind.BRIDGE,
                            Relay.Kind.WEBSOCKIFY,
                            Target.atLeast(2.0)));

    public static void main(String[] arguments) throws Exception {
        Table table = new Table("stream");
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
            for (Figure figure : FIGURES) {
                figure.tell(table, rounds);
            }
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
}
