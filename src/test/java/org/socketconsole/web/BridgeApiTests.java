package org.socketconsole.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.socketconsole.testing.AnswerAssert.assertThat;
import static org.socketconsole.testing.Eventually.eventually;
import static org.socketconsole.testing.Json.json;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.socketconsole.testing.Answer;
import org.socketconsole.testing.Api;
import org.socketconsole.testing.ApiSocket;
import org.socketconsole.testing.Bytes;
import org.socketconsole.testing.ContractTests;
import org.socketconsole.testing.Peers;
import org.socketconsole.testing.Peers.EchoServer;
import org.socketconsole.testing.RawConnection;
import org.socketconsole.testing.WebSocketClient;

import tools.jackson.databind.JsonNode;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.stream.StreamSupport;

/// The WebSocket whose binary frames are a socket's bytes.
class BridgeApiTests extends ContractTests {

    private static final String SHUT_WR = json("{'shutdown': 'SHUT_WR'}");
    private static final String EOF = "{\"eof\": true}";
    private static final int MUCH = 32 * 1024 * 1024;

    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void leave() {
        client.shutdownNow();
    }

    @Test
    void bytesAreTheSameBothWaysWhateverTheSizesOfFrames() throws Exception {
        byte[] bytes = Bytes.noise(8 * 1024 * 1024);
        try (EchoServer echo = new EchoServer()) {
            Page page = page(api.tcp().connected(echo.port()));
            Random sizes = new Random(7);
            for (int start = 0; start < bytes.length; ) {
                int size = sizes.nextInt(sizes.nextBoolean() ? 300 : 900_000);
                int end = Math.min(bytes.length, start + size);
                page.send(Arrays.copyOfRange(bytes, start, end));
                start = end;
            }
            page.say(SHUT_WR);
            page.hears(EOF);
            page.isClosed(1000, "");
            assertThat(page.received()).isEqualTo(bytes);
        }
    }

    @Test
    void theEndOfThePeerLeavesTheOtherHalfOpen() {
        Api.Pair pair = api.pair();
        Page page = page(pair.first());
        assertThat(pair.second().post("shutdown", json("{'how': 'SHUT_WR'}"))).isDone();
        page.hears(EOF);
        page.send(Bytes.of("still here"));
        assertThat(pair.second().recv(20)).isOk().hasData("still here");
        page.say(SHUT_WR);
        assertThat(pair.second().recv(20)).isOk().hasData("");
        page.isClosed(1000, "");
    }

    @Test
    void theEndOfTheClientLeavesTheOtherHalfOpen() {
        Api.Pair pair = api.pair();
        Page page = page(pair.first());
        page.say(SHUT_WR);
        assertThat(pair.second().recv(20)).isOk().hasData("");
        assertThat(pair.second().send("still here")).isOk();
        page.receives("still here");
        pair.second().close();
        page.hears(EOF);
        page.isClosed(1000, "");
    }

    @Test
    void aPageThatReadsSlowlyHoldsThePeerBack() throws Exception {
        byte[] bytes = Bytes.noise(MUCH);
        ApiSocket listener = api.listener();
        try (Socket peer = Peers.connectTo(listener)) {
            ApiSocket socket = listener.accepted();
            Page page = new Page(0);
            page.open(socket, "Authorization", "Bearer " + Api.TOKEN);
            var writing = writing(peer, bytes);
            assertThat(socket.stalledAt("bytes_received")).isLessThan(MUCH / 2);
            assertThat(writing).isNotDone();
            page.reads();
            page.hears(EOF);
            assertThat(page.received()).isEqualTo(bytes);
        }
    }

    @Test
    void aPeerThatReadsSlowlyHoldsThePageBack() throws Exception {
        byte[] bytes = Bytes.noise(MUCH);
        ApiSocket listener = api.listener();
        try (Socket peer = Peers.connectTo(listener)) {
            ApiSocket socket = listener.accepted();
            Page page = page(socket);
            var sending = CompletableFuture.runAsync(() -> page.send(bytes));
            assertThat(socket.stalledAt("bytes_sent")).isLessThan(MUCH / 2);
            assertThat(sending).isNotDone();
            assertThat(peer.getInputStream().readNBytes(MUCH)).isEqualTo(bytes);
            sending.join();
        }
    }

