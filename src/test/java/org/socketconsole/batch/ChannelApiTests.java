package org.socketconsole.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.socketconsole.testing.AnswerAssert.assertThat;
import static org.socketconsole.testing.Eventually.eventually;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.socketconsole.dispatch.CallDefinition;
import org.socketconsole.dispatch.CallTable;
import org.socketconsole.testing.Api;
import org.socketconsole.testing.ApiSocket;
import org.socketconsole.testing.ContractTests;
import org.socketconsole.testing.Json;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// `/channel`: calls over a WebSocket.
class ChannelApiTests extends ContractTests {

    private final HttpClient http = HttpClient.newHttpClient();
    private Client channel;

    @BeforeEach
    void open() {
        channel = connect();
    }

    @AfterEach
    void close() {
        channel.leave();
        http.shutdownNow();
    }

    @Test
    void aCallIsAnsweredUnderItsNumber() {
        JsonNode made = channel.call("{'n': 7, 'call': 'socket', 'body': {'label': 'by channel'}}");
        assertThat(made.get("n").asInt()).isEqualTo(7);
        assertThat(made.get("status").asInt()).isEqualTo(201);
        assertThat(made.at("/body/label").asString()).isEqualTo("by channel");
        assertThat(api.get("/sockets")).has("total", 1);
        String id = made.at("/body/id").asString();
        JsonNode bound =
                channel.call(
                        "{'n': 'b', 'call': 'bind', 'id': '"
                                + id
                                + "', 'body': {'address': ['', 0]}}");
        assertThat(bound.get("n").asString()).isEqualTo("b");
        assertThat(bound.get("status").asInt()).isEqualTo(204);
        assertThat(bound.get("body").isNull()).isTrue();
    }

