package org.socketconsole.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What calls that wait and sockets that are open cost others, and what memory they take. Their
/// clients are in this process, the peers of the sockets nowhere.
final class ParkedBench {

    private static final int PARKED = 5000;
    private static final int OPEN = 9000;
    private static final int FEW = 10;
    private static final int SAMPLES = 5000;
    private static final int CALLS = 2000;
    private static final int IN_A_BATCH = 500;
    private static final Pattern USED = Pattern.compile("used (\\d+)K");

    private final Server console;
    private final Api api;

    private ParkedBench(Server console) {
        this.console = console;
        this.api = new Api(console.port());
    }

    public static void main(String[] arguments) throws Exception {
        try (Server console = Server.console()) {
            ParkedBench bench = new ParkedBench(console);
            bench.warmUp();
            for (boolean warm : new boolean[] {false, true}) {
                bench.overHttp(warm);
                bench.overTheChannel(warm);
            }
            bench.manySockets();
        }
    }

    private void warmUp() throws Exception {
        String one = open(1).getFirst();
        for (int i = 0; i < Settings.WARM_UP; i++) {
            p99(one);
        }
        close(List.of(one));
    }

    /// A call that is not compiled yet takes more room for its stack: the second time is told.
    private void overHttp(boolean told) throws Exception {
        String looked = open(1).getFirst();
        List<String> sockets = open(PARKED);
        double idle = p99(looked);
        long before = heap();
        List<Socket> clients = new ArrayList<>();
        for (String socket : sockets) {
            Socket client = new Socket(InetAddress.getLoopbackAddress(), console.port());
            client.getOutputStream()
                    .write(Wire.post(Api.BASE + "/sockets/" + socket + "/recv", "{}"));
            clients.add(client);
        }
        untilWaiting(PARKED);
        say(told, "heap of a recv that waits over HTTP, KiB", kibibytes(before), "at most 20");
        say(
                told,
                "p99 of a look while %d wait, ms".formatted(PARKED),
                p99(looked) / 1e6,
                "at most 50");
        say(told, "p99 of a look while none waits, ms", idle / 1e6, "");
        close(sockets);
        for (Socket client : clients) {
            client.close();
        }
        close(List.of(looked));
    }

    private void overTheChannel(boolean told) throws Exception {
        List<String> sockets = open(PARKED);
        long before = heap();
        try (Wire channel = new Wire(console.port())) {
            channel.upgrade("/api/v1/channel");
            for (String socket : sockets) {
                channel.say(
                        Wire.frame(
                                "{\"n\": 1, \"call\": \"recv\", \"id\": \"%s\"}"
                                        .formatted(socket)));
            }
            untilWaiting(PARKED);
            say(
                    told,
                    "heap of a recv that waits over the channel, KiB",
                    kibibytes(before),
                    "at most 4");
        }
        untilWaiting(0);
        close(sockets);
    }

    private void manySockets() throws Exception {
        Pair pair = new Pair("%d sockets / %d".formatted(OPEN, FEW));
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
        System.out.println(
                "\nnanoseconds of a send and a recv  few       many   ratio: median, best");
        pair.print();
        System.out.println("target: at most 1.1");
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

    private static void say(boolean told, String what, double value, String target) {
        if (told) {
            System.out.printf(Locale.ROOT, "%-50s %8.1f  %s%n", what, value, target);
        }
    }

    /// Datagram sockets, to which nothing comes.
    private List<String> open(int count) throws Exception {
        List<String> ids = new ArrayList<>();
        while (ids.size() < count) {
            String call = "{\"call\": \"socket\", \"body\": {\"type\": \"SOCK_DGRAM\"}}";
            String calls = repeated(call, Math.min(IN_A_BATCH, count - ids.size()));
            for (JsonNode result : api.post("/batch", calls).get("results")) {
                ids.add(result.at("/body/id").asString());
            }
        }
        return ids;
    }

    private static String repeated(String call, int times) {
        return "{\"calls\": [" + (call + ",").repeat(times - 1) + call + "]}";
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

    /// Of the time that a look at one socket takes, in nanoseconds.
    private double p99(String id) throws Exception {
        List<Double> latencies = new ArrayList<>();
        for (int i = 0; i < SAMPLES; i++) {
            long start = System.nanoTime();
            api.get("/sockets/" + id);
            latencies.add((double) (System.nanoTime() - start));
        }
        return latencies.stream().sorted().skip(SAMPLES * 99L / 100).findFirst().orElseThrow();
    }
}
