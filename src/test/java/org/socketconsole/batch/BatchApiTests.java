package org.socketconsole.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.socketconsole.testing.AnswerAssert.assertThat;
import static org.socketconsole.testing.Json.json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.socketconsole.dispatch.CallDefinition;
import org.socketconsole.dispatch.CallTable;
import org.socketconsole.testing.Answer;
import org.socketconsole.testing.Api;
import org.socketconsole.testing.ApiSocket;
import org.socketconsole.testing.ContractTests;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// `POST /batch`.
class BatchApiTests extends ContractTests {

    private static final String ECHO =
            """
            {'call': 'socket', 'as': 'server'},
            {'call': 'bind', 'id': '$server', 'body': {'address': {'host': '127.0.0.1', 'port': 0}}},
            {'call': 'listen', 'id': '$server'},
            {'call': 'getsockname', 'id': '$server', 'as': 'addr'},
            {'call': 'socket', 'as': 'client'},
            {'call': 'connect', 'id': '$client', 'body': {'address': '$addr'}},
            {'call': 'accept', 'id': '$server', 'as': 'conn'},
            {'call': 'send', 'id': '$client', 'body': {'text': 'hello'}},
            {'call': 'recv', 'id': '$conn', 'body': {'bufsize': 100}, 'as': 'got'},
            {'call': 'send', 'id': '$conn', 'body': {'data': '$got.data'}},
            {'call': 'recv', 'id': '$client', 'body': {'bufsize': 100, 'text': true}}
            """;

    @Test
    void anEchoIsOneRequest() {
        Answer answer = batch(ECHO);
        assertStatuses(answer, 201, 204, 204, 200, 201, 204, 201, 200, 200, 200, 200);
        assertThat(answer).has("results/10/body/text", "hello");
        assertThat(answer).hasNull("results/1/body");
    }

    @Test
    void aMemberOfWhatWasNamedIsTakenFromIt() {
        Answer answer =
                batch(
                        """
                        {'call': 'socketpair', 'as': 'pair'},
                        {'call': 'send', 'id': '$pair.sockets.0.id', 'body': {'text': 'x'}},
                        {'call': 'recv', 'id': '$pair.sockets.1.id', 'body': {'bufsize': 9, 'text': true}},
                        {'call': 'socket', 'as': 's', 'body': {'family': '$pair.sockets.0.family'}}
                        """);
        assertThat(answer).has("results/2/body/text", "x").has("results/3/body/family", "AF_UNIX");
    }

    @Test
    void anErrorHasThePathOfItsCall() {
        Answer answer =
                api.post(
                        "/batch",
                        json(
                                """
                                {'stop_on_error': false, 'calls': [
                                  {'call': 'recv', 'id': 's-999999'},
                                  {'call': 'file.read', 'id': 'a b/?'},
                                  {'call': 'get_constant', 'body': {'name': 'AF_NONE'}},
                                  {'call': 'get_constant'},
                                  {'call': 'no_such'}]}
                                """));
        assertThat(answer)
                .has("results/0/body/instance", "/api/v1/sockets/s-999999/recv")
                .has("results/1/body/instance", "/api/v1/files/a%20b%2F%3F/read")
                .has("results/2/body/instance", "/api/v1/constants/AF_NONE")
                .has("results/3/body/instance", "/api/v1/constants/")
                .lacks("results/4/body/instance");
    }

    @Test
    void twoDollarsBeginATextThatStartsWithOne() {
        Answer answer =
                batch(
                        """
                        {'call': 'socketpair', 'as': 'pair'},
                        {'call': 'send', 'id': '$pair.sockets.0.id', 'body': {'text': '$$pair'}},
                        {'call': 'send', 'id': '$pair.sockets.0.id', 'body': {'text': ' $pair-'}},
                        {'call': 'recv', 'id': '$pair.sockets.1.id', 'body': {'bufsize': 99, 'text': true}}
                        """);
        assertThat(answer).has("results/3/body/text", "$pair $pair-");
    }

