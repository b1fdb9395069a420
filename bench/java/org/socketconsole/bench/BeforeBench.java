package org.socketconsole.bench;

import static org.socketconsole.bench.Settings.BEFORE;
import static org.socketconsole.bench.Settings.ROUNDS;
import static org.socketconsole.bench.Settings.SECONDS;
import static org.socketconsole.bench.Settings.WARM_UP;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// `send` and `recv` over HTTP against an older console, which is packed in a worktree of its own.
/// They take turns in each round.
final class BeforeBench {

    private static final int[] CONNECTIONS = {1, 16, 64};
    private static final String FIGURE = "send + recv over HTTP, a second";

    private BeforeBench() {}

    public static void main(String[] arguments) throws Exception {
        Table table = new Table("before");
        if (!Command.git("cat-file", "-e", BEFORE + "^{commit}")) {
            table.notMeasured(FIGURE, BEFORE + " is not in this clone");
            return;
        }
        try (Server now = Server.console();
                Server before = Server.packed(packed())) {
            Load.on(before, 16, WARM_UP);
            Load.on(now, 16, WARM_UP);
            for (int connections : CONNECTIONS) {
                table.ratio(measure(before, now, connections), Target.atLeast(1));
            }
        }
    }

    private static Pair measure(Server before, Server now, int connections) throws Exception {
        Pair pair = new Pair(FIGURE + ", " + connections + " connections", BEFORE);
        for (int round = 0; round < ROUNDS; round++) {
            double theirs = Load.on(before, connections, SECONDS).rate();
            pair.add(round, theirs, Load.on(now, connections, SECONDS).rate());
        }
        return pair;
    }

    private static Path packed() throws Exception {
        Path checkout = Path.of("target", "bench", "before", BEFORE);
        if (!Files.exists(checkout)) {
            // A clean took the directory of the last one, and left git its name.
            Command.git("worktree", "prune");
            Command.git("worktree", "add", "--detach", checkout.toString(), BEFORE);
        }
        if (!Command.maven(checkout, "-DskipTests", "package")) {
            throw new IllegalStateException(BEFORE + " cannot be packed");
        }
        return jar(checkout.resolve("target"));
    }

    private static Path jar(Path target) throws IOException {
        try (var jars = Files.newDirectoryStream(target, "socket-console-*.jar")) {
            return jars.iterator().next();
        }
    }
}
