package org.socketconsole.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.socketconsole.testing.AnswerAssert.assertThat;
import static org.socketconsole.testing.Eventually.eventually;
import static org.socketconsole.testing.Json.base64;
import static org.socketconsole.testing.Json.json;

import org.junit.jupiter.api.Test;
import org.socketconsole.testing.Answer;
import org.socketconsole.testing.Api;
import org.socketconsole.testing.ApiSocket;
import org.socketconsole.testing.ContractTests;

import tools.jackson.databind.JsonNode;

import java.util.concurrent.CompletableFuture;

class OperationApiTests extends ContractTests {

    private static final int LARGE = 8 * 1024 * 1024;

    @Test
    void aCallThatWaitsIsListedWithItsSocketAndTimeout() {
        ApiSocket socket = api.pair().first().within(7);
        CompletableFuture<Answer> waiting = socket.postLater("recv", json("{'bufsize': 9}"));
        Answer list = listed(socket, 1);
        assertThat(list)
                .has("total", 1)
                .has("items/0/call", "recv")
                .has("items/0/socket_id", socket.id())
                .has("items/0/timeout", 7.0)
                .has("items/0/progress", 0);
        assertThat(list.at("items/0/started_at").asString()).startsWith("20");
        assertThat(cancel(list.at("items/0"))).isDone();
        waiting.join();
    }

    @Test
    void aCancelledCallGivesEcanceledAndItsSocketLives() {
        Api.Pair pair = api.pair();
        CompletableFuture<Answer> waiting = pair.first().postLater("recv", json("{'bufsize': 9}"));
        assertThat(cancel(listed(pair.first(), 1).at("items/0"))).isDone();
        assertThat(waiting.join()).isProblem(409, "cancelled", "ECANCELED").has("errno", 125);
        assertThat(pair.second().send("still here")).isOk();
        assertThat(pair.first().recv(20)).hasData("still here");
    }

    @Test
    void ofTwoThatQueueTheSecondCanBeCancelledAlone() {
        Api.Pair pair = api.pair();
        CompletableFuture<Answer> first = pair.first().postLater("recv", json("{'bufsize': 9}"));
        listed(pair.first(), 1);
        CompletableFuture<Answer> second = pair.first().postLater("recv", json("{'bufsize': 9}"));
        assertThat(cancel(listed(pair.first(), 2).at("items/1"))).isDone();
        assertThat(second.join()).isProblem(409, "cancelled", "ECANCELED");
        assertThat(pair.second().send("x")).isOk();
        assertThat(first.join()).hasData("x");
    }

    @Test
    void aSendallThatIsCancelledSaysHowMuchHadGone() {
        Api.Pair pair = api.pair();
        CompletableFuture<Answer> waiting =
                pair.first()
                        .postLater(
                                "sendall",
                                json("{'data': '%s'}".formatted(base64(new byte[LARGE]))));
        JsonNode operation = listed(pair.first(), 1).at("items/0");
        assertThat(operation.get("progress").asInt()).isBetween(1, LARGE - 1);
        assertThat(cancel(operation)).isDone();
        Answer answer = waiting.join();
        assertThat(answer).isProblem(409, "cancelled", "ECANCELED");
        assertThat(answer.at("sent").asInt()).isBetween(1, LARGE - 1);
    }

    @Test
    void acceptAndSelectCanBeCancelled() {
        ApiSocket listener = api.tcp().bound();
        assertThat(listener.post("listen")).isDone();
        CompletableFuture<Answer> accept = listener.postLater("accept", "{}");
        assertThat(cancel(listed(listener, 1).at("items/0"))).isDone();
        assertThat(accept.join()).isProblem(409, "cancelled", "ECANCELED");

        String interests =
                json("{'read': ['%s'], 'write': [], 'except': []}".formatted(listener.id()));
        CompletableFuture<Answer> select =
                api.request("POST", "/select").json(interests).sendLater();
        JsonNode operation = awaitOperation("select");
        assertThat(cancel(operation)).isDone();
        assertThat(select.join()).isProblem(409, "cancelled", "ECANCELED");
    }

    @Test
    void aReadOfAFileIsListedUnderItsSocket() {
        Api.Pair pair = api.pair();
        String file = pair.first().post("makefile", json("{'mode': 'rb'}")).at("id").asString();
        CompletableFuture<Answer> waiting =
                api.request("POST", "/files/" + file + "/read").json("{}").sendLater();
        assertThat(cancel(listed(pair.first(), 1).at("items/0"))).isDone();
        assertThat(waiting.join())
                .isProblem(409, "cancelled", "ECANCELED")
                .has("socket_id", pair.first().id());
        assertThat(api.delete("/files/" + file)).isDone();
    }

    @Test
    void whatHasEndedOrNeverWasCannotBeCancelled() {
        Api.Pair pair = api.pair();
        CompletableFuture<Answer> waiting = pair.first().postLater("recv", json("{'bufsize': 9}"));
        JsonNode operation = listed(pair.first(), 1).at("items/0");
        assertThat(cancel(operation)).isDone();
        waiting.join();
        assertThat(cancel(operation)).isProblem(404, "not-found");
        assertThat(api.delete("/operations/o-0")).isProblem(404, "not-found");
        assertThat(api.delete("/operations/nonsense")).isProblem(404, "not-found");
        assertThat(api.delete("/operations/o-01")).isProblem(404, "not-found");
        assertThat(api.get("/files/f-01")).isProblem(404, "not-found");
    }

    private Answer cancel(JsonNode operation) {
        return api.delete("/operations/" + operation.get("id").asString());
    }

    /// The list of a socket, once it has so many items and the first of them has begun to wait.
    private Answer listed(ApiSocket socket, int count) {
        return eventually()
                .until(
                        () -> api.get("/operations?socket=" + socket.id()),
                        list -> list.at("total").asInt() == count);
    }

    private JsonNode awaitOperation(String call) {
        return eventually()
                .until(
                        () -> api.get("/operations").at("items/0"),
                        operation -> operation.path("call").asString("").equals(call));
    }
}
