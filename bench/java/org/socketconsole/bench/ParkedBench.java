package org.socketconsole.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What calls that wait and sockets that are open cost others, and what memory they take. Their
/// clients are in this process, the peers of the sockets in one of their own.
final class ParkedBench {

    private static final int PARKED = 5000;
    private static final int OPEN = 9000;
    private static final int CALLS = 2000;
    private static final int IN_A_BATCH = 500;
    private static final Pattern USED = Pattern.compile("used (\\d+)K");

    private final Server console;
    private final Api api;
    private final Server peers;
    private final OtherCalls others;
    private final Table table = new Table("parked");

    private ParkedBench(Server console, Server peers, OtherCalls others) throws IOException {
        this.console = console;
        this.api = new Api(console.port());
        this.peers = peers;
        this.others = others;
    }

    public static void main(String[] arguments) throws Exception {
        try (Server console = Server.console();
                Server peers = Server.silentPeers();
                OtherCalls others = new OtherCalls(console.port())) {
            ParkedBench bench = new ParkedBench(console, peers, others);
            bench.warmUp();
            for (boolean warm : new boolean[] {false, true}) {
                bench.overHttp(warm);
                bench.overTheChannel(warm);
            }
            bench.manySockets();
        }
    }

    private void warmUp() throws IOException {
        for (int i = 0; i < Settings.WARM_UP; i++) {
            others.p99();
        }
    }

    /// A call that is not compiled yet takes more room for its stack: the second time is told.
    private void overHttp(boolean told) throws Exception {
        List<String> sockets = connected(PARKED);
        double idle = others.p99() / 1e3;
        long before = heap();
        List<Socket> clients = receiving(sockets);
        untilWaiting(PARKED);
        double each = kibibytes(before);
        double busy = others.p99() / 1e3;
        if (told) {
            table.value("heap of a recv that waits over HTTP, KiB", each, Target.atMost(20));
            table.value("p99 of other calls while none waits, ms", idle, Target.NONE);
            table.value("p99 of other calls while 5,000 wait, ms", busy, Target.atMost(50));
        }
        close(sockets);
        for (Socket client : clients) {
            client.close();
        }
    }

    private List<Socket> receiving(List<String> sockets) throws IOException {
        List<Socket> clients = new ArrayList<>();
        for (String socket : sockets) {
            Socket client = new Socket(InetAddress.getLoopbackAddress(), console.port());
            client.getOutputStream().write(Wire.post(path(socket, "recv"), "{}"));
            clients.add(client);
        }
        return clients;
    }

    private void overTheChannel(boolean told) throws Exception {
        List<String> sockets = connected(PARKED);
        long before = heap();
        try (Wire channel = new Wire(console.port())) {
            channel.upgrade("/api/v1/channel");
            for (String socket : sockets) {
                String call = "{\"n\": 1, \"call\": \"recv\", \"id\": \"%s\"}";
                channel.say(Wire.frame(call.formatted(socket)));
            }
            untilWaiting(PARKED);
            double each = kibibytes(before);
            if (told) {
                table.value(
                        "heap of a recv that waits over the channel, KiB", each, Target.atMost(4));
            }
        }
        untilWaiting(0);
        close(sockets);
    }

    private void manySockets() throws Exception {
        Pair pair = new Pair("send + recv, ns, while 9,000 sockets are open", "while few are");
        try (Wire wire = new Wire(console.port())) {
            JsonNode two = api.post("/sockets/socketpair", "{}").get("sockets");
            byte[] send =
                    Wire.post(path(two.at("/0/id").asString(), "send"), "{\"data\": \"AAAA\"}");
            byte[] recv = Wire.post(path(two.at("/1/id").asString(), "recv"), "{\"bufsize\": 64}");
            for (int round = -1; round < Settings.ROUNDS; round++) {
                double few = nanos(wire, send, recv);
                List<String> many = open(OPEN);
                double ours = nanos(wire, send, recv);
                close(many);
                pair.add(round, few, ours);
            }
        }
        table.ratio(pair, Target.atMost(1.1));
    }

    private static double nanos(Wire wire, byte[] send, byte[] recv) throws IOException {
        long start = System.nanoTime();
        for (int i = 0; i < CALLS; i++) {
            wire.exchange(send);
            wire.exchange(recv);
        }
        return (System.nanoTime() - start) / (double) CALLS;
    }

    private static String path(String socket, String call) {
        return Api.BASE + "/sockets/" + socket + "/" + call;
    }

    private double kibibytes(long before) throws Exception {
        return (heap() - before) / (double) PARKED;
    }

    /// Datagram sockets.
    private List<String> open(int count) throws Exception {
        return made(count, "{\"call\": \"socket\", \"body\": {\"type\": \"SOCK_DGRAM\"}}");
    }

    /// To peers that say nothing.
    private List<String> connected(int count) throws Exception {
        return made(
                count,
                "{\"call\": \"socket\", \"as\": \"s\"}, {\"call\": \"connect\", \"id\": \"$s\","
                        + " \"body\": {\"address\": [\"127.0.0.1\", %d]}}".formatted(peers.port()));
    }

    private List<String> made(int count, String calls) throws Exception {
        List<String> ids = new ArrayList<>();
        while (ids.size() < count) {
            String batch = repeated(calls, Math.min(IN_A_BATCH, count - ids.size()));
            for (JsonNode result : api.post("/batch", batch).get("results")) {
                if (result.at("/body").has("id")) {
                    ids.add(result.at("/body/id").asString());
                }
            }
        }
        return ids;
    }

    private static String repeated(String calls, int times) {
        return "{\"calls\": [" + (calls + ",").repeat(times - 1) + calls + "]}";
    }

    private void close(List<String> ids) throws Exception {
        for (int at = 0; at < ids.size(); at += IN_A_BATCH) {
            String calls =
                    ids.subList(at, Math.min(at + IN_A_BATCH, ids.size())).stream()
                            .map("{\"call\": \"close\", \"id\": \"%s\"}"::formatted)
                            .collect(Collectors.joining(",", "{\"calls\": [", "]}"));
            api.post("/batch", calls);
        }
    }

    private void untilWaiting(int count) throws Exception {
        while (!api.get("/operations").contains("\"total\":" + count + "}")) {
            Thread.sleep(100);
        }
    }

    /// What is left in use when a further full collection frees nothing more, in KiB.
    private long heap() throws Exception {
        long before;
        long now = collected();
        do {
            before = now;
            now = collected();
        } while (now < before);
        return now;
    }

    private long collected() throws Exception {
        command("GC.run");
        Matcher used = USED.matcher(command("GC.heap_info"));
        if (!used.find()) {
            throw new IllegalStateException("no heap in " + used);
        }
        return Long.parseLong(used.group(1));
    }

    private String command(String command) throws Exception {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Process process = new ProcessBuilder(jcmd, "" + console.process().pid(), command).start();
        return new String(process.getInputStream().readAllBytes(), US_ASCII);
    }
}
