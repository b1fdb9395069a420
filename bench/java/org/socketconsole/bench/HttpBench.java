package org.socketconsole.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.socketconsole.SocketConsoleApplication;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/// Calls over HTTP, one connection, one at a time: against an endpoint that does next to nothing, and
/// against themselves while others wait.
final class HttpBench {

    private static final int ROUNDS = 21;
    private static final int CALLS = 300;
    private static final int WAITING = 1000;
    private static final int PARKINGS = 5;
    private static final int SAMPLES = 5000;
    private static final String TOKEN = "bench";

    private final HttpClient client;
    private final String api;

    private HttpBench(HttpClient client, String api) {
        this.client = client;
        this.api = api;
    }

    public static void main(String[] arguments) throws Exception {
        SpringApplication application = new SpringApplication(SocketConsoleApplication.class);
        try (ConfigurableApplicationContext server =
                        application.run(
                                "--server.port=0",
                                "--console.token=" + TOKEN,
                                "--logging.level.root=warn",
                                "--spring.main.banner-mode=off");
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
                HttpClient client = HttpClient.newBuilder().executor(callers).build()) {
            String port = server.getEnvironment().getProperty("local.server.port");
            new HttpBench(client, "http://127.0.0.1:" + port + "/api/v1").run();
            client.shutdownNow();
        }
    }

    private void run() throws Exception {
        System.out.println(
                "two requests                  base, ns  ours, ns   ratio: median, of the best");
        List<String> ids = ids(post("/sockets/socketpair", "{}").body());
        compareWithEmpty(ids.get(0), ids.get(1));
        compareWithIdle(ids.get(0));
    }

    /// Each round parks its calls anew, and closes their sockets after it.
    private void compareWithIdle(String id) throws Exception {
        Pair pair = new Pair("p99, %d wait / idle".formatted(2 * WAITING));
        for (int round = -1; round < PARKINGS; round++) {
            double idle = p99(id);
            List<String> parked = park();
            double busy = p99(id);
            for (String socket : parked) {
                client.send(request("/sockets/" + socket).DELETE().build(), BodyHandlers.discarding());
            }
            pair.add(round, idle, busy);
        }
        pair.print();
    }

    private void compareWithEmpty(String sender, String receiver) throws Exception {
        Pair pair = new Pair("(send, recv) / (GET, GET)");
        for (int round = -ROUNDS; round < ROUNDS; round++) {
            double empty = timed(() -> get("/byteorder/htons?x=1"), () -> get("/byteorder/htons?x=1"));
            double calls =
                    timed(
                            () -> post("/sockets/" + sender + "/send", "{\"data\": \"AAAA\"}"),
                            () -> post("/sockets/" + receiver + "/recv", "{\"bufsize\": 64}"));
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
            post("/sockets/" + tcp + "/listen", "{}");
            start("/sockets/" + udp + "/recv", "{\"bufsize\": 64}");
            start("/sockets/" + tcp + "/accept", "{}");
            parked.addAll(List.of(udp, tcp));
        }
        return parked;
    }

    private String bound(String type) throws Exception {
        String id = ids(post("/sockets", "{\"type\": \"" + type + "\"}").body()).getFirst();
        post("/sockets/" + id + "/bind", "{\"address\": [\"127.0.0.1\", 0]}");
        return id;
    }

    /// Of the time that a look at one socket takes, in nanoseconds.
    private double p99(String id) throws Exception {
        List<Double> latencies = new ArrayList<>();
        for (int i = 0; i < SAMPLES; i++) {
            long start = System.nanoTime();
            get("/sockets/" + id);
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

    private static List<String> ids(String json) {
        return Pattern.compile("\"id\":\"([^\"]+)\"")
                .matcher(json)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(request(path).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String json) throws Exception {
        return client.send(posting(path, json), BodyHandlers.ofString());
    }

    private void start(String path, String json) {
        client.sendAsync(posting(path, json), BodyHandlers.ofString());
    }

    private HttpRequest posting(String path, String json) {
        return request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(api + path))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Authorization", "Bearer " + TOKEN);
    }
}
