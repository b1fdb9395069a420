package org.socketconsole.bench;

import static org.socketconsole.bench.Settings.ROUNDS;
import static org.socketconsole.bench.Settings.SECONDS;
import static org.socketconsole.bench.Settings.WARM_UP;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// `send` and `recv` over HTTP with recording on, against the same server with it off. They take
/// turns in each round; what counts is the median of the rounds' ratios.
final class RecordingBench {

    private static final int[] CONNECTIONS = {1, 16, 64};
    private static final double TARGET = 0.85;

    private RecordingBench() {}

    public static void main(String[] arguments) throws Exception {
        Path directory = Files.createTempDirectory("recordings");
        try (Server console = Server.console("-Dconsole.recording.directory=" + directory)) {
            Load.on(console, 16, WARM_UP / 2);
            recorded(console, 16, Math.max(1, WARM_UP / 2));
            System.out.println(
                    "| send + recv of 64 B, a second | connections | off | on | on / off |");
            System.out.println("|---|---|---|---|---|");
            for (int connections : CONNECTIONS) {
                measure(console, connections);
            }
            System.out.println("target: at least " + TARGET);
        } finally {
            delete(directory);
        }
    }

    private static void measure(Server console, int connections) throws Exception {
        List<Double> off = new ArrayList<>();
        List<Double> on = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            off.add(Load.on(console, connections, SECONDS).rate());
            on.add(recorded(console, connections, SECONDS));
            ratios.add(on.getLast() / off.getLast());
        }
        System.out.printf(
                Locale.ROOT,
                "| requests | %d | %.0f | %.0f | %.2f |%n",
                connections,
                Pair.median(off),
                Pair.median(on),
                Pair.median(ratios));
    }

    private static double recorded(Server console, int connections, int seconds) throws Exception {
        Api api = new Api(console.port());
        String id = api.post("/recordings", "{}").get("id").asString();
        double rate = Load.on(console, connections, seconds).rate();
        api.delete("/recordings/" + id);
        return rate;
    }

    private static void delete(Path directory) throws IOException {
        for (Path file : Files.list(directory).toList()) {
            Files.delete(file);
        }
        Files.delete(directory);
    }
}
