package org.socketconsole.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.socketconsole.testing.AnswerAssert.assertThat;
import static org.socketconsole.testing.Json.json;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.socketconsole.testing.Answer;
import org.socketconsole.testing.Api;
import org.socketconsole.testing.ApiSocket;
import org.socketconsole.testing.Bytes;
import org.socketconsole.testing.ContractTests;
import org.socketconsole.testing.Json;
import org.socketconsole.testing.Peers;
import org.socketconsole.testing.WebSocketClient;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

class LiveApiTests extends ContractTests {

    private static final String EVERYTHING = "{'subscribe': {'filter': '', 'traffic': 'all'}}";

    /// In a second, and in the tick that it may be late.
    private static final int MOST_FRAMES = 12;

    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void leave() {
        client.shutdownNow();
    }

    @Test
    void thePageIsGreetedAndHasASnapshot() {
        ApiSocket socket = api.tcp();
        Page page = page().subscribed();
        JsonNode frame = page.frame(candidate -> candidate.has("snapshot"));
        assertThat(frame.at("/hello/byte_order").asString()).isEqualTo(Bytes.ORDER);
        assertThat(frame.at("/snapshot/sockets").toString()).contains('"' + socket.id() + '"');
    }

    @Test
    void aChangeComesAsADelta() {
        Page page = page().subscribed();
        page.frame(candidate -> candidate.has("snapshot"));
        ApiSocket socket = api.tcp().bound();
        page.frame(frame -> isIn(frame, socket.id(), "BOUND"));
        socket.close();
        page.frame(frame -> isIn(frame, socket.id(), "CLOSED"));
    }

    /// The server remembers a thousand that were closed.
    @Test
    void whatAnswersOnAConnectionIsCountedAtItsListenerToo() throws IOException {
        ApiSocket listener = api.listener();
        assertThat(listener.put("responder", "{\"reply\": \"echo\"}")).isOk();
        try (Socket client = Peers.connectTo(listener)) {
            client.getOutputStream().write('x');
            assertThat(client.getInputStream().read()).isEqualTo('x');
            Page page = page().subscribed();
            page.frame(frame -> frame.has("snapshot"));
            client.getOutputStream().write('y');
            page.frame(frame -> hasReplies(frame, listener.id(), 2));
        }
    }

    private static boolean hasReplies(JsonNode frame, String id, int replies) {
        return frame.at("/delta/sockets")
                .valueStream()
                .anyMatch(
                        socket ->
                                socket.get("id").asString().equals(id)
                                        && socket.get("replies").asInt() == replies);
    }

    @Test
    void aSocketThatTheServerForgetsIsGone() {
        ApiSocket first = api.tcp();
        Page page = page().subscribed();
        page.frame(candidate -> candidate.has("snapshot"));
        first.close();
        page.frame(frame -> isIn(frame, first.id(), "CLOSED"));
        for (int wave = 0; wave < 20; wave++) {
            CompletableFuture.allOf(
                            IntStream.range(0, 50)
                                    .mapToObj(i -> openedAndClosed())
                                    .toArray(CompletableFuture<?>[]::new))
                    .join();
        }
        page.frame(frame -> frame.at("/delta/gone").toString().contains('"' + first.id() + '"'));
    }

    @Test
    void aWaitingCallAndItsEndComeToo() {
        Page page = page().subscribed();
        page.frame(frame -> frame.path("snapshot").isObject());
        Api.Pair pair = api.pair();
        var waiting = pair.first().postLater("recv", json("{'bufsize': 1}"));
        JsonNode operation =
                page.frame(
                                frame ->
                                        frame.at("/delta/waiting/0/socket_id")
                                                .asString("")
                                                .equals(pair.first().id()))
                        .at("/delta/waiting/0");
        assertThat(pair.second().send("x")).isOk();
        page.frame(
                frame ->
                        frame.at("/delta/ended")
                                .toString()
                                .contains(operation.get("id").asString()));
        assertThat(waiting.join()).isOk();
    }

