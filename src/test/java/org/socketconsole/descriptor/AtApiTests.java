package org.socketconsole.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.socketconsole.testing.AnswerAssert.assertThat;
import static org.socketconsole.testing.Json.base64;
import static org.socketconsole.testing.Json.json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.socketconsole.testing.Answer;
import org.socketconsole.testing.Api;
import org.socketconsole.testing.ApiSocket;
import org.socketconsole.testing.Bytes;
import org.socketconsole.testing.Connection;
import org.socketconsole.testing.ContractTests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/// What `at` does not send twice, over HTTP.
class AtApiTests extends ContractTests {

    @Test
    void aRepeatIsAnsweredAsTheFirstAndSendsNothing() {
        Api.Pair pair = api.connection();
        assertThat(at(pair.first(), 0, "12345")).has("sent", 5).has("offset", 0);
        assertThat(at(pair.first(), 0, "12345")).has("sent", 5).has("offset", 0);
        assertThat(at(pair.first(), 5, "678")).has("sent", 3).has("offset", 5);
        assertThat(at(pair.first(), 2, "34567")).has("sent", 5).has("offset", 2);
        assertThat(pair.first().send("!")).has("offset", 8);
        assertThat(pair.second().recv(99)).hasData("12345678!");
    }

    @Test
    void ofWhatWasSentInPartOnlyTheRestIsSentAndAllIsCounted() {
        Api.Pair pair = api.connection();
        assertThat(pair.first().send("12345")).isOk();
        assertThat(at(pair.first(), 3, "45678")).has("sent", 5).has("offset", 3);
        assertThat(pair.second().recv(99)).hasData("12345678");
        assertThat(pair.first().post("sendall", json("{'text': '789', 'at': 6}"))).isDone();
        assertThat(pair.second().recv(99)).hasData("9").has("offset", 8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"send", "sendall"})
    void otherBytesOrAGapAreRefusedAndNothingIsSent(String call) {
        Api.Pair pair = api.connection();
        assertThat(pair.first().send("12345")).isOk();
        for (String wrong :
                List.of(
                        "{'text': 'x', 'at': 0}",
                        "{'text': '12345x', 'at': 1}",
                        "{'text': '45x', 'at': 2}",
                        "{'text': '6', 'at': 6}")) {
            assertThat(pair.first().post(call, json(wrong)))
                    .isProblem(409, "invalid-argument")
                    .names("at")
                    .has("expected_offset", 5);
        }
        assertThat(pair.first().post(call, json("{'text': '6', 'at': -1}"))).isInvalid("at");
        assertThat(pair.first().view().get("bytes_sent").asInt()).isEqualTo(5);
    }

    @Test
    void whatIsNoLongerKeptCannotBeCompared() {
        Api.Pair pair = api.connection();
        assertThat(pair.first().send("12345")).isOk();
        assertThat(api.delete(pair.first().path("traffic"))).isDone();
        assertThat(at(pair.first(), 0, "12345"))
                .isProblem(410, "not-found")
                .has("earliest_offset", 5);
        assertThat(at(pair.first(), 5, "678")).isOk();
        assertThat(pair.second().recv(99)).hasData("12345678");
    }

    @Test
    void rawBodiesHaveTheirPlaceInTheQuery() {
        Api.Pair pair = api.pair();
        for (int i = 0; i < 2; i++) {
            assertThat(
                            api.request("POST", pair.first().path("send?at=0"))
                                    .body("application/octet-stream", Bytes.of("raw"))
                                    .send())
                    .has("sent", 3);
        }
        assertThat(pair.second().recv(99)).hasData("raw");
    }

    @ParameterizedTest
    @ValueSource(strings = {"send", "sendall"})
    void eightThatSendTheSameAtOnceSendItOnce(String call) throws Exception {
        try (Connection connection = Connection.open(api)) {
            byte[] bytes = Bytes.noise(1_000_000);
            ApiSocket copy = api.socketOf(connection.socket().post("dup").at("id").asString());
            String request = json("{'data': '%s', 'at': 0}", base64(bytes));
            List<CompletableFuture<Answer>> all =
                    IntStream.range(0, 8)
                            .mapToObj(i -> i % 2 == 0 ? connection.socket() : copy)
                            .map(socket -> socket.postLater(call, request))
                            .toList();
            assertThat(connection.receive(bytes.length)).isEqualTo(bytes);
            for (CompletableFuture<Answer> answer : all) {
                assertThat(answer.join()).hasStatus(call.equals("send") ? 200 : 204);
            }
            assertThat(connection.socket().view().get("bytes_sent").asInt())
                    .isEqualTo(bytes.length);
            assertThat(connection.socket().send("end")).has("offset", bytes.length);
            assertThat(connection.receive(3)).isEqualTo(Bytes.of("end"));
        }
    }

