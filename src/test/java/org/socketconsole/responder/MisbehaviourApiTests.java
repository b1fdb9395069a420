package org.socketconsole.responder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.socketconsole.testing.AnswerAssert.assertThat;
import static org.socketconsole.testing.Eventually.eventually;
import static org.socketconsole.testing.Json.json;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.socketconsole.testing.ApiSocket;
import org.socketconsole.testing.ContractTests;
import org.socketconsole.testing.Peers;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/// What goes wrong on purpose, each choice as a peer of the JDK sees it.
class MisbehaviourApiTests extends ContractTests {

    private static final int MANY = 8;
    private static final int MUCH = 64 * 1024 * 1024;
    private static final int SHORT_MILLIS = 300;

    private final List<Socket> peers = new ArrayList<>();

    @AfterEach
    void leave() throws IOException {
        for (Socket peer : peers) {
            peer.close();
        }
    }

    @Test
    void aLateAnswerComesAfterItsTimeAndNotBefore() throws Exception {
        try (Talk talk = rule("'delay': 0.3, 'reply': {'text': 'late'}")) {
            long start = System.nanoTime();
            talk.says("x\n").hears("late");
            assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(300_000_000);
        }
    }

    @Test
    void anAnswerInPiecesTakesItsTimeBetweenThemAndIsWhole() throws Exception {
        try (Talk talk = rule("'chunk_size': 1, 'chunk_delay': 0.1, 'reply': {'text': 'abcd'}")) {
            long start = System.nanoTime();
            talk.says("x\n").hears("abc");
            assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(200_000_000);
            talk.hears("d");
        }
    }

    @Test
    void halfAnAnswerAndTheEnd() throws Exception {
        try (Talk talk = rule("'reply': {'text': 'half'}, 'then': 'close'")) {
            assertThat(talk.says("x\n").heardAll()).isEqualTo("half");
        }
    }

    @Test
    void halfAnAnswerAndTheEndOfThatHalfAlone() throws Exception {
        ApiSocket listener = listener("{'reply': {'text': 'half'}, 'then': 'shutdown'}");
        try (Talk talk = Talk.with(listener)) {
            assertThat(talk.says("x\n").heardAll()).isEqualTo("half");
            talk.says("more\n");
            eventually().until(() -> does(listener, "received") == 7);
        }
    }

    @Test
    void halfAnAnswerAndAReset() throws Exception {
        try (Talk talk = rule("'reply': {'text': 'half'}, 'then': 'reset'")) {
            talk.says("x\n").hears("half");
            assertThatThrownBy(talk::heardAll)
                    .isInstanceOf(SocketException.class)
                    .hasMessageContaining("reset");
        }
    }

    /// What would have come of the first message came before that of the second.
    @Test
    void noAnswerEverOnAConnectionThatStays() throws Exception {
        ApiSocket listener = listener("{'match': {'text': 'x'}}, {'reply': {'text': 'next'}}");
        try (Talk talk = Talk.with(listener)) {
            talk.says("x\n");
            eventually().until(() -> does(listener, "received") == 2);
            talk.says("y\n").hears("next");
            assertThat(does(listener, "unmatched")).isZero();
        }
    }

    @Test
    void aPortThatIsClosedRefuses() {
        ApiSocket listener = api.listener();
        int port = listener.port();
        assertThat(listener.close()).isDone();
        assertThatThrownBy(() -> Talk.with(port).close()).isInstanceOf(ConnectException.class);
    }

    @Test
    void connectionsThatNobodyTakesFillTheBacklogAndThenWait() {
        ApiSocket listener = api.tcp().bound();
        assertThat(listener.post("listen", json("{'backlog': 1}"))).isDone();
        put(listener, "{'accept': false, 'reply': 'echo'}");
        assertThatThrownBy(() -> connectMany(listener.port()))
                .isInstanceOf(SocketTimeoutException.class);
        assertThat(peers).as("those that have a place").hasSizeGreaterThan(1);
        assertThat(does(listener, "accepted")).isZero();
    }

    private void connectMany(int port) throws IOException {
        for (int i = 0; i < MANY; i++) {
            Socket peer = new Socket();
            peers.add(peer);
            peer.connect(Peers.at(port), SHORT_MILLIS);
        }
    }

    @Test
    void whereNobodyReadsThePeerCanSendNoMoreAndHearsNothing() throws Exception {
        ApiSocket listener = api.listener();
        put(listener, "{'receive': false, 'reply': 'echo'}");
        try (SocketChannel peer = SocketChannel.open(Peers.at(listener.port()))) {
            eventually().until(() -> does(listener, "open") == 1);
            peer.configureBlocking(false);
            ByteBuffer much = ByteBuffer.allocate(MUCH);
            eventually().until(() -> peer.write(much) == 0);
            assertThat(much.hasRemaining()).isTrue();
            assertThat(does(listener, "received")).isZero();
            assertThat(peer.read(ByteBuffer.allocate(1))).isZero();
        }
    }

    private Talk rule(String members) throws IOException {
        return Talk.with(listener("{" + members + "}"));
    }

    private ApiSocket listener(String rules) {
        ApiSocket listener = api.listener();
        put(listener, "{'reply': 'rules', 'framing': 'line', 'rules': [" + rules + "]}");
        return listener;
    }

    private void put(ApiSocket listener, String behaviour) {
        assertThat(listener.put("responder", json(behaviour))).isOk();
    }

    private static int does(ApiSocket listener, String counter) {
        return listener.get("responder").at(counter).asInt();
    }
}
