package org.socketconsole.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.socketconsole.testing.AnswerAssert.assertThat;
import static org.socketconsole.testing.Eventually.eventually;
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
import org.socketconsole.testing.RawConnection;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/// What `after` gives again, over HTTP.
class AfterApiTests extends ContractTests {

    @Test
    void aRepeatGivesTheSameBytesBeforeTheKernelIsAsked() {
        Api.Pair pair = api.connection();
        assertThat(pair.first().send("12345")).isOk();
        assertThat(after(pair.second(), 0)).hasData("12345").has("offset", 0);
        assertThat(pair.first().send("678")).isOk();
        assertThat(after(pair.second(), 0)).hasData("12345").has("offset", 0);
        assertThat(after(pair.second(), 3)).hasData("45").has("offset", 3);
        assertThat(after(pair.second(), 5)).hasData("678").has("offset", 5);
        assertThat(pair.second().view().get("bytes_received").asInt()).isEqualTo(8);
    }

    @Test
    void whatBareCallsTookIsGivenAgainInOneAnswerOfTheAskedSize() {
        Api.Pair pair = api.connection();
        assertThat(pair.first().send("12345678")).isOk();
        assertThat(pair.second().recv(3)).hasData("123");
        assertThat(pair.second().recv(3)).hasData("456");
        assertThat(after(pair.second(), 1)).hasData("23456").has("offset", 1);
        String part = json("{'bufsize': 4, 'after': 1}");
        assertThat(pair.second().post("recv", part)).hasData("2345").has("offset", 1);
        assertThat(pair.second().recv(3)).hasData("78").has("offset", 6);
    }

    @Test
    void rawAnswersAndQueriesRepeatToo() {
        Api.Pair pair = api.pair();
        assertThat(pair.first().send("12345")).isOk();
        assertThat(pair.second().recv(5)).isOk();
        Answer raw =
                api.request("POST", pair.second().path("recv?after=2"))
                        .accept("application/octet-stream")
                        .send();
        assertThat(raw).hasBody(Bytes.of("345")).hasHeader("Socket-Offset", "2");
    }

    @Test
    void aClientThatLeftWhileItsRecvWaitedLosesNothing() throws Exception {
        try (Connection connection = Connection.open(api)) {
            ApiSocket socket = connection.socket();
            String json = json("{'after': 0}");
            try (RawConnection client = new RawConnection(api)) {
                client.head(
                                "POST",
                                socket.path("recv"),
                                "Content-Type: application/json",
                                "Content-Length: " + json.length())
                        .write(json);
                socket.untilWaiting("recv");
                client.reset();
            }
            connection.send("lost answer");
            eventually().until(() -> socket.view().get("bytes_received").asInt() == 11);
            assertThat(after(socket, 0)).hasData("lost answer").has("offset", 0);
            connection.send(" and more");
            assertThat(after(socket, 11)).hasData(" and more");
        }
    }

    @Test
    void whatIsKeptIsGivenThoughAnotherCallWaitsForMore() {
        Api.Pair pair = api.pair();
        assertThat(pair.first().send("12345")).isOk();
        assertThat(after(pair.second(), 0)).hasData("12345");
        CompletableFuture<Answer> waiting = pair.second().postLater("recv", json("{'after': 5}"));
        pair.second().untilWaiting("recv");
        assertThat(after(pair.second(), 2)).hasData("345");
        assertThat(pair.first().send("6")).isOk();
        assertThat(waiting.join()).hasData("6").has("offset", 5);
    }

    @Test
    void eightThatAskAtOnceForTheSamePlaceGetTheSameBytes() {
        Api.Pair pair = api.connection();
        ApiSocket copy = api.socketOf(pair.second().post("dup").at("id").asString());
        List<CompletableFuture<Answer>> all =
                IntStream.range(0, 8)
                        .mapToObj(i -> i % 2 == 0 ? pair.second() : copy)
                        .map(socket -> socket.postLater("recv", json("{'after': 0}")))
                        .toList();
        pair.second().untilWaiting("recv", 4);
        copy.untilWaiting("recv", 4);
        assertThat(pair.first().send("once")).isOk();
        all.forEach(answer -> assertThat(answer.join()).hasData("once").has("offset", 0));
        assertThat(pair.second().view().get("bytes_received").asInt()).isEqualTo(4);
    }

