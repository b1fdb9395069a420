package org.socketconsole.socket;

import static org.socketconsole.testing.AnswerAssert.assertThat;
import static org.socketconsole.testing.Json.json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.socketconsole.testing.Answer;
import org.socketconsole.testing.Api;
import org.socketconsole.testing.ApiSocket;
import org.socketconsole.testing.ContractTests;
import org.socketconsole.testing.Json;

import tools.jackson.databind.JsonNode;

import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class SelectApiTests extends ContractTests {

    @Test
    void aSocketIsReadableWhenBytesAreThere() {
        Api.Pair pair = api.pair();
        pair.first().send("x");
        assertThat(select(request("['%s', '%s']", "[]", 5), pair.first(), pair.second()))
                .isOk()
                .has("read", ids(pair.second()))
                .has("write", ids())
                .has("except", ids());
    }

    @Test
    void anIdCountsOnceHoweverOftenItIsNamed() {
        Api.Pair pair = api.pair();
        String id = "'" + pair.second().id() + "'";
        String many = id + (", " + id).repeat(59_999);
        String lists = "'read': [" + many + "], 'write': [" + many + "], 'except': [" + many + "]";
        assertThat(api.post("/select", json("{" + lists + ", 'timeout': 60}")))
                .has("read", ids())
                .has("write", ids(pair.second()));
    }

    @Test
    void moreIdsThanThereAreSocketsAreRefusedBeforeAnyIsLookedUp() {
        api.tcp();
        String many =
                IntStream.rangeClosed(1, 60_000)
                        .mapToObj(n -> "'s-0" + n + "'")
                        .collect(Collectors.joining(", ", "[", "]"));
        assertThat(api.post("/select", json("{'write': " + many + "}"))).isInvalid("write");
    }

    @Test
    void aSocketThatWasClosedIsOneOfThem() {
        Api.Pair pair = api.pair();
        pair.second().close();
        assertThat(select("{'read': ['%s', '%s']}", pair.first(), pair.second())).isClosed();
    }

    @Test
    void aConnectedSocketIsWritable() {
        Api.Pair pair = api.pair();
        assertThat(select(request("['%s']", "['%s']", 5), pair.first(), pair.second()))
                .has("read", ids())
                .has("write", ids(pair.second()));
    }

    @Test
    void aListenerIsReadableWhenAConnectionIsThere() {
        ApiSocket listener = api.listener();
        api.tcp().connected(listener.port());
        assertThat(select(request("['%s']", "[]", 5), listener)).has("read", ids(listener));
    }

    @Test
    void theEndOfTheStreamIsReadable() {
        Api.Pair pair = api.pair();
        pair.first().close();
        assertThat(select(request("['%s']", "[]", 5), pair.second()))
                .has("read", ids(pair.second()));
    }

    @Test
    void whatIsReadyIsAnsweredInTheOrderOfTheRequest() {
        Api.Pair pair = api.pair();
        pair.first().send("x");
        pair.second().send("x");
        assertThat(select(request("['%s', '%s']", "[]", 5), pair.second(), pair.first()))
                .has("read", ids(pair.second(), pair.first()));
    }

    @Test
    void nothingReadyWithinTheTimeIsThreeEmptyLists() {
        assertThat(select(request("['%s']", "[]", 0.1), api.udp().bound()))
                .isOk()
                .has("read", ids())
                .has("write", ids())
                .has("except", ids());
    }

    @Test
    void aTimeOutOfZeroPolls() {
        assertThat(select(request("['%s']", "[]", 0), api.udp().bound())).isOk().has("read", ids());
    }

    @Test
    void noSocketsAtAllWaitForTheTime() {
        assertThat(select(request("[]", "[]", 0.05))).isOk().has("read", ids());
    }

    @Test
    void theQuerysWaitEndsASelectThatCanBeMadeAgain() {
        String request =
                json("{'read': ['%s'], 'write': [], 'except': []}", api.udp().bound().id());
        assertThat(api.post("/select?wait=0.1", request))
                .isProblem(504, "timeout", "ETIMEDOUT")
                .has("call", "select")
                .has("retry", true);
    }

    @Test
    void selectWaitsUntilOneIsReady() {
        Api.Pair pair = api.pair();
        CompletableFuture<Answer> selected = selectLater(pair.second());
        api.untilWaiting("select");
        pair.first().send("x");
        assertThat(selected.join()).isOk().has("read", ids(pair.second()));
    }

    @Test
    void selectTakesNothing() {
        Api.Pair pair = api.pair();
        pair.first().send("x");
        assertThat(select(request("['%s']", "[]", 5), pair.second())).isOk();
        assertThat(pair.second().recv(9)).hasData("x");
    }

    @Test
    void selectDoesNotQueueWithReceivers() {
        Api.Pair pair = api.pair();
        CompletableFuture<Answer> received =
                pair.second().postLater("recv", json("{'bufsize': 9}"));
        pair.second().untilWaiting("recv");
        assertThat(select(request("['%s']", "['%s']", 5), pair.second(), pair.second()))
                .has("write", ids(pair.second()));
        pair.first().send("x");
        assertThat(received.join()).hasData("x");
    }

    @Test
    void closingWakesASelect() {
        ApiSocket socket = api.udp().bound();
        CompletableFuture<Answer> selected = selectLater(socket);
        api.untilWaiting("select");
        assertThat(socket.close()).isDone();
        assertThat(selected.join()).isClosed().has("call", "select");
    }

    @Test
    void anUnknownSocketIsNotFound() {
        assertThat(api.post("/select", json("{'read': ['s-0'], 'write': [], 'except': []}")))
                .isProblem(404, "not-found");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{'read': 's-1', 'write': [], 'except': []}; read",
                "{'read': null, 'write': [], 'except': []}; read",
                "{'read': [null], 'write': [], 'except': []}; read",
                "{'read': [], 'write': [5], 'except': []}; write",
                "{'read': [], 'write': [], 'except': [{}]}; except",
                "{'read': [], 'write': [], 'except': [], 'timeout': -1}; timeout",
                "{'read': [], 'write': [], 'except': [], 'timeout': 'x'}; timeout",
            })
    void aWrongArgumentIsNamed(String request, String field) {
        assertThat(api.post("/select", json(request))).isInvalid(field);
    }

    private Answer select(String format, ApiSocket... sockets) {
        Object[] ids = Arrays.stream(sockets).map(ApiSocket::id).toArray();
        return api.post("/select", json(format, ids));
    }

    private CompletableFuture<Answer> selectLater(ApiSocket socket) {
        String request = json("{'read': ['%s'], 'write': [], 'except': []}", socket.id());
        return api.request("POST", "/select").json(request).sendLater();
    }

    private static String request(String read, String write, double timeout) {
        return "{'read': "
                + read
                + ", 'write': "
                + write
                + ", 'except': [], 'timeout': "
                + timeout
                + "}";
    }

    private static JsonNode ids(ApiSocket... sockets) {
        return Json.read(
                Arrays.stream(sockets)
                        .map(socket -> Json.quoted(socket.id()))
                        .collect(Collectors.joining(",", "[", "]")));
    }
}
