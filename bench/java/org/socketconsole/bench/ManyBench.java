package org.socketconsole.bench;

import static org.socketconsole.bench.Settings.ROUNDS;
import static org.socketconsole.bench.Settings.SECONDS;
import static org.socketconsole.bench.Settings.WARM_UP;

import tools.jackson.databind.JsonNode;

import java.io.IOException;

/// `send` and `recv` of 64 B on one connection: a call a request, a hundred in a batch, and a call
/// a frame of the channel. All three ways take turns.
final class ManyBench {

    private static final int BATCH = 100;
    private static final double BILLION = 1e9;

    private ManyBench() {}

    /// One request with its answer; answers how many calls it was.
    @FunctionalInterface
    private interface Exchange {
        int make() throws IOException;
    }

    public static void main(String[] arguments) throws Exception {
        try (Server console = Server.console();
                Wire http = new Wire(console.port());
                Wire webSocket = new Wire(console.port())) {
            JsonNode pair = new Api(console.port()).post("/sockets/socketpair", "{}");
            String first = pair.at("/sockets/0/id").asString();
            String second = pair.at("/sockets/1/id").asString();
            webSocket.upgrade("/api/v1/channel");
            Exchange single = single(http, first, second);
            Exchange batch = batch(http, first, second);
            Exchange channel = channel(webSocket, first, second);
            for (Exchange exchange : new Exchange[] {single, batch, channel}) {
                nanosOfCall(exchange, WARM_UP / 2.0);
            }
            Pair batched = new Pair("a call of a batch of 100, ns", "a call a request");
            Pair framed = new Pair("a call over the channel, ns", "a call a request");
            for (int round = 0; round < ROUNDS; round++) {
                double alone = nanosOfCall(single, SECONDS);
                batched.add(round, alone, nanosOfCall(batch, SECONDS));
                framed.add(round, alone, nanosOfCall(channel, SECONDS));
            }
            Table table = new Table("many");
            table.ratio(batched, Target.atMost(0.05));
            table.ratio(framed, Target.atMost(0.4));
        }
    }

    private static double nanosOfCall(Exchange exchange, double seconds) throws IOException {
        long start = System.nanoTime();
        long calls = 0;
        long passed;
        do {
            calls += exchange.make();
            passed = System.nanoTime() - start;
        } while (passed < seconds * BILLION);
        return (double) passed / calls;
    }

    private static Exchange single(Wire wire, String first, String second) {
        byte[] send = Wire.post("/api/v1/sockets/" + first + "/send", SEND);
        byte[] recv = Wire.post("/api/v1/sockets/" + second + "/recv", RECV);
        return () -> {
            wire.exchange(send);
            wire.exchange(recv);
            return 2;
        };
    }

    private static final String SEND = "{\"data\": \"%s\"}".formatted("QUFB".repeat(21) + "QQ==");

    private static final String RECV = "{\"bufsize\": 64}";

    private static Exchange batch(Wire wire, String first, String second) {
        String two = call("send", first, SEND) + "}," + call("recv", second, RECV) + "}";
        String calls = (two + ",").repeat(BATCH / 2 - 1) + two;
        byte[] request = Wire.post("/api/v1/batch", "{\"calls\": [" + calls + "]}");
        return () -> {
            wire.exchange(request);
            return BATCH;
        };
    }

    private static Exchange channel(Wire wire, String first, String second) {
        byte[] send = Wire.frame(call("send", first, SEND) + ", \"n\": 1}");
        byte[] recv = Wire.frame(call("recv", second, RECV) + ", \"n\": 2}");
        return () -> {
            wire.exchangeFrame(send);
            wire.exchangeFrame(recv);
            return 2;
        };
    }

    /// Without its last brace.
    private static String call(String name, String id, String body) {
        return "{\"call\": \"%s\", \"id\": \"%s\", \"body\": %s".formatted(name, id, body);
    }
}
