package org.socketconsole.bench;

import static org.socketconsole.bench.Settings.ROUNDS;
import static org.socketconsole.bench.Settings.SECONDS;
import static org.socketconsole.bench.Settings.WARM_UP;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// An echo responder, a server in C with a thread for each connection, and `socat` with a `cat` for
/// each: messages a second that come back whole, and what other calls wait beside a busy one.
final class EchoBench {

    private static final String PROGRAM = "bench/echo/echo.c";
    private static final int SMALL = 64;
    private static final int BULK = 64 * 1024;
    private static final int BUSY = 64;

    /// `socat` needs a process for each client, which costs little while there are few.
    private static final int FEW = 16;

    private EchoBench() {}

    private record Load(int clients, int size) {

        @Override
        public String toString() {
            return "messages of %d B a second, %d clients".formatted(size, clients);
        }

        /// Messages a second.
        double on(int port, int seconds) throws Exception {
            Process load = start("load", port, clients, size, seconds);
            String answer =
                    new String(load.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return load.waitFor() == 0 ? Double.parseDouble(answer.strip()) : Double.NaN;
        }
    }

    private static final List<Load> LOADS =
            List.of(
                    new Load(1, SMALL),
                    new Load(16, SMALL),
                    new Load(64, SMALL),
                    new Load(1, BULK),
                    new Load(16, BULK),
                    new Load(64, BULK));

    public static void main(String[] arguments) throws Exception {
        Table table = new Table("echo");
        int c = Server.freePort();
        Process thread = start("server", c);
        int socat = Server.freePort();
        Process forks = socat(socat);
        try (Server console = Server.console()) {
            Api api = new Api(console.port());
            Listener listener = Listener.open(api);
            awaitListener(c);
            awaitListener(socat);
            new Load(16, SMALL).on(listener.port, WARM_UP);
            for (Load load : LOADS) {
                compare(table, load, c, socat, listener.port);
            }
            othersBeside(table, console, listener);
        } finally {
            thread.destroy();
            forks.destroy();
        }
    }

    /// A listener of the console that echoes.
    private record Listener(int port) {

        static Listener open(Api api) throws Exception {
            int port = Server.freePort();
            String path = "/sockets/" + api.post("/sockets", "{}").get("id").asString();
            api.post(path + "/bind", "{\"address\": [\"127.0.0.1\", " + port + "]}");
            api.post(path + "/listen", "{}");
            api.put(path + "/responder", "{\"reply\": \"echo\"}");
            return new Listener(port);
        }
    }

    private static void compare(Table table, Load load, int c, int socat, int ours)
            throws Exception {
        Pair toC = new Pair(load.toString(), "C");
        Pair toSocat = new Pair(load.toString(), "socat");
        for (int round = 0; round < ROUNDS; round++) {
            double thread = load.on(c, SECONDS);
            double forked = load.on(socat, SECONDS);
            double responder = load.on(ours, SECONDS);
            toC.add(round, thread, responder);
            toSocat.add(round, forked, responder);
        }
        table.ratio(toC, Target.atLeast(0.9));
        table.ratio(toSocat, load.clients < FEW ? Target.NONE : Target.atLeast(2));
    }

    private static void othersBeside(Table table, Server console, Listener listener)
            throws Exception {
        Pair pair =
                new Pair("p99 of other calls, µs, beside " + BUSY + " busy clients", "beside none");
        try (OtherCalls others = new OtherCalls(console.port())) {
            for (int round = -1; round < ROUNDS; round++) {
                double idle = others.p99();
                Process load = start("load", listener.port, BUSY, SMALL, 3600);
                double busy = others.p99();
                load.destroy();
                load.waitFor();
                pair.add(round, idle, busy);
            }
        }
        table.ratio(pair, Target.atMost(2));
    }

    private static Process start(Object... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(CProgram.of(PROGRAM)));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    private static Process socat(int port) throws IOException {
        return new ProcessBuilder(
                        "socat",
                        "TCP-LISTEN:%d,bind=127.0.0.1,reuseaddr,fork,backlog=128".formatted(port),
                        "EXEC:cat")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static void awaitListener(int port) throws InterruptedException {
        while (true) {
            try {
                new Socket(InetAddress.getLoopbackAddress(), port).close();
                return;
            } catch (IOException notYet) {
                Thread.sleep(10);
            }
        }
    }
}
