package org.socketconsole.bench;

import static org.socketconsole.bench.Settings.ROUNDS;
import static org.socketconsole.bench.Settings.SECONDS;
import static org.socketconsole.bench.Settings.WARM_UP;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// `send` and `recv` over HTTP with recording on, against the same server with it off. They take
/// turns in each round.
final class RecordingBench {

    private static final int[] CONNECTIONS = {1, 16, 64};

    private RecordingBench() {}

    public static void main(String[] arguments) throws Exception {
        Table table = new Table("recording");
        Path directory = Files.createTempDirectory("recordings");
        try (Server console = Server.console("-Dconsole.recording.directory=" + directory)) {
            Load.on(console, 16, WARM_UP);
            recorded(console, 16, WARM_UP);
            for (int connections : CONNECTIONS) {
                table.ratio(measure(console, connections), Target.atLeast(0.85));
            }
        } finally {
            delete(directory);
        }
    }

    private static Pair measure(Server console, int connections) throws Exception {
        Pair pair =
                new Pair(
                        "send + recv recorded, a second, %d connections".formatted(connections),
                        "not recorded");
        for (int round = 0; round < ROUNDS; round++) {
            double off = Load.on(console, connections, SECONDS).rate();
            pair.add(round, off, recorded(console, connections, SECONDS));
        }
        return pair;
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
