package org.socketconsole.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.socketconsole.testing.AnswerAssert.assertThat;
import static org.socketconsole.testing.Json.json;

import org.junit.jupiter.api.Test;
import org.socketconsole.testing.Answer;
import org.socketconsole.testing.Api;
import org.socketconsole.testing.ApiSocket;
import org.socketconsole.testing.Bytes;
import org.socketconsole.testing.Connection;
import org.socketconsole.testing.ContractTests;
import org.springframework.test.context.TestPropertySource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;

/// Where little may be kept: what a client that names its place has not said it has stays, the rest
/// gives way.
@TestPropertySource(properties = {"console.traffic.per-socket=64KB", "console.traffic.total=256KB"})
class HeldBytesApiTests extends ContractTests {

    private static final int BOUND = 64 * 1024;

    @Test
    void whatABareCallTookGivesWayAndIsGone() throws Exception {
        try (Connection connection = Connection.open(api)) {
            ApiSocket socket = connection.socket();
            for (int i = 0; i < 3; i++) {
                connection.peer().getOutputStream().write(new byte[30_000]);
                String all = json("{'bufsize': 30000, 'flags': 'MSG_WAITALL'}");
                assertThat(socket.post("recv", all)).has("size", 30_000);
            }
            assertThat(after(socket, 0)).isProblem(410, "not-found").has("earliest_offset", 30_000);
            assertThat(socket.get("received?from=29999"))
                    .isProblem(410, "not-found")
                    .has("earliest_offset", 30_000);
            assertThat(socket.get("received?from=30001")).hasBody(new byte[59_999]);
        }
    }

    @Test
    void aConversationWhoseBeginningIsGoneIsNotGivenBack() {
        Api.Pair pair = api.connection();
        for (int i = 0; i < 3; i++) {
            assertThat(pair.second().send(new byte[30_000])).isOk();
            assertThat(pair.first().recv(30_000, "MSG_WAITALL")).has("size", 30_000);
        }
        assertThat(
                        api.listener()
                                .put(
                                        "responder",
                                        json(
                                                "{'reply': 'recorded', 'recorded': '%s'}",
                                                pair.first().id())))
                .isProblem(410, "not-found")
                .has("earliest_offset", 30_000);
    }

    @Test
    void whatIsNotConfirmedStaysHoweverMuchIsSent() {
        Api.Pair pair = api.connection();
        assertThat(pair.first().send(new byte[1000])).isOk();
        assertThat(after(pair.second(), 0)).has("size", 1000);
        for (int i = 0; i < 20; i++) {
            assertThat(pair.second().send(new byte[20_000])).isOk();
            assertThat(pair.first().recv(20_000)).isOk();
        }
        assertThat(after(pair.second(), 0)).has("size", 1000).has("offset", 0);
    }

    @Test
    void thePeerWaitsUntilWhatCameIsConfirmedAndNothingIsLost() throws Exception {
        try (Connection connection = Connection.open(api)) {
            ApiSocket socket = connection.socket();
            assertThat(socket.setsockopt("SOL_SOCKET", "SO_RCVBUF", BOUND)).isDone();
            connection.peer().setSendBufferSize(BOUND);
            byte[] bytes = Bytes.noise(6_000_000);
            CompletableFuture<Void> writing =
                    CompletableFuture.runAsync(() -> write(connection, bytes));
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            while (all.size() < bytes.length) {
                Answer answer = after(socket, all.size());
                assertThat(answer.at("size").asInt()).isBetween(1, BOUND);
                assertThat(after(socket, all.size())).hasData(answer.data());
                int taken = all.size() + answer.at("size").asInt();
                assertThat(socket.view().get("bytes_received").asInt()).isEqualTo(taken);
                if (taken < bytes.length / 2) {
                    assertThat(writing).isNotDone();
                }
                all.writeBytes(answer.data());
            }
            assertThat(all.toByteArray()).isEqualTo(bytes);
            writing.join();
        }
    }

    @Test
    void oneThatHasEverythingReadsOnWhileOthersHoldAllThatMayBeHeld() throws Exception {
        Api.Pair one = api.connection();
        Api.Pair two = api.connection();
        Api.Pair three = api.connection();
        for (Api.Pair pair : new Api.Pair[] {one, two, three}) {
            assertThat(pair.first().send(new byte[BOUND])).isOk();
        }
        String all = json("{'after': 0, 'bufsize': %d, 'flags': 'MSG_WAITALL'}", BOUND);
        assertThat(one.second().post("recv", all)).has("size", BOUND);
        assertThat(two.second().post("recv", all)).has("size", BOUND);
        assertThat(three.second().post("recv", all)).isProblem(429, "quota");
        assertThat(three.second().view().get("bytes_received").asInt()).isZero();
        assertThat(three.second().recv(10)).has("size", 10);
        assertThat(one.first().send("on")).isOk();
        assertThat(after(one.second(), BOUND)).hasData("on");
        assertThat(after(two.second(), 0)).has("size", BOUND);
        assertThat(two.second().close()).isDone();
        assertThat(after(three.second(), 10)).has("offset", 10);
    }

    private static Answer after(ApiSocket socket, int offset) {
        return socket.post("recv", json("{'after': %d, 'bufsize': 1000000}", offset));
    }

    private static void write(Connection connection, byte[] bytes) {
        try {
            connection.peer().getOutputStream().write(bytes);
        } catch (IOException end) {
            throw new UncheckedIOException(end);
        }
    }
}