    @Test
    void aPortThatWasAnsweredIsOneToAskFor() {
        Answer answer =
                batch(
                        """
                        {'call': 'socket', 'as': 's'},
                        {'call': 'bind', 'id': '$s', 'body': {'address': ['127.0.0.1', 0]}},
                        {'call': 'getsockname', 'id': '$s', 'as': 'addr'},
                        {'call': 'getaddrinfo', 'body': {'host': '$addr.host', 'port': '$addr.port'}}
                        """);
        assertStatuses(answer, 201, 204, 200, 200);
        int port = answer.at("results/2/body/port").asInt();
        assertThat(answer).has("results/3/body/items/0/address/port", port);
    }

    @Test
    void theFirstErrorIsTheLastResult() {
        Answer answer =
                batch(
                        "{'call': 'socket'}, {'call': 'if_nametoindex', 'body': {'ifname': 'no-such'}}, {'call': 'socket'}");
        assertStatuses(answer, 201, 404);
        assertThat(answer).has("results/1/body/kind", "not-found");
    }

    @Test
    void itGoesOnAfterAnErrorWhereThatIsAsked() {
        Answer answer =
                api.post(
                        "/batch",
                        json(
                                """
                                {'stop_on_error': false, 'calls': [
                                  {'call': 'recv', 'id': 's-999999', 'body': {'bufsize': 1}},
                                  {'call': 'socket'}]}
                                """));
        assertStatuses(answer, 404, 201);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'call': 'no_such'}                                              | call",
                "{'call': 'batch', 'body': {'calls': []}}                         | call",
                "{'call': 'get_socket_traffic_pcapng'}                                          | call",
                "{'calls': 'socket'}                                              | call",
                "{'id': 's-1'}                                                    | call",
                "7                                                                | call",
                "null                                                             | call",
                "{'call': 'recv', 'body': {'bufsize': 1}}                         | id",
                "{'call': 'recv', 'id': '$nobody', 'body': {'bufsize': 1}}        | id",
                "{'call': 'socket', 'body': {'label': '$nobody.label'}}           | body.label",
                "{'call': 'socket', 'body': {'family': 'AF_NO'}}                  | family",
                "{'call': 'socket', 'body': 7}                                    | body",
                "{'call': 'socket', 'as': 'two words'}                            | as",
                "{'call': 'gethostname', 'body': {'name': 'x'}}                   | name",
                "{'call': 'getaddrinfo', 'body': {'port': []}}                    | port",
                "{'call': 'gethostname', 'body': {'wait': 'soon'}}                | wait",
                "{'call': 'gethostname', 'body': {'wait': []}}                    | wait",
                "{'call': 'gethostname', 'body': {'wait': true}}                  | wait",
                "{'call': 'gethostname', 'body': {'wait': null}}                  | wait"
            })
    void whatIsWrongWithACallIsItsOwnError(String call, String field) {
        Answer answer = batch(call);
        assertStatuses(answer, 400);
        assertThat(answer)
                .has("results/0/body/kind", "invalid-argument")
                .has("results/0/body/field", field);
    }

    @Test
    void aNullThatIsAValueIsOne() {
        ApiSocket socket = api.tcp().within(5);
        batch(
                "{'call': 'settimeout', 'id': '%s', 'body': {'timeout': null}}"
                        .formatted(socket.id()));
        assertThat(socket.view().get("timeout").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'calls': {}}",
                "{'calls': null}",
                "{'calls': [], 'stop_on_error': 'maybe'}",
                "[]"
            })
    void aRequestThatIsNoBatchIsRefusedWhole(String body) {
        assertThat(api.post("/batch", json(body))).isProblem(400, "invalid-argument");
    }

    @Test
    void tooManyCallsAreRefusedBeforeTheFirst() {
        String calls =
                IntStream.range(0, 10_001)
                        .mapToObj(i -> "{'call':'socket'}")
                        .collect(Collectors.joining(","));
        assertThat(batch(calls)).isInvalid("calls");
        assertThat(api.get("/sockets")).has("total", 0);
    }

    @Test
    void aWaitEndsWithItsOwnLimit() {
        ApiSocket quiet = api.pair().first();
        Answer answer =
                batch(
                        "{'call': 'recv', 'id': '%s', 'body': {'bufsize': 1, 'wait': 0.05}}"
                                .formatted(quiet.id()));
        assertStatuses(answer, 504);
        assertThat(answer).has("results/0/body/retry", true);
    }

    @Test
    void aCallOfItThatWaitsCanBeCancelled() {
        ApiSocket quiet = api.pair().first();
        CompletableFuture<Answer> waits =
                api.request("POST", "/batch")
                        .json(
                                json(
                                        "{'calls': [{'call': 'recv', 'id': '%s', 'body': {'bufsize': 1}}]}",
                                        quiet.id()))
                        .sendLater();
        quiet.untilWaiting("recv");
        assertThat(
                        api.delete(
                                "/operations/"
                                        + api.get("/operations?socket=" + quiet.id())
                                                .at("items/0/id")
                                                .asString()))
                .isDone();
        assertThat(waits.join()).has("results/0/body/kind", "cancelled");
    }

    @Test
    void eachOfItsCallsIsInTheLog() {
        ApiSocket socket = api.tcp();
        batch("{'call': 'listen', 'id': '%s'}".formatted(socket.id()));
        assertThat(api.get("/calls?socket=" + socket.id()).at("items").toString())
                .contains("listen");
    }

    @Test
    void manyBatchesAtOnceKeepTheOrderOfTheirStreams() {
        List<CompletableFuture<Void>> all =
                IntStream.range(0, 8)
                        .mapToObj(i -> CompletableFuture.runAsync(this::sendManyAndReceive))
                        .toList();
        all.forEach(CompletableFuture::join);
    }

    private void sendManyAndReceive() {
        Api.Pair pair = api.pair();
        String sends =
                IntStream.range(0, 200)
                        .mapToObj(
                                i ->
                                        "{'call':'send','id':'%s','body':{'text':'%04d'}}"
                                                .formatted(pair.first().id(), i))
                        .collect(Collectors.joining(","));
        String recv =
                "{'call':'recv','id':'%s','body':{'bufsize':800,'flags':'MSG_WAITALL','text':true}}"
                        .formatted(pair.second().id());
        String wanted =
                IntStream.range(0, 200).mapToObj("%04d"::formatted).collect(Collectors.joining());
        assertThat(batch(sends + "," + recv)).has("results/200/body/text", wanted);
    }

    /// Each is found by its name: what answers is the call itself, or why it cannot be one of many.
    @Test
    void everyCallThatThereIsIsReachedByItsName(@Autowired CallTable table) {
        for (CallDefinition call : table.all()) {
            JsonNode body =
                    batch(
                                    "{'call': '%s', 'id': 'x-1', 'body': {'wait': 0.01}}"
                                            .formatted(call.name()))
                            .at("results/0/body");
            boolean isNone = body.path("detail").asString("").contains("is no call that there is");
            assertThat(isNone).as(call.name()).isEqualTo(call.name().equals("batch"));
        }
    }

    private Answer batch(String calls) {
        Answer answer = api.post("/batch", json("{'calls': [" + calls.replace("%", "%%") + "]}"));
        return answer;
    }

    private static void assertStatuses(Answer answer, int... statuses) {
        assertThat(answer).isOk();
        assertThat(
                        answer.at("results")
                                .valueStream()
                                .mapToInt(result -> result.get("status").asInt())
                                .toArray())
                .as(answer.toString())
                .isEqualTo(statuses);
    }
}