    @Test
    void aSendallThatRanOutOfTimeGoesOn() throws Exception {
        try (Connection connection = Connection.open(api)) {
            ApiSocket socket = connection.socket();
            byte[] bytes = Bytes.noise(16_000_000);
            Answer part = sendall(socket, "at=0&wait=0.2", bytes);
            assertThat(part).isProblem(504, "timeout", "ETIMEDOUT").lacks("retry");
            int sent = part.at("sent").asInt();
            assertThat(part).has("expected_offset", sent);
            CompletableFuture<byte[]> peer =
                    CompletableFuture.supplyAsync(() -> received(connection, bytes.length));
            assertThat(sendall(socket, "at=0", bytes)).isDone();
            assertThat(peer.join()).isEqualTo(bytes);
            byte[] rest = Arrays.copyOfRange(bytes, sent, bytes.length);
            assertThat(sendall(socket, "at=" + sent, rest)).isDone();
            assertThat(socket.view().get("bytes_sent").asInt()).isEqualTo(bytes.length);
        }
    }

    @Test
    void aSendallThatWasCancelledTellsWhereItsRestBelongs() throws Exception {
        try (Connection connection = Connection.open(api)) {
            ApiSocket socket = connection.socket();
            byte[] bytes = Bytes.noise(16_000_000);
            CompletableFuture<Answer> call =
                    socket.postLater("sendall", json("{'data': '%s'}", base64(bytes)));
            socket.untilWaiting("sendall");
            Answer waiting = api.get("/operations?socket=" + socket.id());
            String operation = waiting.at("items/0/id").asString();
            assertThat(api.delete("/operations/" + operation)).isDone();
            Answer part = call.join();
            assertThat(part).isProblem(409, "cancelled", "ECANCELED");
            assertThat(part).has("expected_offset", part.at("sent").asLong());
            CompletableFuture<byte[]> peer =
                    CompletableFuture.supplyAsync(() -> received(connection, bytes.length));
            assertThat(sendall(socket, "at=0", bytes)).isDone();
            assertThat(peer.join()).isEqualTo(bytes);
        }
    }

    @Test
    void theSocketsOwnTimeOutEndsASendallForGood() throws Exception {
        try (Connection connection = Connection.open(api)) {
            ApiSocket socket = connection.socket().within(0.2);
            Answer part = sendall(socket, "at=0", Bytes.noise(16_000_000));
            assertThat(part).isProblem(504, "timeout", "ETIMEDOUT").lacks("expected_offset");
            assertThat(part).has("sent", socket.view().get("bytes_sent").asLong());
        }
    }

    @Test
    void whatWasSentIsAnsweredThoughAnotherCallWaitsForRoom() throws Exception {
        try (Connection connection = Connection.open(api)) {
            ApiSocket socket = connection.socket();
            assertThat(at(socket, 0, "12345")).isOk();
            byte[] bytes = Bytes.noise(16_000_000);
            String request = json("{'data': '%s', 'at': 5}", base64(bytes));
            CompletableFuture<Answer> waiting = socket.postLater("sendall", request);
            socket.untilWaiting("sendall");
            assertThat(at(socket, 0, "12345")).has("sent", 5);
            connection.receive(5 + bytes.length);
            assertThat(waiting.join()).isDone();
        }
    }

    @Test
    void aSendThatDoesNotBlockGoesOnWhereItStopped() throws Exception {
        try (Connection connection = Connection.open(api)) {
            ApiSocket socket = connection.socket().nonBlocking();
            byte[] bytes = Bytes.noise(8_000_000);
            String request = json("{'data': '%s', 'at': 0}", base64(bytes));
            CompletableFuture<byte[]> peer = null;
            int sent = 0;
            for (int before = -1; sent < bytes.length; before = sent) {
                Answer answer = socket.post("send", request);
                assertThat(answer).isOk().has("offset", 0);
                sent = answer.at("sent").asInt();
                assertThat(sent).isGreaterThanOrEqualTo(before);
                peer =
                        peer != null
                                ? peer
                                : CompletableFuture.supplyAsync(
                                        () -> received(connection, bytes.length));
            }
            assertThat(peer).isNotNull();
            assertThat(peer.join()).isEqualTo(bytes);
        }
    }

    @Test
    void messagesAreCountedAndSentOnce() {
        Api.Pair pair = api.pair(json("{'type': 'SOCK_SEQPACKET'}"));
        assertThat(at(pair.first(), 0, "one")).has("sent", 3).has("offset", 0);
        assertThat(at(pair.first(), 0, "one")).has("sent", 3).has("offset", 0);
        assertThat(at(pair.first(), 1, "two")).has("sent", 3).has("offset", 1);
        for (String wrong :
                List.of(
                        "{'text': 'on', 'at': 0}",
                        "{'text': 'one!', 'at': 0}",
                        "{'text': 'x', 'at': 3}")) {
            assertThat(pair.first().post("send", json(wrong)))
                    .isProblem(409, "invalid-argument")
                    .names("at")
                    .has("expected_offset", 2);
        }
        assertThat(pair.second().recv(9)).hasData("one");
        assertThat(pair.second().recv(9)).hasData("two");
        assertThat(pair.second().nonBlocking().recv(9)).isProblem(409, "socket-error", "EAGAIN");
    }

    private Answer sendall(ApiSocket socket, String query, byte[] bytes) {
        return api.request("POST", socket.path("sendall?" + query))
                .body("application/octet-stream", bytes)
                .send();
    }

    private static byte[] received(Connection connection, int size) {
        try {
            return connection.receive(size);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Answer at(ApiSocket socket, int offset, String text) {
        return socket.post("send", json("{'text': '%s', 'at': %d}", text, offset));
    }
}