    @Test
    void trafficComesAfterTheChunkThatThePageHas() {
        Api.Pair pair = api.pair();
        assertThat(pair.first().send("one")).isOk();
        Page first = page().subscribed();
        String epoch = first.frame(frame -> frame.has("hello")).at("/hello/epoch").asString();
        long seq = pair.first().get("traffic").at("items/0/seq").asLong();
        assertThat(pair.first().send("two")).isOk();
        Page again =
                page().say(
                                json(
                                        "{'subscribe': {'traffic': '%s', 'after': %d, 'epoch': '%s'}}",
                                        pair.first().id(), seq, epoch));
        JsonNode chunks = again.frame(frame -> frame.has("traffic")).at("/traffic/chunks");
        assertThat(chunks).hasSize(1);
        assertThat(chunks.at("/0/offset").asInt()).isEqualTo(3);
    }

    @Test
    void ofWhatWasClearedNothingIsMissing() {
        Api.Pair pair = api.pair();
        assertThat(pair.first().send("one")).isOk();
        Page first = page().subscribed();
        String epoch = first.frame(frame -> frame.has("hello")).at("/hello/epoch").asString();
        api.delete("/traffic");
        assertThat(pair.first().send("two")).isOk();
        Page again =
                page().say(
                                json(
                                        "{'subscribe': {'traffic': 'all', 'after': 0, 'epoch': '%s'}}",
                                        epoch));
        JsonNode traffic = again.frame(frame -> frame.has("traffic")).get("traffic");
        assertThat(traffic.get("chunks")).hasSize(1);
        assertThat(traffic.get("gap").asInt()).isZero();
    }

    @Test
    void aPageThatDoesNotAcknowledgeGetsNoLongerQueue() {
        Page page = page().silent().subscribed();
        Page witness = witness();
        for (int i = 0; i < 12; i++) {
            witness.hearsOf(api.tcp());
        }
        assertThat(page.listener.unread()).hasSize(3);
    }

    @Test
    void aPausedPageHearsFiguresAlone() {
        Page page = page().subscribed();
        page.frame(candidate -> candidate.has("snapshot"));
        page.say(json("{'paused': true}")).isUnderstood();
        page.listener.forgetUnread();
        ApiSocket socket = api.tcp();
        JsonNode frame = page.frame(candidate -> true);
        assertThat(frame.has("stats")).isTrue();
        assertThat(frame.has("delta")).isFalse();
        page.say(json("{'paused': false}")).hearsOf(socket);
    }

    @Test
    void aHiddenPageHearsNothing() {
        Page page = page().subscribed();
        page.frame(candidate -> candidate.has("snapshot"));
        page.say(json("{'hidden': true}")).isUnderstood();
        page.listener.forgetUnread();
        Page witness = witness();
        ApiSocket socket = api.tcp();
        witness.hearsOf(socket);
        witness.frame(candidate -> candidate.has("stats"));
        assertThat(page.listener.unread()).isEmpty();
        page.say(json("{'hidden': false}")).hearsOf(socket);
    }

    /// The figures come once a second, which makes them a clock.
    @Test
    void anIdlePageOfAThousandSocketsHearsLittle() {
        String calls = String.join(",", Collections.nCopies(1000, json("{'call': 'socket'}")));
        assertThat(api.post("/batch", json("{'calls': [%s]}", calls))).isOk();
        assertThat(api.get("/sockets?limit=1").at("total").asInt()).isGreaterThanOrEqualTo(1000);
        Page page = witness();
        page.second();
        assertThat(page.second().stream().mapToInt(frame -> frame.toString().length()).sum())
                .isLessThan(2048);
    }

    @Test
    void underLoadAPageHearsTenTimesASecond() {
        Page page = witness();
        AtomicBoolean isOver = new AtomicBoolean();
        var load = CompletableFuture.runAsync(() -> talk(api.pair(), isOver));
        page.second();
        assertThat(page.second()).hasSizeBetween(2, MOST_FRAMES);
        isOver.set(true);
        load.join();
    }

    private static void talk(Api.Pair pair, AtomicBoolean isOver) {
        while (!isOver.get()) {
            assertThat(pair.first().send("x")).isOk();
            assertThat(pair.second().recv(1)).isOk();
        }
    }

    @Test
    void aWrongTokenEndsIt() {
        Page page = new Page(connect()).say(json("{'token': 'wrong'}"));
        assertThat(page.listener.closedWithin(10).code()).isEqualTo(1008);
    }

    @Test
    void withoutATokenNothingIsSaid() {
        Page page = new Page(connect()).say(json(EVERYTHING));
        assertThat(page.listener.closedWithin(10).code()).isEqualTo(1008);
        assertThat(page.listener.unread()).isEmpty();
    }