    @Test
    void aDuplicateGivesAgainWhatAnotherDescriptorTook() {
        Api.Pair pair = api.pair();
        ApiSocket copy = api.socketOf(pair.second().post("dup").at("id").asString());
        assertThat(pair.first().send("12345")).isOk();
        assertThat(pair.second().recv(9)).hasData("12345");
        assertThat(after(copy, 2)).hasData("345").has("offset", 2);
    }

    @Test
    void whatIsBeyondTheStreamIsInvalid() {
        Api.Pair pair = api.pair();
        assertThat(pair.first().send("12345")).isOk();
        assertThat(after(pair.second(), 1)).isInvalid("after");
        assertThat(after(pair.second(), -1)).isInvalid("after");
        assertThat(pair.second().post("recv", json("{'bufsize': 0, 'after': 1}")))
                .isInvalid("after");
        assertThat(pair.second().get("received?from=1")).isInvalid("from");
        assertThat(pair.second().get("received")).isInvalid("from");
        assertThat(after(pair.second(), 0)).hasData("12345");
    }

    @ParameterizedTest
    @ValueSource(strings = {"MSG_OOB", "MSG_ERRQUEUE"})
    void whatIsReadApartHasNoPlace(String flag) {
        Api.Pair pair = api.connection();
        assertThat(pair.second().post("recv", json("{'after': 0, 'flags': '%s'}", flag)))
                .isInvalid("after");
    }

    @Test
    void whatIsForgottenIsGoneAndTheEarliestThatIsKeptIsTold() {
        Api.Pair pair = api.pair();
        assertThat(pair.first().send("12345")).isOk();
        assertThat(pair.second().recv(5)).isOk();
        assertThat(api.delete(pair.second().path("traffic"))).isDone();
        assertThat(after(pair.second(), 2)).isProblem(410, "not-found").has("earliest_offset", 5);
        assertThat(pair.first().send("678")).isOk();
        assertThat(pair.second().recv(3)).isOk();
        assertThat(after(pair.second(), 4)).isProblem(410, "not-found").has("earliest_offset", 5);
        assertThat(pair.second().get("received?from=4"))
                .isProblem(410, "not-found")
                .has("earliest_offset", 5);
        assertThat(after(pair.second(), 5)).hasData("678");
    }

    @Test
    void whatTcpDiscardedIsGone() {
        Api.Pair pair = api.connection();
        assertThat(pair.first().send("12345678")).isOk();
        assertThat(pair.second().recv(2)).hasData("12");
        assertThat(pair.second().recv(3, "MSG_TRUNC")).has("length", 3);
        assertThat(pair.second().recv(3)).hasData("678");
        assertThat(after(pair.second(), 0)).hasData("12");
        assertThat(after(pair.second(), 2)).isProblem(410, "not-found").has("earliest_offset", 5);
        assertThat(after(pair.second(), 5)).hasData("678");
        assertThat(pair.second().get("received?from=0"))
                .isProblem(410, "not-found")
                .has("earliest_offset", 5);
    }

    @Test
    void anUrgentByteThatWasReadApartIsNotAmongThem() {
        Api.Pair pair = api.connection();
        assertThat(pair.first().send("ab")).isOk();
        assertThat(pair.second().recv(2)).hasData("ab");
        assertThat(pair.first().post("send", json("{'text': '!', 'flags': 'MSG_OOB'}"))).isOk();
        assertThat(api.post("/select", json("{'except': ['%s']}", pair.second().id()))).isOk();
        assertThat(pair.second().recv(1, "MSG_OOB")).hasData("!");
        assertThat(pair.first().send("cd")).isOk();
        assertThat(pair.second().recv(2)).hasData("cd");
        assertThat(after(pair.second(), 0)).hasData("abcd");
        assertThat(after(pair.second(), 2)).hasData("cd");
    }

    @Test
    void theEndOfTheStreamIsTheEndAgain() {
        Api.Pair pair = api.connection();
        assertThat(pair.first().send("all")).isOk();
        assertThat(pair.first().close()).isDone();
        assertThat(after(pair.second(), 0)).hasData("all");
        assertThat(after(pair.second(), 3)).hasData("").has("offset", 3);
        assertThat(after(pair.second(), 3)).hasData("").has("offset", 3);
        assertThat(after(pair.second(), 0)).hasData("all");
    }

