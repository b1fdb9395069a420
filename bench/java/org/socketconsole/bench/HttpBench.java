package org.socketconsole.bench;

import static org.socketconsole.bench.Settings.ROUNDS;
import static org.socketconsole.bench.Settings.SECONDS;
import static org.socketconsole.bench.Settings.WARM_UP;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// `send` and `recv` over HTTP: the console against the same endpoints in Python, and against a
/// Jetty that does nothing. All three run, and take turns in each round.
final class HttpBench {

    private HttpBench() {}

    /// So many connections, and what their figures should be.
    private record Case(int connections, Target rate, Target cpu, Target p99) {}

    private static final List<Case> CASES =
            List.of(
                    new Case(1, Target.atLeast(1.3), Target.NONE, Target.NONE),
                    new Case(16, Target.atLeast(2.5), Target.atMost(0.55), Target.NONE),
                    new Case(64, Target.atLeast(2.5), Target.NONE, Target.atMost(0.1)));

    public static void main(String[] arguments) throws Exception {
        Table table = new Table("http");
        try (Server console = Server.console();
                Server python = Server.python();
                Server floor = Server.emptyJetty()) {
            for (Server server : List.of(console, python, floor)) {
                Load.on(server, 16, WARM_UP);
            }
            for (Case one : CASES) {
                measure(one, console, python, floor).tell(table);
            }
        }
    }

    private static Rounds measure(Case one, Server console, Server python, Server floor)
            throws Exception {
        Rounds rounds = new Rounds(one, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < ROUNDS; i++) {
            rounds.console.add(Load.on(console, one.connections, SECONDS));
            rounds.python.add(Load.on(python, one.connections, SECONDS));
            rounds.floor.add(Load.on(floor, one.connections, SECONDS));
        }
        return rounds;
    }

    private record Rounds(Case of, List<Load> console, List<Load> python, List<Load> floor) {

        void tell(Table table) throws IOException {
            table.ratio(pair("a second", "Python", python, Load::rate), of.rate);
            table.ratio(pair("a second", "empty Jetty", floor, Load::rate), Target.NONE);
            table.ratio(pair("CPU of one, µs", "Python", python, Load::cpu), of.cpu);
            table.ratio(pair("p99, µs", "Python", python, Load::p99), of.p99);
        }

        private Pair pair(
                String what, String against, List<Load> peer, ToDoubleFunction<Load> figure) {
            String name = "send + recv, %s, %d connections".formatted(what, of.connections);
            Pair pair = new Pair(name, against);
            for (int i = 0; i < ROUNDS; i++) {
                pair.add(
                        i, figure.applyAsDouble(peer.get(i)), figure.applyAsDouble(console.get(i)));
            }
            return pair;
        }
    }
}
