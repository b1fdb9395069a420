package org.socketconsole.bench;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;

/// Calls over HTTP, one connection, one at a time: against an endpoint that does next to nothing,
/// and against themselves while others wait.
final class WaitingBench {

    private static final int ROUNDS = 21;
    private static final int CALLS = 300;
    private static final int WAITING = 1000;
    private static final int PARKINGS = 5;
    private static final int SAMPLES = 5000;

    private final Api api;

    private WaitingBench(Api api) {
        this.api = api;
    }

    public static void main(String[] arguments) throws Exception {
        try (Server console = Server.console()) {
            new WaitingBench(new Api(console.port())).run();
        }
    }

    private void run() throws Exception {
        System.out.println(
                "two requests                  base, ns  ours, ns   ratio: median, of the best");
        JsonNode pair = api.post("/sockets/socketpair", "{}").get("sockets");
        String sender = pair.at("/0/id").asString();
        compareWithEmpty(sender, pair.at("/1/id").asString());
        compareWithIdle(sender);
    }

    /// Each round parks its calls anew, and closes their sockets after it.
    private void compareWithIdle(String id) throws Exception {
        Pair pair = new Pair("p99, %d wait / idle".formatted(2 * WAITING));
        for (int round = -1; round < PARKINGS; round++) {
            double idle = p99(id);
            List<String> parked = park();
            double busy = p99(id);
            for (String socket : parked) {
                api.delete("/sockets/" + socket);
            }
            pair.add(round, idle, busy);
        }
        pair.print();
    }

    private void compareWithEmpty(String sender, String receiver) throws Exception {
        Pair pair = new Pair("(send, recv) / (GET, GET)");
        for (int round = -ROUNDS; round < ROUNDS; round++) {
            double empty =
                    timed(
                            () -> api.get("/byteorder/htons?x=1"),
                            () -> api.get("/byteorder/htons?x=1"));
            double calls =
                    timed(
                            () -> api.post("/sockets/" + sender + "/send", "{\"data\": \"AAAA\"}"),
                            () -> api.post("/sockets/" + receiver + "/recv", "{\"bufsize\": 64}"));
            pair.add(round, empty, calls);
        }
        pair.print();
    }

    /// Half of them receive on datagram sockets, half accept.
    private List<String> park() throws Exception {
        List<String> parked = new ArrayList<>();
        for (int i = 0; i < WAITING; i++) {
            String udp = bound("SOCK_DGRAM");
            String tcp = bound("SOCK_STREAM");
            api.post("/sockets/" + tcp + "/listen", "{}");
            api.start("/sockets/" + udp + "/recv", "{\"bufsize\": 64}");
            api.start("/sockets/" + tcp + "/accept", "{}");
            parked.addAll(List.of(udp, tcp));
        }
        return parked;
    }

    private String bound(String type) throws Exception {
        String id = api.post("/sockets", "{\"type\": \"" + type + "\"}").get("id").asString();
        api.post("/sockets/" + id + "/bind", "{\"address\": [\"127.0.0.1\", 0]}");
        return id;
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

    private interface Step {
        Object run() throws Exception;
    }

    private static double timed(Step first, Step second) throws Exception {
        long start = System.nanoTime();
        for (int i = 0; i < CALLS; i++) {
            first.run();
            second.run();
        }
        return (System.nanoTime() - start) / (double) CALLS;
    }
}
