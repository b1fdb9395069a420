package org.socketconsole.bench;

import tools.jackson.databind.JsonNode;

/// Calls over HTTP, one connection, one at a time, against an endpoint that does next to nothing.
final class WaitingBench {

    private static final int ROUNDS = 21;
    private static final int CALLS = 300;

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
        JsonNode pair = api.post("/sockets/socketpair", "{}").get("sockets");
        compareWithEmpty(pair.at("/0/id").asString(), pair.at("/1/id").asString());
    }

    private void compareWithEmpty(String sender, String receiver) throws Exception {
        Pair pair = new Pair("send and recv on one connection, ns", "two empty calls");
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
        new Table("waiting").ratio(pair, Target.NONE);
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
