package org.socketconsole.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.socketconsole.testing.AnswerAssert.assertThat;
import static org.socketconsole.testing.Json.base64;
import static org.socketconsole.testing.Json.json;

import org.junit.jupiter.api.Test;
import org.socketconsole.testing.Answer;
import org.socketconsole.testing.Api;
import org.socketconsole.testing.ApiSocket;
import org.socketconsole.testing.Connection;
import org.socketconsole.testing.ContractTests;
import org.socketconsole.testing.CuttingProxy;
import org.socketconsole.testing.Peers;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/// Two clients behind a proxy that cuts the HTTP connection at a random byte of the request or the
/// answer, one that receives and one that sends. They repeat what had no answer, and nothing is
/// lost, doubled or out of order. `-Dlost.calls=…` makes four times as many calls, `-Dlost.seed=…`
/// those of a run again.
class LostAnswerTests extends ContractTests {

    private static final int CALLS = Integer.getInteger("lost.calls", 2500);
    private static final int LARGEST = 4000;

    @Test
    void bothStreamsAreByteIdenticalHoweverManyAnswersAreLost() throws Exception {
        long seed = Long.getLong("lost.seed", System.nanoTime());
        Random random = new Random(seed);
        byte[] down = noise(random);
        byte[] up = noise(random);
        try (Connection connection = Connection.open(api);
                CuttingProxy proxy = new CuttingProxy(api.port(), new Random(seed))) {
            ApiSocket socket = Api.at(proxy.port()).socketOf(connection.socket().id());
            var received = later(() -> receiveAll(socket, down.length, new Random(seed + 1)));
            var sent = later(() -> sendAll(socket, up, new Random(seed + 2)));
            var written = later(() -> write(connection, down));
            assertThat(read(connection, up.length)).as("sent, seed " + seed).isEqualTo(up);
            assertThat(received.join()).as("received, seed " + seed).isEqualTo(down);
            assertThat(sent.join()).isGreaterThan(CALLS);
            written.join();
            assertThat(proxy.cuts()).as("cuts, seed " + seed).isGreaterThan(CALLS / 4);
            assertThat(connection.socket().view().get("bytes_received").asInt())
                    .isEqualTo(down.length);
            assertThat(connection.socket().view().get("bytes_sent").asInt()).isEqualTo(up.length);
        }
    }

    @Test
    void eachConnectionIsAcceptedOnceAndNoneIsLeftBehind() throws Exception {
        long seed = Long.getLong("lost.seed", System.nanoTime());
        try (CuttingProxy proxy = new CuttingProxy(api.port(), new Random(seed))) {
            ApiSocket listener = api.listener();
            ApiSocket cut = Api.at(proxy.port()).socketOf(listener.id());
            for (int i = 0; i < CALLS; i++) {
                try (Socket peer = Peers.connectTo(listener)) {
                    ApiSocket accepted = api.socketOf(accept(cut, "connection-" + i));
                    assertThat(accepted.get("getpeername"))
                            .as("seed " + seed)
                            .has("port", peer.getLocalPort());
                    assertThat(accepted.close()).isDone();
                }
                assertThat(api.get("/sockets").at("total").asInt()).as("orphans").isEqualTo(1);
            }
            assertThat(proxy.cuts()).as("cuts, seed " + seed).isGreaterThan(CALLS / 20);
        }
    }

    private static String accept(ApiSocket listener, String key) {
        var call = listener.api().request("POST", listener.path("accept"));
        Answer answer = untilAnswered(() -> call.header("Idempotency-Key", key).send());
        assertThat(answer).isCreated();
        return answer.at("conn/id").asString();
    }

    private static byte[] noise(Random random) {
        byte[] bytes = new byte[CALLS * LARGEST / 4];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] receiveAll(ApiSocket socket, int size, Random random) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        while (all.size() < size) {
            int bufsize = 1 + random.nextInt(LARGEST / 2);
            String request = json("{'bufsize': %d, 'after': %d}", bufsize, all.size());
            Answer answer = untilAnswered(() -> socket.post("recv", request));
            assertThat(answer).isOk().has("offset", all.size());
            all.writeBytes(answer.data());
        }
        return all.toByteArray();
    }

    /// Answers how many calls it took.
    private static int sendAll(ApiSocket socket, byte[] bytes, Random random) {
        int calls = 0;
        for (int at = 0; at < bytes.length; calls++) {
            int size = Math.min(1 + random.nextInt(LARGEST / 4), bytes.length - at);
            String data = base64(Arrays.copyOfRange(bytes, at, at + size));
            String request = json("{'data': '%s', 'at': %d}", data, at);
            Answer answer = untilAnswered(() -> socket.post("send", request));
            assertThat(answer).isOk().has("sent", size).has("offset", at);
            at += size;
        }
        return calls;
    }

    private static Answer untilAnswered(Supplier<Answer> call) {
        while (true) {
            try {
                return call.get();
            } catch (UncheckedIOException lost) {
                // The same call again.
            }
        }
    }

    private static byte[] read(Connection connection, int size) throws IOException {
        InputStream in = connection.peer().getInputStream();
        return in.readNBytes(size);
    }

    /// In pieces, so that receives meet a stream that is not there yet.
    private static boolean write(Connection connection, byte[] bytes) {
        try {
            OutputStream out = connection.peer().getOutputStream();
            for (int at = 0; at < bytes.length; at += LARGEST / 8) {
                out.write(bytes, at, Math.min(LARGEST / 8, bytes.length - at));
            }
            return true;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static <T> CompletableFuture<T> later(Supplier<T> body) {
        return CompletableFuture.supplyAsync(body, task -> Thread.ofVirtual().start(task));
    }
}