    @Test
    void waitingForAllGoesOnInTheKernelWhereWhatIsKeptEnds() {
        Api.Pair pair = api.connection();
        assertThat(pair.first().send("123")).isOk();
        assertThat(pair.second().recv(3)).hasData("123");
        String all = json("{'after': 1, 'bufsize': 5, 'flags': 'MSG_WAITALL'}");
        CompletableFuture<Answer> waiting = pair.second().postLater("recv", all);
        pair.second().untilWaiting("recv");
        assertThat(pair.first().send("456789")).isOk();
        assertThat(waiting.join()).hasData("23456").has("offset", 1);
        assertThat(pair.second().post("recv", all)).hasData("23456").has("offset", 1);
        String peek = json("{'after': 1, 'bufsize': 9, 'flags': 'MSG_WAITALL|MSG_PEEK'}");
        assertThat(pair.second().post("recv", peek)).hasData("23456");
    }

    @Test
    void aSocketThatDoesNotBlockRepeatsWhatIsKeptAndIsThenAsTheKernelHasIt() {
        Api.Pair pair = api.pair();
        ApiSocket receiver = pair.second().nonBlocking();
        assertThat(after(receiver, 0)).isProblem(409, "socket-error", "EAGAIN");
        assertThat(pair.first().send("12345")).isOk();
        assertThat(after(receiver, 0)).hasData("12345");
        assertThat(after(receiver, 0)).hasData("12345");
        assertThat(after(receiver, 5)).isProblem(409, "socket-error", "EAGAIN");
    }

    @Test
    void messagesAreCountedAndGivenAgainOneByOneWithTheirSource() {
        ApiSocket receiver = api.udp().bound();
        ApiSocket sender = api.udp().bound();
        for (String text : List.of("one", "", "three")) {
            assertThat(sender.sendto(text, receiver.localAddress())).isOk();
            assertThat(receiver.recv(9)).hasData(text);
        }
        assertThat(after(receiver, 0)).hasData("one").has("offset", 0);
        assertThat(after(receiver, 1)).hasData("").has("offset", 1);
        assertThat(receiver.post("recvfrom", json("{'after': 2}")))
                .hasData("three")
                .has("offset", 2)
                .has("address/port", sender.port());
        assertThat(receiver.post("recv", json("{'after': 2, 'bufsize': 2}")))
                .hasData("th")
                .has("length", 5)
                .has("msg_flags", "MSG_TRUNC");
        assertThat(after(receiver, 4)).isInvalid("after");
        assertThat(receiver.get("received?from=0")).hasBody(Bytes.of("onethree"));
        assertThat(sender.sendto("four", receiver.localAddress())).isOk();
        assertThat(after(receiver, 3)).hasData("four").has("offset", 3);
    }

    @Test
    void aMessageThatWasCutIsGivenAgainAsItWasTaken() {
        ApiSocket receiver = api.udp().bound();
        assertThat(api.udp().sendto("0123456789", receiver.localAddress())).isOk();
        assertThat(receiver.recv(4)).hasData("0123");
        assertThat(after(receiver, 0))
                .hasData("0123")
                .has("length", 10)
                .has("msg_flags", "MSG_TRUNC");
    }

    @Test
    void keptBytesCanBeReadFromAnyPlace() {
        Api.Pair pair = api.connection();
        byte[] bytes = Bytes.noise(200_000);
        CompletableFuture<Answer> sending =
                pair.first().postLater("sendall", json("{'data': '%s'}", base64(bytes)));
        for (int size = 0; size < bytes.length; ) {
            size += pair.second().recv(30_000).at("size").asInt();
        }
        assertThat(sending.join()).isDone();
        Answer all = pair.second().get("received?from=0");
        assertThat(all.contentType()).isEqualTo("application/octet-stream");
        assertThat(all).isOk().hasBody(bytes);
        byte[] rest = Arrays.copyOfRange(bytes, 77_777, bytes.length);
        assertThat(pair.second().get("received?from=77777")).isOk().hasBody(rest);
        assertThat(pair.second().get("received?from=200000")).isOk().hasBody(new byte[0]);
        assertThat(pair.first().get("received?from=0")).isOk().hasBody(new byte[0]);
    }

    private static Answer after(ApiSocket socket, int offset) {
        return socket.post("recv", json("{'after': %d}", offset));
    }
}