    @Test
    void whatWasNamedIsKnownToLaterCalls() {
        channel.call("{'n': 1, 'call': 'socketpair', 'as': 'pair'}");
        channel.call("{'n': 2, 'call': 'send', 'id': '$pair.sockets.0.id', 'body': {'text': 'x'}}");
        JsonNode got =
                channel.call(
                        "{'n': 3, 'call': 'recv', 'id': '$pair.sockets.1.id', 'body': {'bufsize': 9, 'text': true}}");
        assertThat(got.at("/body/text").asString()).isEqualTo("x");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nonsense                            | null",
                "[1]                                 | null",
                "{'call': 'no_such'}                 | null",
                "{'n': 4}                            | 4",
                "{'n': {}, 'call': 'no_such'}        | {}",
                "{'n': 5, 'call': 'recv'}            | 5",
                "{'n': 6, 'call': 'recv', 'id': 7}   | 6",
                "{'n': 8, 'call': 'listen', 'id': '$nobody'} | 8"
            })
    void aFrameThatIsNoCallIsAnsweredAndTheChannelStays(String frame, String number) {
        JsonNode answer = channel.call(frame);
        assertThat(answer.get("n")).isEqualTo(Json.read(number));
        assertThat(answer.get("status").asInt()).isEqualTo(400);
        assertThat(answer.at("/body/kind").asString()).isEqualTo("invalid-argument");
        assertThat(channel.call("{'n': 9, 'call': 'gethostname'}").get("status").asInt())
                .isEqualTo(200);
    }

    @Test
    void aCallThatWaitsHoldsNoOtherUp() {
        Api.Pair pair = api.pair();
        channel.say(recv(1, pair.first()));
        pair.first().untilWaiting("recv");
        assertThat(
                        channel.call(
                                        "{'n': 2, 'call': 'send', 'id': '%s', 'body': {'text': 'out'}}"
                                                .formatted(pair.first().id()))
                                .get("n")
                                .asInt())
                .isEqualTo(2);
        pair.second().send("in");
        JsonNode received = channel.next();
        assertThat(received.get("n").asInt()).isEqualTo(1);
        assertThat(received.at("/body/text").asString()).isEqualTo("in");
    }

    @Test
    void callsOnASocketInOneDirectionKeepTheirOrder() {
        Api.Pair pair = api.pair();
        for (int i = 0; i < 200; i++) {
            channel.say(
                    "{'n': %d, 'call': 'send', 'id': '%s', 'body': {'text': '%04d'}}"
                            .formatted(i, pair.first().id(), i));
        }
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            numbers.add(channel.next().get("n").asInt());
        }
        assertThat(numbers).isSorted();
        String wanted =
                IntStream.range(0, 200).mapToObj("%04d"::formatted).collect(Collectors.joining());
        assertThat(pair.second().recv(800, "MSG_WAITALL")).hasData(wanted);
    }

    @Test
    void aThousandWaitAndAllAreAnswered() {
        List<Api.Pair> pairs = IntStream.range(0, 500).mapToObj(i -> api.pair()).toList();
        for (int i = 0; i < pairs.size(); i++) {
            channel.say(recv(2 * i, pairs.get(i).first()));
            channel.say(recv(2 * i + 1, pairs.get(i).second()));
        }
        eventually().until(() -> waiting("") == 1000);
        for (Api.Pair pair : pairs) {
            channel.say(send(-1, pair.first()));
            channel.say(send(-1, pair.second()));
        }
        long received =
                IntStream.range(0, 2000)
                        .mapToObj(i -> channel.next())
                        .filter(answer -> answer.get("n").asInt() >= 0)
                        .filter(answer -> answer.at("/body/text").asString().equals("x"))
                        .count();
        assertThat(received).isEqualTo(1000);
    }

    @Test
    void aClientThatLeavesCancelsItsWaitsAndNoOthers() {
        Api.Pair pair = api.pair();
        Client other = connect();
        channel.say(recv(1, pair.first()));
        other.say(recv(1, pair.second()));
        pair.first().untilWaiting("recv");
        pair.second().untilWaiting("recv");
        channel.leave();
        eventually().until(() -> waiting("?socket=" + pair.first().id()) == 0);
        assertThat(api.get("/operations?socket=" + pair.second().id())).has("total", 1);
        pair.first().send("x");
        assertThat(other.next().at("/body/text").asString()).isEqualTo("x");
        other.leave();
    }

    @Test
    void aFrameMayBeAsLargeAsABody() {
        Api.Pair pair = api.pair();
        String text = "y".repeat(1_000_000);
        channel.say(
                "{'n': 1, 'call': 'sendall', 'id': '%s', 'body': {'text': '%s'}}"
                        .formatted(pair.first().id(), text));
        assertThat(pair.second().recv(1_000_000, "MSG_WAITALL")).hasData(text);
        assertThat(channel.next().get("status").asInt()).isEqualTo(204);
    }

    @Test
    void theTokenMayBeTheFirstFrameWhichHasNoAnswer() {
        Client page = new Client();
        http.newWebSocketBuilder().buildAsync(uri(), page).join();
        page.say("{'token': '" + Api.TOKEN + "'}");
        assertThat(page.call("{'n': 1, 'call': 'gethostname'}").get("n").asInt()).isEqualTo(1);
        page.leave();
    }

    @Test
    void aWrongTokenIsRefused() {
        Client page = new Client();
        http.newWebSocketBuilder().buildAsync(uri(), page).join();
        page.say("{'n': 1, 'call': 'gethostname'}");
        assertThat(page.closed.orTimeout(10, TimeUnit.SECONDS).join()).isEqualTo(1008);
    }

    @Test
    void everyCallThatThereIsIsReachedByItsName(@Autowired CallTable table) {
        for (CallDefinition call : table.all()) {
            JsonNode answer =
                    channel.call(
                            "{'n': 1, 'call': '%s', 'id': 'x-1', 'body': {'wait': 0.01}}"
                                    .formatted(call.name()));
            boolean isNone =
                    answer.at("/body/detail").asString("").contains("is no call that there is");
            assertThat(isNone).as(call.name()).isEqualTo(call.name().equals("batch"));
        }
    }

    private int waiting(String query) {
        return api.get("/operations" + query).at("total").asInt();
    }

    private static String recv(int number, ApiSocket socket) {
        return "{'n': %d, 'call': 'recv', 'id': '%s', 'body': {'bufsize': 100, 'text': true}}"
                .formatted(number, socket.id());
    }

    private static String send(int number, ApiSocket socket) {
        return "{'n': %d, 'call': 'send', 'id': '%s', 'body': {'text': 'x'}}"
                .formatted(number, socket.id());
    }

    private Client connect() {
        Client client = new Client();
        http.newWebSocketBuilder()
                .header("Authorization", "Bearer " + Api.TOKEN)
                .buildAsync(uri(), client)
                .join();
        return client;
    }

    private URI uri() {
        return URI.create("ws://127.0.0.1:" + api.port() + "/api/v1/channel");
    }

    /// Collects whole frames, and the code of the close.
    private static final class Client implements WebSocket.Listener {

        private final BlockingQueue<JsonNode> frames = new LinkedBlockingQueue<>();
        private final CompletableFuture<Integer> closed = new CompletableFuture<>();
        private final StringBuilder partial = new StringBuilder();
        private CompletableFuture<?> said = CompletableFuture.completedFuture(null);
        private WebSocket socket;

        /// With single quotes for double ones.
        synchronized void say(String frame) {
            said = said.thenCompose(before -> socket.sendText(frame.replace('\'', '"'), true));
        }

        JsonNode call(String frame) {
            say(frame);
            return next();
        }

        JsonNode next() {
            try {
                JsonNode frame = frames.poll(20, TimeUnit.SECONDS);
                assertThat(frame).as("a frame within 20 s").isNotNull();
                return frame;
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        }

        void leave() {
            said.join();
            socket.abort();
        }

        @Override
        public void onOpen(WebSocket opened) {
            socket = opened;
            opened.request(Long.MAX_VALUE);
        }

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            partial.append(data);
            if (last) {
                frames.add(Json.read(partial.toString()));
                partial.setLength(0);
            }
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            closed.complete(code);
            return null;
        }
    }
}
