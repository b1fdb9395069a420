package org.socketconsole.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.socketconsole.testing.AnswerAssert.assertThat;
import static org.socketconsole.testing.Eventually.eventually;
import static org.socketconsole.testing.Json.json;

import org.junit.jupiter.api.Test;
import org.socketconsole.testing.Api;
import org.socketconsole.testing.Api.Pair;
import org.socketconsole.testing.ApiSocket;
import org.socketconsole.testing.ContractTests;
import org.socketconsole.testing.Peers;

import tools.jackson.databind.JsonNode;

import java.net.Socket;

class QueuesApiTests extends ContractTests {

    private static JsonNode fact(ApiSocket socket, String member) {
        return socket.view().get(member);
    }

    private static void untilIs(ApiSocket socket, String member, Object value) {
        eventually().until(() -> fact(socket, member).asString("null"), value.toString()::equals);
    }

    @Test
    void unreadBytesAreToldAndNotTaken() {
        Pair pair = api.connection();
        assertThat(fact(pair.first(), "unread").asInt(-1)).isZero();
        pair.second().send("hello");
        untilIs(pair.first(), "unread", 5);
        assertThat(pair.first().recv(2)).hasData("he");
        assertThat(fact(pair.first(), "unread").asInt()).isEqualTo(3);
        assertThat(pair.first().recv(100)).hasData("llo");
    }

    @Test
    void ofDatagramsTheFirstIsTold() {
        ApiSocket server = api.udp().bound();
        api.udp().sendto("four", server.localAddress());
        api.udp().sendto("more", server.localAddress());
        untilIs(server, "unread", 4);
    }

    @Test
    void connectionsThatWaitAreToldWithHowManyMay() {
        ApiSocket listener = api.tcp().bound();
        assertThat(fact(listener, "unaccepted").isNull()).isTrue();
        listener.post("listen", json("{'backlog': 7}"));
        assertThat(fact(listener, "unread").isNull()).isTrue();
        assertThat(fact(listener, "backlog").asInt()).isEqualTo(7);
        assertThat(fact(listener, "unaccepted").asInt(-1)).isZero();
        api.tcp().connected(listener.port());
        api.tcp().connected(listener.port());
        untilIs(listener, "unaccepted", 2);
        listener.accepted();
        untilIs(listener, "unaccepted", 1);
    }

    @Test
    void aUnixListenerTellsTheSame() {
        ApiSocket listener = api.unix("SOCK_STREAM");
        listener.bind("{\"path\": \"\"}");
        listener.post("listen", json("{'backlog': 7}"));
        assertThat(fact(listener, "unaccepted").asInt(-1)).isZero();
        assertThat(fact(listener, "backlog").asInt()).isEqualTo(7);
        for (int i = 0; i < 3; i++) {
            assertThat(api.unix("SOCK_STREAM").connect(listener.localAddress().toString()))
                    .isDone();
        }
        untilIs(listener, "unaccepted", 3);
        listener.post("accept");
        untilIs(listener, "unaccepted", 2);
    }

    @Test
    void aPeerThatClosedIsTold() throws Exception {
        ApiSocket listener = api.listener();
        try (Socket peer = Peers.connectTo(listener)) {
            ApiSocket accepted = listener.accepted();
            assertThat(fact(accepted, "peer_ended").isNull()).isTrue();
            peer.getOutputStream().write(1);
            peer.shutdownOutput();
            untilIs(accepted, "peer_ended", "closed");
            assertThat(accepted.recv(10)).has("size", 1);
            assertThat(fact(accepted, "peer_ended").asString()).isEqualTo("closed");
        }
    }

    @Test
    void aPeerThatBrokeOffIsToldAlsoWhenTheErrorHasBeenRead() throws Exception {
        ApiSocket listener = api.listener();
        Socket peer = Peers.connectTo(listener);
        ApiSocket accepted = listener.accepted();
        Peers.reset(peer);
        untilIs(accepted, "peer_ended", "reset");
        assertThat(accepted.recv(10)).isProblem(502, "socket-error", "ECONNRESET");
        assertThat(fact(accepted, "peer_ended").asString()).isEqualTo("reset");
    }

    @Test
    void theOwnShutdownIsNotThePeers() {
        Pair pair = api.connection();
        pair.first().post("shutdown", json("{'how': 'SHUT_RD'}"));
        assertThat(fact(pair.first(), "peer_ended").isNull()).isTrue();
    }

    @Test
    void aRefusedConnectIsNoPeersEnd() {
        ApiSocket client = api.tcp();
        client.connect(Peers.closedPort());
        assertThat(fact(client, "peer_ended").isNull()).isTrue();
        assertThat(fact(api.tcp(), "peer_ended").isNull()).isTrue();
    }

    @Test
    void aUnixPeersEndIsToldOfEachType() {
        for (String type : new String[] {"SOCK_STREAM", "SOCK_SEQPACKET"}) {
            Pair pair = api.pair(json("{'type': '%s'}", type));
            assertThat(fact(pair.first(), "peer_ended").isNull()).isTrue();
            pair.second().close();
            untilIs(pair.first(), "peer_ended", "closed");
        }
    }

    @Test
    void whatThePeerDoesIsAnEventThoughNobodyCalls() throws Exception {
        Pair pair = api.connection();
        Api.Request events = api.request("GET", "/sockets/" + pair.first().id());
        long before = calls(pair.first());
        pair.second().send("x");
        eventually().until(() -> events.send().at("unread").asInt(0), unread -> unread == 1);
        assertThat(calls(pair.first())).isEqualTo(before);
    }

    private long calls(ApiSocket socket) {
        return api.get("/calls?socket=" + socket.id()).at("total").asLong();
    }

    @Test
    void aClosedSocketHasNothingThatWaits() {
        Pair pair = api.connection();
        pair.second().send("x");
        pair.first().close();
        JsonNode closed =
                api.get("/sockets?state=CLOSED&q=" + pair.first().id()).at("items").get(0);
        assertThat(closed.get("unread").isNull()).isTrue();
    }
}