    private static CompletableFuture<Void> writing(Socket peer, byte[] bytes) {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        peer.getOutputStream().write(bytes);
                        peer.shutdownOutput();
                    } catch (IOException closed) {
                        throw new IllegalStateException(closed);
                    }
                });
    }

    @Test
    void aResetIsToldWithItsErrno() throws Exception {
        ApiSocket listener = api.listener();
        Socket peer = Peers.connectTo(listener);
        ApiSocket socket = listener.accepted();
        Page page = page(socket);
        socket.untilWaiting("receive_stream");
        Peers.reset(peer);
        page.isClosed(1011, "104 ECONNRESET: Connection reset by peer");
        isOver(socket);
    }

    @Test
    void theCloseOfTheSocketEndsIt() {
        ApiSocket socket = api.pair().first();
        Page page = page(socket);
        socket.untilWaiting("receive_stream");
        socket.untilWaiting("send_stream");
        assertThat(socket.close()).isDone();
        page.isClosed(1011, "9 EBADF: Bad file descriptor");
        isOver(socket);
    }

    @Test
    void aCancelOfOneDirectionEndsIt() {
        ApiSocket socket = api.pair().first();
        Page page = page(socket);
        socket.untilWaiting("send_stream");
        String id = api.get("/operations?socket=" + socket.id()).at("items/0/id").asString();
        assertThat(api.delete("/operations/" + id)).isDone();
        page.isClosed(1011, "125 ECANCELED: Operation canceled");
        isOver(socket);
    }

    @Test
    void aPageThatLeavesEndsItsCallsAndLeavesTheSocketOpen() {
        Api.Pair pair = api.pair();
        Page leaving = page(pair.first());
        pair.first().untilWaiting("receive_stream");
        leaving.socket().abort();
        isOver(pair.first());
        Page closing = page(pair.first());
        pair.first().untilWaiting("receive_stream");
        closing.socket().sendClose(1000, "").join();
        isOver(pair.first());
        assertThat(pair.second().send("next")).isOk();
        assertThat(pair.first().recv(10)).isOk().hasData("next");
    }

    private static void isOver(ApiSocket socket) {
        socket.untilWaiting("receive_stream", 0);
        socket.untilWaiting("send_stream", 0);
    }

    @Test
    void twoAtOnceOnOneSocketKeepTheOrderOfItsBytes() throws Exception {
        ApiSocket listener = api.listener();
        try (Socket peer = Peers.connectTo(listener)) {
            ApiSocket socket = listener.accepted();
            List<Page> pages = List.of(page(socket), page(socket));
            byte[] half = Bytes.noise(1_000_000);
            var sending =
                    pages.stream()
                            .map(page -> CompletableFuture.runAsync(() -> page.send(half)))
                            .toList();
            byte[] sent = peer.getInputStream().readNBytes(2 * half.length);
            sending.forEach(CompletableFuture::join);
            assertThat(bytesOf(socket, "sent")).isEqualTo(sent);
            peer.getOutputStream().write(sent);
            peer.shutdownOutput();
            pages.forEach(page -> page.hears(EOF));
            assertThat(bytesOf(socket, "received")).isEqualTo(sent);
            assertThat(pages.stream().mapToInt(page -> page.received().length).sum())
                    .isEqualTo(sent.length);
        }
    }

    /// Of its traffic, each chunk where its offset says.
    private byte[] bytesOf(ApiSocket socket, String direction) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        StreamSupport.stream(
                        socket.get("traffic?limit=10000&direction=" + direction)
                                .at("items")
                                .spliterator(),
                        false)
                .sorted(Comparator.comparing((JsonNode chunk) -> chunk.get("offset").asLong()))
                .forEach(
                        chunk -> {
                            assertThat(chunk.get("offset").asLong()).isEqualTo(all.size());
                            all.writeBytes(
                                    api.get("/traffic/" + chunk.get("seq").asLong() + "/data")
                                            .body());
                        });
        return all.toByteArray();
    }

    @Test
    void theFirstFrameWillDoForAToken() {
        Api.Pair pair = api.pair();
        Page page = new Page(Long.MAX_VALUE).open(pair.first());
        page.say(json("{'token': '%s'}", Api.TOKEN));
        assertThat(pair.second().send("hello")).isOk();
        page.receives("hello");
        assertThat(page.unread()).isEmpty();
    }

    @Test
    void aWrongTokenEndsItBeforeAnythingIsCalled() {
        ApiSocket socket = api.pair().first();
        Page page = new Page(Long.MAX_VALUE).open(socket);
        page.say(json("{'token': 'wrong'}"));
        page.isClosed(1008, "no token");
        isOver(socket);
    }

    @Test
    void bytesAreNoToken() {
        Page page = new Page(Long.MAX_VALUE).open(api.pair().first());
        page.send(Bytes.of(Api.TOKEN));
        page.isClosed(1008, "no bytes are taken");
    }

    @Test
    void whoShowsNoTokenIsNotWaitedForLong() {
        Page page = new Page(Long.MAX_VALUE).open(api.pair().first());
        page.isClosed(1008, "no token");
    }

    @Test
    void aPageOfAnotherOriginIsRefused() {
        ApiSocket socket = api.pair().first();
        assertThatThrownBy(() -> new Page(1).open(socket, "Origin", "https://elsewhere.test"))
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        WebSocketHandshakeException.class,
                        refused -> assertThat(refused.getResponse().statusCode()).isEqualTo(403));
    }

    @Test
    void aPageOfAnOriginThatIsAllowedIsServed() {
        Api.Pair pair = api.pair();
        Page page = new Page(Long.MAX_VALUE).open(pair.first(), "Origin", ALLOWED_ORIGIN);
        page.say(json("{'token': '%s'}", Api.TOKEN));
        page.send(Bytes.of("hello"));
        assertThat(pair.second().recv(10)).isOk().hasData("hello");
    }

    @Test
    void aSocketThatIsNoneIsAProblemBeforeTheUpgrade() throws IOException {
        ApiSocket closed = api.tcp();
        closed.close();
        assertThat(upgradeOf(api.socketOf("s-987654"))).isProblem(404, "not-found");
        assertThat(upgradeOf(closed)).isProblem(410, "socket-error", "EBADF");
        assertThat(upgradeOf(api.tcp()))
                .isProblem(409, "socket-error", "ENOTCONN")
                .has("call", "receive_stream");
        assertThat(upgradeOf(api.udp())).isInvalid("id");
    }

    private Answer upgradeOf(ApiSocket socket) throws IOException {
        try (RawConnection connection = new RawConnection(api)) {
            return connection.head("GET", socket.path("ws"), RawConnection.UPGRADE).answer();
        }
    }

    @Test
    void whatWaitsOnTheSocketIsNotTakenByTheUpgrade() {
        Api.Pair pair = api.pair();
        assertThat(pair.second().send("early")).isOk();
        pair.second().close();
        Page page = page(pair.first());
        page.receives("early");
        page.hears(EOF);
    }

    @Test
    void aSocketThatIsNoneIsToldToAPageThatHasNoHeader() {
        Page page = new Page(Long.MAX_VALUE).open(api.tcp());
        page.say(json("{'token': '%s'}", Api.TOKEN));
        page.isClosed(1011, "107 ENOTCONN: Transport endpoint is not connected");
    }

    @Test
    void whoClosesHasHisOwnStatusBack() {
        for (int i = 0; i < 40; i++) {
            ApiSocket socket = api.pair().first();
            Page page = page(socket);
            socket.untilWaiting("receive_stream");
            page.socket().sendClose(1000, "").join();
            page.isClosed(1000, "");
        }
    }

    @Test
    void aTextThatIsNotUnderstoodEndsIt() {
        ApiSocket socket = api.pair().first();
        Page page = page(socket);
        page.say("hello");
        page.isClosed(1003, "a text frame is {\"shutdown\": \"SHUT_WR\"}");
        isOver(socket);
    }

    @Test
    void bytesAfterTheEndAreRefused() {
        Page page = page(api.pair().first());
        page.say(SHUT_WR);
        page.send(Bytes.of("late"));
        page.isClosed(1008, "no bytes are taken");
    }

    @Test
    void anOrdinaryRequestIsToldWhatThePathIs() {
        String path = "/api/v1" + api.pair().first().path("ws");
        Answer answer = api.outside("GET", path).send();
        assertThat(answer).hasStatus(426);
        assertThat(answer.header("Upgrade")).isEqualTo("websocket");
        assertThat(api.outside("GET", path).header("Authorization", "Bearer wrong").send())
                .isProblem(401, "unauthenticated");
    }

    private Page page(ApiSocket socket) {
        return new Page(Long.MAX_VALUE).open(socket, "Authorization", "Bearer " + Api.TOKEN);
    }

    /// A client of a bridge.
    private final class Page extends WebSocketClient {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final long demand;

        /// @param demand how many frames it reads before [#reads]
        Page(long demand) {
            this.demand = demand;
        }

        Page open(ApiSocket on, String... headers) {
            open(client, api, on.path("ws"), headers);
            return this;
        }

        void reads() {
            socket().request(Long.MAX_VALUE);
        }

        void hears(String frame) {
            assertThat(next()).isEqualTo(frame);
        }

        void receives(String latin1) {
            eventually().until(() -> Bytes.latin1(received()).equals(latin1));
        }

        synchronized byte[] received() {
            return bytes.toByteArray();
        }

        void isClosed(int status, String reason) {
            assertThat(closedWithin(30)).isEqualTo(new Closed(status, reason));
        }

        @Override
        protected void opened(WebSocket opened) {
            if (demand > 0) {
                opened.request(demand);
            }
        }

        @Override
        public synchronized CompletionStage<?> onBinary(
                WebSocket from, ByteBuffer part, boolean last) {
            byte[] piece = new byte[part.remaining()];
            part.get(piece);
            bytes.writeBytes(piece);
            return null;
        }
    }
}
