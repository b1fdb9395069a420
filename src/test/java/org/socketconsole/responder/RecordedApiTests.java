package org.socketconsole.responder;

import static org.socketconsole.testing.AnswerAssert.assertThat;
import static org.socketconsole.testing.Eventually.eventually;
import static org.socketconsole.testing.Json.json;

import org.junit.jupiter.api.Test;
import org.socketconsole.testing.Answer;
import org.socketconsole.testing.Api.Pair;
import org.socketconsole.testing.ApiSocket;
import org.socketconsole.testing.ContractTests;

class RecordedApiTests extends ContractTests {

    private Answer put(ApiSocket socket, String recorded) {
        return socket.put("responder", json("{'reply': 'recorded', 'recorded': %s}", recorded));
    }

    /// A client that was greeted, asked twice and was answered.
    private ApiSocket recorded() {
        Pair pair = api.pair();
        says(pair.second(), pair.first(), "220 hello\n");
        says(pair.first(), pair.second(), "one ");
        says(pair.first(), pair.second(), "two\n");
        says(pair.second(), pair.first(), "250 ");
        says(pair.second(), pair.first(), "ok\n");
        says(pair.first(), pair.second(), "quit\n");
        says(pair.second(), pair.first(), "221\n");
        return pair.first();
    }

    private static void says(ApiSocket from, ApiSocket to, String text) {
        assertThat(from.send(text)).isOk();
        assertThat(to.recv(100)).hasData(text);
    }

    private ApiSocket server(ApiSocket recorded) {
        ApiSocket listener = api.listener();
        assertThat(put(listener, "\"" + recorded.id() + "\"")).isOk();
        return listener;
    }

    @Test
    void aConversationIsGivenBackTurnByTurn() throws Exception {
        try (Talk talk = Talk.with(server(recorded()))) {
            talk.hears("220 hello\n").says("one two\n").hears("250 ok\n");
            talk.says("qu").says("it\n").hears("221\n");
        }
    }

    @Test
    void howManyTurnsItHasIsTold() {
        assertThat(server(recorded()).get("responder")).has("turns", 3);
    }

    @Test
    void turnsGoByBytes() throws Exception {
        try (Talk talk = Talk.with(server(recorded()))) {
            talk.says("one two\nquit\n").hears("220 hello\n250 ok\n221\n").ends().hearsTheEnd();
        }
    }

    @Test
    void whatComesOtherwiseIsUnmatchedAndTheConnectionIsClosed() throws Exception {
        ApiSocket listener = server(recorded());
        try (Talk talk = Talk.with(listener)) {
            talk.hears("220 hello\n").says("one too\n").hearsTheEnd();
            eventually()
                    .until(() -> listener.get("responder").at("unmatched").asInt(), n -> n == 1);
        }
    }

    @Test
    void aClosedSocketsConversationServesWhileItIsKept() throws Exception {
        ApiSocket recorded = recorded();
        recorded.close();
        try (Talk talk = Talk.with(server(recorded))) {
            talk.hears("220 hello\n");
        }
    }

    @Test
    void eachSenderOfDatagramsHasTheConversationForItselfAndAgain() {
        ApiSocket client = api.udp().bound();
        ApiSocket other = api.udp().bound();
        ApiSocket server = api.udp().bound();
        exchange(client, server, "who?", "me");
        exchange(client, server, "what?", "that");
        ApiSocket mock = api.udp().bound();
        assertThat(put(mock, "\"" + client.id() + "\"")).isOk();
        for (int again = 0; again < 2; again++) {
            assertAnswered(client, mock, "who?", "me");
            assertAnswered(other, mock, "who?", "me");
            assertAnswered(other, mock, "what?", "that");
            assertAnswered(client, mock, "what?", "that");
        }
    }

    @Test
    void aDatagramThatWasNotSentThenBeginsTheConversationAnew() {
        ApiSocket client = api.udp().bound();
        ApiSocket server = api.udp().bound();
        exchange(client, server, "who?", "me");
        exchange(client, server, "what?", "that");
        ApiSocket mock = api.udp().bound();
        assertThat(put(mock, "\"" + client.id() + "\"")).isOk();
        assertAnswered(client, mock, "who?", "me");
        client.sendto("other", mock.localAddress());
        assertAnswered(client, mock, "who?", "me");
        assertThat(mock.get("responder")).has("unmatched", 1);
    }

    private static void exchange(ApiSocket client, ApiSocket server, String said, String answer) {
        client.sendto(said, server.localAddress());
        server.recv(100);
        server.sendto(answer, client.localAddress());
        assertThat(client.recv(100)).hasData(answer);
    }

    private static void assertAnswered(
            ApiSocket client, ApiSocket mock, String said, String answer) {
        client.sendto(said, mock.localAddress());
        assertThat(client.recv(100)).hasData(answer);
    }

    @Test
    void aConversationOfWhichBytesWereDiscardedIsNotGivenBack() {
        Pair pair = api.connection();
        pair.first().send("abcdef");
        assertThat(pair.second().post("recv", "{\"bufsize\": 3, \"flags\": \"MSG_TRUNC\"}")).isOk();
        assertThat(put(api.listener(), "\"" + pair.second().id() + "\"")).isInvalid("recorded");
    }

    @Test
    void anUnknownIdIsNotFound() {
        assertThat(put(api.listener(), "\"s-123456789\"")).isProblem(404, "not-found");
        assertThat(put(api.listener(), json("{'recording': 'r-1', 'socket': 's-1'}")))
                .isProblem(404, "not-found");
        assertThat(put(api.listener(), json("{'recording': 'r-1'}"))).isInvalid("recorded.socket");
        assertThat(put(api.listener(), "7")).isInvalid("recorded");
    }
}
