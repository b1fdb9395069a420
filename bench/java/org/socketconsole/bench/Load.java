package org.socketconsole.bench;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What `wrk` measured: `send` and `recv` of 64 bytes, each a request, on socket pairs of their
/// own.
///
/// @param rate requests a second
/// @param cpu microseconds of the server's time for a request
/// @param p99 microseconds
record Load(double rate, double cpu, double p99) {

    static Load on(Server server, int connections, int seconds) throws Exception {
        Api api = new Api(server.port());
        List<JsonNode> pairs = new ArrayList<>();
        for (int i = 0; i < 2 * connections; i++) {
            pairs.add(api.post("/sockets/socketpair", "{}").get("sockets"));
        }
        Duration before = server.cpu();
        long[] result = wrk(server, connections, seconds, pairs);
        double cpu = server.cpu().minus(before).toNanos() / 1e3;
        for (JsonNode pair : pairs) {
            api.delete("/sockets/" + pair.at("/0/id").asString());
            api.delete("/sockets/" + pair.at("/1/id").asString());
        }
        return new Load(result[0] * 1e6 / result[1], cpu / result[0], result[2]);
    }

    /// Requests, microseconds, 99th percentile in microseconds.
    private static long[] wrk(Server server, int connections, int seconds, List<JsonNode> pairs)
            throws IOException, InterruptedException {
        Stream<String> command =
                Stream.of(
                        "wrk",
                        "--threads=1",
                        "--connections=" + connections,
                        "--duration=" + seconds,
                        "--timeout=60",
                        "--script=bench/http/send-recv.lua",
                        "http://127.0.0.1:" + server.port(),
                        "--",
                        Api.TOKEN);
        Stream<String> ids =
                pairs.stream()
                        .map(
                                pair ->
                                        pair.at("/0/id").asString()
                                                + ":"
                                                + pair.at("/1/id").asString());
        Process wrk = start(Stream.concat(command, ids).toList());
        String output = new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        long[] result =
                Stream.of(output.lines().reduce("", (first, last) -> last).split(" "))
                        .mapToLong(Long::parseLong)
                        .toArray();
        if (wrk.waitFor() != 0 || result[3] != 0) {
            throw new IllegalStateException("requests failed: " + output);
        }
        return result;
    }

    private static Process start(List<String> command) {
        try {
            return new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException missing) {
            throw new IllegalStateException("wrk is missing; Debian has it as `wrk`", missing);
        }
    }
}
