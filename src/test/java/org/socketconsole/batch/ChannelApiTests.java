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
import org.socketconsole.testing.WebSocketClient;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;

import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
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
        channel.send(recv(1, pair.first()));
        pair.first().untilWaiting("recv");
        assertThat(
                        channel.call(
                                        "{'n': 2, 'call': 'send', 'id': '%s', 'body': {'text': 'out'}}"
                                                .formatted(pair.first().id()))
                                .get("n")
                                .asInt())
                .isEqualTo(2);
        pair.second().send("in");
        JsonNode received = channel.answer();
        assertThat(received.get("n").asInt()).isEqualTo(1);
        assertThat(received.at("/body/text").asString()).isEqualTo("in");
    }

    @Test
    void callsOnASocketInOneDirectionKeepTheirOrder() {
        Api.Pair pair = api.pair();
        for (int i = 0; i < 200; i++) {
            channel.send(
                    "{'n': %d, 'call': 'send', 'id': '%s', 'body': {'text': '%04d'}}"
                            .formatted(i, pair.first().id(), i));
        }
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            numbers.add(channel.answer().get("n").asInt());
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
            channel.send(recv(2 * i, pairs.get(i).first()));
            channel.send(recv(2 * i + 1, pairs.get(i).second()));
        }
        eventually().until(() -> waiting("") == 1000);
        for (Api.Pair pair : pairs) {
            channel.send(send(-1, pair.first()));
            channel.send(send(-1, pair.second()));
        }
        long received =
                IntStream.range(0, 2000)
                        .mapToObj(i -> channel.answer())
                        .filter(answer -> answer.get("n").asInt() >= 0)
                        .filter(answer -> answer.at("/body/text").asString().equals("x"))
                        .count();
        assertThat(received).isEqualTo(1000);
    }

    @Test
    void aClientThatLeavesCancelsItsWaitsAndNoOthers() {
        Api.Pair pair = api.pair();
        Client other = connect();
        channel.send(recv(1, pair.first()));
        other.send(recv(1, pair.second()));
        pair.first().untilWaiting("recv");
        pair.second().untilWaiting("recv");
        channel.leave();
        eventually().until(() -> waiting("?socket=" + pair.first().id()) == 0);
        assertThat(api.get("/operations?socket=" + pair.second().id())).has("total", 1);
        pair.first().send("x");
        assertThat(other.answer().at("/body/text").asString()).isEqualTo("x");
        other.leave();
    }

    @Test
    void aFrameMayBeAsLargeAsABody() {
        Api.Pair pair = api.pair();
        String text = "y".repeat(1_000_000);
        channel.send(
                "{'n': 1, 'call': 'sendall', 'id': '%s', 'body': {'text': '%s'}}"
                        .formatted(pair.first().id(), text));
        assertThat(pair.second().recv(1_000_000, "MSG_WAITALL")).hasData(text);
        assertThat(channel.answer().get("status").asInt()).isEqualTo(204);
    }

    @Test
    void theTokenMayBeTheFirstFrameWhichHasNoAnswer() {
        Client page = new Client();
        page.open(http, api, "/channel");
        page.send("{'token': '" + Api.TOKEN + "'}");
        assertThat(page.call("{'n': 1, 'call': 'gethostname'}").get("n").asInt()).isEqualTo(1);
        page.leave();
    }

    @Test
    void aWrongTokenIsRefused() {
        Client page = new Client();
        page.open(http, api, "/channel");
        page.send("{'n': 1, 'call': 'gethostname'}");
        assertThat(page.closedWithin(10).code()).isEqualTo(1008);
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
        client.open(http, api, "/channel", "Authorization", "Bearer " + Api.TOKEN);
        return client;
    }

    /// Says frames with single quotes for double ones.
    private static final class Client extends WebSocketClient {

        JsonNode call(String frame) {
            send(frame);
            return answer();
        }

        void send(String frame) {
            say(frame.replace('\'', '"'));
        }

        JsonNode answer() {
            return Json.read(next());
        }
    }
}
