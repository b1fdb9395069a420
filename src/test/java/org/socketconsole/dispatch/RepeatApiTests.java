package org.socketconsole.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.socketconsole.testing.AnswerAssert.assertThat;
import static org.socketconsole.testing.Json.json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.socketconsole.testing.Answer;
import org.socketconsole.testing.Api;
import org.socketconsole.testing.ApiSocket;
import org.socketconsole.testing.ContractTests;
import org.socketconsole.testing.RawConnection;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/// `Idempotency-Key`: what is asked for twice is made once.
class RepeatApiTests extends ContractTests {

    private static final String HEADER = "Idempotency-Key";

    @Test
    void aRepeatHasTheFirstAnswerAndSaysSo() {
        Api.Pair pair = api.pair();
        pair.first().send("one");
        Answer first = keyed(pair.second(), "recv", "k-1", "{\"bufsize\": 100}");
        pair.first().send("two");
        Answer again = keyed(pair.second(), "recv", "k-1", "{\"bufsize\": 100}");
        assertThat(first.headers().firstValue("Idempotency-Replayed")).isEmpty();
        assertThat(again).isOk().hasHeader("Idempotency-Replayed", "true").hasBody(first.body());
        assertThat(pair.second().recv(100)).hasData("two");
    }

    @Test
    void aSocketIsMadeOnceForHoweverManyThatAskAtOnce() {
        List<CompletableFuture<Answer>> answers =
                IntStream.range(0, 16)
                        .mapToObj(i -> request("/sockets", "same", "{}").sendLater())
                        .toList();
        List<Integer> statuses = answers.stream().map(answer -> answer.join().status()).toList();
        assertThat(statuses).contains(201).isSubsetOf(201, 409);
        assertThat(api.get("/sockets")).has("total", 1);
    }

    @Test
    void anAcceptThatIsRepeatedIsTheSameConnection() throws IOException {
        ApiSocket listener = api.tcp().bound();
        listener.post("listen", "{}");
        api.tcp().connected(listener.port());
        api.tcp().connected(listener.port());
        String lost = "POST";
        try (RawConnection leaving = new RawConnection(api)) {
            leaving.head(lost, listener.path("accept"), HEADER + ": a-1", "Content-Length: 0");
            assertThat(leaving.hasAnswerWithin(10_000)).isTrue();
        }
        Answer again = keyed(listener, "accept", "a-1", "");
        assertThat(again).isCreated().hasHeader("Idempotency-Replayed", "true");
        assertThat(api.get("/sockets")).has("total", 4);
        assertThat(keyed(listener, "accept", "a-2", "").at("conn/id"))
                .isNotEqualTo(again.at("conn/id"));
    }

    @Test
    void anErrorIsAnAnswerToo() {
        ApiSocket socket = api.tcp();
        assertThat(keyed(socket, "send", "k", "{\"text\": \"x\"}"))
                .isProblem(502, "socket-error", "EPIPE");
        assertThat(keyed(socket, "send", "k", "{\"text\": \"x\"}"))
                .isProblem(502, "socket-error", "EPIPE")
                .hasHeader("Idempotency-Replayed", "true");
    }

    @Test
    void whileTheFirstRunsARepeatIsRefused() {
        Api.Pair pair = api.pair();
        CompletableFuture<Answer> first =
                request(pair.first().path("recv"), "k", "{\"bufsize\": 1}").sendLater();
        pair.first().untilWaiting("recv");
        assertThat(keyed(pair.first(), "recv", "k", "{\"bufsize\": 1}"))
                .isProblem(409, "invalid-argument")
                .names(HEADER);
        pair.second().send("x");
        assertThat(first.join()).hasData("x");
        assertThat(keyed(pair.first(), "recv", "k", "{\"bufsize\": 1}")).hasData("x");
    }

    @Test
    void aRepeatMayWaitForLonger() {
        Api.Pair pair = api.pair();
        assertThat(keyed(pair.first().path("recv?wait=0.05"), "k", "{\"bufsize\": 1}"))
                .hasStatus(504);
        pair.second().send("x");
        assertThat(keyed(pair.first().path("recv?wait=9"), "k", "{\"bufsize\": 1}")).hasData("x");
        assertThat(keyed(pair.first().path("recv"), "k", "{\"bufsize\": 1}")).hasData("x");
    }

    @Test
    void anotherBodyOrQueryUnderTheSameKeyIsRefused() {
        keyed("/sockets", "k", "{}");
        assertThat(keyed("/sockets", "k", "{\"label\": \"other\"}"))
                .isProblem(422, "invalid-argument")
                .names(HEADER);
        assertThat(keyed("/sockets?label=other", "k", "{}")).isProblem(422, "invalid-argument");
    }

    @Test
    void theSameKeyOnAnotherPathIsAnotherCall() {
        assertThat(keyed("/sockets", "k", "{}")).isCreated();
        assertThat(keyed("/sockets/socketpair", "k", "{}")).hasStatus(201);
    }

    @Test
    void aTimeOutThatCanBeAskedAgainIsNotKept() {
        Api.Pair pair = api.pair();
        String path = pair.first().path("recv?wait=0.05");
        assertThat(keyed(path, "k", "{\"bufsize\": 1}")).isProblem(504, "timeout");
        pair.second().send("x");
        assertThat(keyed(path, "k", "{\"bufsize\": 1}")).hasData("x");
    }

    @Test
    void aReplayedAnswerComesInTheFormThatTheRepeatAsksFor() {
        Api.Pair pair = api.pair();
        pair.first().send("bytes");
        keyed(pair.second(), "recv", "k", "{\"bufsize\": 100}");
        Answer raw =
                request(pair.second().path("recv"), "k", "{\"bufsize\": 100}")
                        .accept("application/octet-stream")
                        .send();
        assertThat(raw).isOk().hasBody("bytes".getBytes());
    }

    @Test
    void aWholeBatchCanBeRepeated() {
        String body = json("{'calls': [{'call': 'socket'}, {'call': 'socket'}]}");
        Answer first = keyed("/batch", "k", body);
        assertThat(keyed("/batch", "k", body)).hasBody(first.body());
        assertThat(api.get("/sockets")).has("total", 2);
    }

    @Test
    void aLargeAnswerGivesWayAndItsCallIsNotMadeAgain() {
        String constants = "{'call': 'list_constants'},".repeat(30);
        String body = json("{'calls': [" + constants + "{'call': 'socket'}]}");
        for (int i = 0; i < 6; i++) {
            assertThat(keyed("/batch", "large-" + i, body)).isOk();
        }
        assertThat(keyed("/batch", "large-5", body)).hasHeader("Idempotency-Replayed", "true");
        assertThat(keyed("/batch", "large-0", body)).isProblem(410, "not-found").names(HEADER);
        assertThat(api.get("/sockets")).has("total", 6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "é"})
    void whatIsNoKeyIsRefused(String key) throws IOException {
        try (RawConnection connection = new RawConnection(api)) {
            connection.head("POST", "/sockets", HEADER + ": " + key, "Content-Length: 0");
            assertThat(connection.answer()).isInvalid(HEADER);
        }
        assertThat(api.get("/sockets")).has("total", 0);
    }

    private Answer keyed(ApiSocket socket, String call, String key, String body) {
        return keyed(socket.path(call), key, body);
    }

    private Answer keyed(String path, String key, String body) {
        return request(path, key, body).send();
    }

    private Api.Request request(String path, String key, String body) {
        return api.request("POST", path).header(HEADER, key).json(body);
    }
}
