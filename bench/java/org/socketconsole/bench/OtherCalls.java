package org.socketconsole.bench;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// What others ask of the server meanwhile, on one connection and sockets of their own: a look at a
/// socket, bytes through a pair, an option set and read.
final class OtherCalls implements AutoCloseable {

    private static final int TIMES = 1000;

    private final Wire wire;
    private final List<byte[]> calls;

    OtherCalls(int port) throws Exception {
        wire = new Wire(port);
        JsonNode pair = new Api(port).post("/sockets/socketpair", "{}").get("sockets");
        String one = Api.BASE + "/sockets/" + pair.at("/0/id").asString();
        String other = Api.BASE + "/sockets/" + pair.at("/1/id").asString();
        String option = "{\"level\": \"SOL_SOCKET\", \"optname\": \"SO_RCVBUF\", \"value\": 65536}";
        calls =
                List.of(
                        Wire.get(one),
                        Wire.post(one + "/send", "{\"data\": \"AAAA\"}"),
                        Wire.post(other + "/recv", "{\"bufsize\": 64}"),
                        Wire.post(one + "/setsockopt", option),
                        Wire.get(one + "/getsockopt?level=SOL_SOCKET&optname=SO_RCVBUF"));
    }

    /// Of the time that one call takes, in microseconds.
    double p99() throws IOException {
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            for (byte[] call : calls) {
                long start = System.nanoTime();
                wire.exchange(call);
                times.add((System.nanoTime() - start) / 1e3);
            }
        }
        return times.stream().sorted().skip(times.size() * 99L / 100).findFirst().orElseThrow();
    }

    @Override
    public void close() throws IOException {
        wire.close();
    }
}
