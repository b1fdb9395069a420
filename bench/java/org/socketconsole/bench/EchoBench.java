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
import java.util.Locale;

/// An echo responder, a server in C with a thread for each connection, and `socat` with a `cat` for
/// each: messages a second that come back whole, and what other calls wait beside a busy one.
final class EchoBench {

    private static final String PROGRAM = "bench/echo/echo.c";
    private static final int SMALL = 64;
    private static final int BULK = 64 * 1024;
    private static final int BUSY = 64;
    private static final int LOOKS = 2000;

    private EchoBench() {}

    private record Load(int clients, int size) {

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
            System.out.println(
                    "clients, bytes   C, /s   socat, /s   ours, /s   ours / C   ours / socat");
            for (Load load : LOADS) {
                compare(load, c, socat, listener.port);
            }
            lookBeside(api, listener);
        } finally {
            thread.destroy();
            forks.destroy();
        }
    }

    /// A listener of the console that echoes.
    private record Listener(String path, int port) {

        static Listener open(Api api) throws Exception {
            int port = Server.freePort();
            String path = "/sockets/" + api.post("/sockets", "{}").get("id").asString();
            api.post(path + "/bind", "{\"address\": [\"127.0.0.1\", " + port + "]}");
            api.post(path + "/listen", "{}");
            api.put(path + "/responder", "{\"reply\": \"echo\"}");
            return new Listener(path, port);
        }
    }

    private static void compare(Load load, int c, int socat, int ours) throws Exception {
        List<List<Double>> rates = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        List<Double> toC = new ArrayList<>();
        List<Double> toSocat = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            rates.get(0).add(load.on(c, SECONDS));
            rates.get(1).add(load.on(socat, SECONDS));
            rates.get(2).add(load.on(ours, SECONDS));
            toC.add(rates.get(2).getLast() / rates.get(0).getLast());
            toSocat.add(rates.get(2).getLast() / rates.get(1).getLast());
        }
        System.out.printf(
                Locale.ROOT,
                "%2d, %-10d %8.0f %11.0f %10.0f %10.2f %14.2f%n",
                load.clients,
                load.size,
                Pair.median(rates.get(0)),
                Pair.median(rates.get(1)),
                Pair.median(rates.get(2)),
                Pair.median(toC),
                Pair.median(toSocat));
    }

    private static void lookBeside(Api api, Listener listener) throws Exception {
        Pair pair = new Pair("p99 of a look, ns: beside " + BUSY + " busy / none");
        for (int round = -1; round < ROUNDS; round++) {
            double idle = p99(api, listener.path);
            Process load = start("load", listener.port, BUSY, SMALL, 3600);
            double busy = p99(api, listener.path);
            load.destroy();
            load.waitFor();
            pair.add(round, idle, busy);
        }
        pair.print();
    }

    private static double p99(Api api, String path) throws Exception {
        List<Double> latencies = new ArrayList<>();
        for (int i = 0; i < LOOKS; i++) {
            long start = System.nanoTime();
            api.get(path);
            latencies.add((double) (System.nanoTime() - start));
        }
        return latencies.stream().sorted().skip(LOOKS * 99L / 100).findFirst().orElseThrow();
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
