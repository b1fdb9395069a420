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
import java.util.stream.Stream;

/// `send` and `recv` over HTTP against an older console, which was packed in the checkout that
/// `BEFORE` names. They take turns in each round; what counts is the median of the rounds' ratios.
final class BeforeBench {

    private static final int[] CONNECTIONS = {1, 16, 64};

    private BeforeBench() {}

    public static void main(String[] arguments) throws Exception {
        String checkout = System.getenv("BEFORE");
        if (checkout == null) {
            System.out.println("not measured: BEFORE names no checkout of an older console");
            return;
        }
        try (Server now = Server.console();
                Server before = Server.packed(jar(Path.of(checkout)))) {
            Load.on(before, 16, WARM_UP);
            Load.on(now, 16, WARM_UP);
            System.out.println(
                    "| send + recv of 64 B, a second | connections | before | now | now / before |");
            System.out.println("|---|---|---|---|---|");
            for (int connections : CONNECTIONS) {
                measure(before, now, connections);
            }
            System.out.println("target: at least 1.0");
        }
    }

    private static void measure(Server before, Server now, int connections) throws Exception {
        List<Double> old = new ArrayList<>();
        List<Double> ours = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            old.add(Load.on(before, connections, SECONDS).rate());
            ours.add(Load.on(now, connections, SECONDS).rate());
            ratios.add(ours.getLast() / old.getLast());
        }
        System.out.printf(
                Locale.ROOT,
                "| requests | %d | %.0f | %.0f | %.2f |%n",
                connections,
                Pair.median(old),
                Pair.median(ours),
                Pair.median(ratios));
    }

    private static Path jar(Path checkout) throws IOException {
        try (Stream<Path> files = Files.list(checkout.resolve("target"))) {
            return files.filter(file -> file.getFileName().toString().endsWith(".jar"))
                    .findFirst()
                    .orElseThrow(
                            () ->
                                    new IOException(
                                            checkout + " is not packed: mvn -DskipTests package"));
        }
    }
}