    @Test
    void thoseThatNeverShowATokenKeepNoPageOut() {
        List<Listener> strangers = Stream.generate(() -> connect()).limit(300).toList();
        page().subscribed().frame(frame -> frame.has("snapshot"));
        assertThat(strangers.getFirst().closedWithin(3).code()).isEqualTo(1008);
    }

    @Test
    void theNumberOfPagesIsBoundedAndStrangersAreNotCounted() {
        try (HttpClient crowd = HttpClient.newHttpClient()) {
            for (int i = 0; i < 255; i++) {
                connect(crowd, "Authorization", "Bearer " + Api.TOKEN);
            }
            Stream.generate(() -> connect(crowd)).limit(20).forEach(stranger -> {});
            Page last = page().subscribed();
            last.frame(frame -> frame.has("snapshot"));
            assertThat(page().listener.closedWithin(10).code()).isEqualTo(1013);
            crowd.shutdownNow();
            last.frame(frame -> frame.at("/stats/viewers").asInt(256) == 1);
        }
    }

    @Test
    void aPageOfAnotherOriginIsRefused() {
        assertThatThrownBy(() -> connect("Origin", "http://evil.test"))
                .isInstanceOf(CompletionException.class)
                .hasMessageContaining("WebSocketHandshakeException");
    }

    @Test
    void aPageOfAnOriginThatIsAllowedIsServed() {
        Page page =
                new Page(connect("Origin", ALLOWED_ORIGIN)).say(json("{'token': '%s'}", Api.TOKEN));
        page.subscribed().frame(frame -> frame.has("snapshot"));
    }

    @Test
    void theHeaderWillDoForAToken() {
        Page page = new Page(connect("Authorization", "Bearer " + Api.TOKEN)).say(json(EVERYTHING));
        page.frame(frame -> frame.has("snapshot"));
    }

    private CompletableFuture<Answer> openedAndClosed() {
        return api.request("POST", "/sockets")
                .json("{}")
                .sendLater()
                .thenCompose(
                        made ->
                                api.request("DELETE", "/sockets/" + made.at("id").asString())
                                        .sendLater());
    }

    private static boolean isIn(JsonNode frame, String id, String state) {
        for (JsonNode socket : frame.at("/delta/sockets")) {
            if (socket.get("id").asString().equals(id)
                    && socket.get("state").asString().equals(state)) {
                return true;
            }
        }
        return false;
    }

    private Page page() {
        return new Page(connect()).say(json("{'token': '%s'}", Api.TOKEN));
    }

    /// A page that hears all: what another one has not heard by then, it does not hear.
    private Page witness() {
        Page witness = page().subscribed();
        witness.frame(candidate -> candidate.has("snapshot"));
        return witness;
    }

    private Listener connect(String... headers) {
        return connect(client, headers);
    }

    private Listener connect(HttpClient by, String... headers) {
        Listener listener = new Listener();
        listener.open(by, api, "/live", headers);
        return listener;
    }

    /// Acknowledges what it hears, as a tab does.
    private static final class Listener extends WebSocketClient {
        private volatile boolean acknowledges = true;

        @Override
        protected void heard(String frame) {
            super.heard(frame);
            if (acknowledges) {
                say(json("{'ack': %d}", Json.read(frame).get("n").asLong()));
            }
        }
    }

    /// What a tab hears and says.
    private static final class Page {
        private final Listener listener;

        Page(Listener listener) {
            this.listener = listener;
        }

        Page say(String frame) {
            listener.say(frame);
            return this;
        }

        /// The server takes one frame after the other.
        void isUnderstood() {
            listener.awaitPong();
        }

        void hearsOf(ApiSocket socket) {
            frame(candidate -> isIn(candidate, socket.id(), "UNCONNECTED"));
        }

        Page subscribed() {
            return say(json(EVERYTHING));
        }

        Page silent() {
            listener.acknowledges = false;
            return this;
        }

        /// What comes until the figures do.
        List<JsonNode> second() {
            List<JsonNode> heard = new ArrayList<>();
            frame(
                    candidate -> {
                        heard.add(candidate);
                        return candidate.has("stats");
                    });
            return heard;
        }

        JsonNode frame(Predicate<JsonNode> wanted) {
            return Stream.generate(() -> Json.read(listener.next()))
                    .filter(wanted)
                    .findFirst()
                    .orElseThrow();
        }
    }
}
