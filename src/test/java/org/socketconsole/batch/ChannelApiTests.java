package org.socketconsole.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.socketconsole.testing.AnswerAssert.assertThat;
import static org.socketconsole.testing.Eventually.eventually;

import jakarta.servlet.ServletContext;

import org.eclipse.jetty.ee11.websocket.server.JettyWebSocketServerContainer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.socketconsole.dispatch.CallDefinition;
import org.socketconsole.dispatch.CallTable;
import org.socketconsole.testing.Api;
import org.socketconsole.testing.ApiSocket;
import org.socketconsole.testing.Contract;
import org.socketconsole.testing.ContractTests;
import org.socketconsole.testing.Json;
import org.socketconsole.testing.WebSocketClient;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;

import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// `/channel`: calls over a WebSocket.
class ChannelApiTests extends ContractTests {

    private static final int LARGE = 50_000;

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
    void aChannelMayBeSilentForAsLongAsItsCallsWait(@Autowired ServletContext context) {
        channel.call("{'n': 1, 'call': 'gethostname'}");
        assertThat(JettyWebSocketServerContainer.getContainer(context).getOpenSessions())
                .isNotEmpty()
                .allSatisfy(open -> assertThat(open.getIdleTimeout()).isZero());
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
                "{'n': 1, 'n': 2, 'call': 'gethostname'} | null",
                "{'n': 3, 'call': 'recv', 'id': 's-1', 'body': {'wait': []}} | 3",
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
    void whatEndsASocketComesAfterWhatWasSent() {
        for (String end : List.of("'shutdown', 'body': {'how': 'SHUT_WR'}", "'close'")) {
            for (int i = 0; i < 10; i++) {
                Api.Pair pair = api.connection();
                for (int n = 0; n < 20; n++) {
                    channel.send(sendall(n, pair.first(), LARGE));
                }
                channel.send("{'n': 20, 'id': '%s', 'call': %s}".formatted(pair.first().id(), end));
                assertThat(pair.second().recv(20 * LARGE, "MSG_WAITALL")).has("size", 20 * LARGE);
                assertThat(pair.second().recv(1)).has("size", 0);
                assertThat(statuses(21)).containsOnly(204);
            }
        }
    }

    @Test
    void callsWithoutADirectionKeepTheirOrderToo() {
        for (int i = 0; i < 30; i++) {
            channel.send("{'call': 'socket', 'as': 'l'}");
            channel.send("{'call': 'bind', 'id': '$l', 'body': {'address': ['127.0.0.1', 0]}}");
            channel.send("{'call': 'listen', 'id': '$l'}");
            channel.send("{'call': 'settimeout', 'id': '$l', 'body': {'timeout': 0}}");
            channel.send("{'call': 'accept', 'id': '$l'}");
        }
        List<Integer> statuses = statuses(150);
        assertThat(statuses).filteredOn(status -> status == 409).hasSize(30);
        assertThat(statuses).containsOnly(201, 204, 409);
    }

    @Test
    void aReceiveThatWaitsHoldsUpNothingThatEndsIt() {
        for (String end : List.of("'shutdown', 'body': {'how': 'SHUT_RD'}", "'close'")) {
            Api.Pair pair = api.connection();
            channel.send(recv(1, pair.first()));
            channel.send(recv(2, pair.first()));
            channel.send("{'n': 3, 'id': '%s', 'call': %s}".formatted(pair.first().id(), end));
            assertThat(numbers(3)).containsExactlyInAnyOrder(1, 2, 3);
        }
    }

    @Test
    void aSendThatWaitsHoldsUpNothingThatIsNotSent() {
        Api.Pair pair = api.connection();
        channel.send(sendall(1, pair.first(), 7_000_000));
        channel.send(sendall(2, pair.first(), 1));
        channel.send("{'n': 3, 'call': 'fileno', 'id': '%s'}".formatted(pair.first().id()));
        channel.send(recv(4, pair.first()));
        assertThat(channel.answer().get("n").asInt()).isEqualTo(3);
        pair.second().send("x");
        assertThat(channel.answer().get("n").asInt()).isEqualTo(4);
        assertThat(pair.second().recv(7_000_001, "MSG_WAITALL")).has("size", 7_000_001);
        assertThat(numbers(2)).containsExactly(1, 2);
    }

    @Test
    void whatIsNamedIsKnownToCallsThatAreUnderWayWithIt() {
        for (int i = 0; i < 50; i++) {
            channel.send("{'n': 1, 'call': 'socketpair', 'as': 'pair'}");
            channel.send(
                    "{'n': 2, 'call': 'send', 'id': '$pair.sockets.0.id', 'body': {'text': 'x'}}");
            channel.send("{'n': 3, 'call': 'recv', 'id': '$pair.sockets.1.id', 'as': 'got'}");
            channel.send(
                    "{'n': 4, 'call': 'send', 'id': '$pair.sockets.1.id', 'body': {'data': '$got.data'}}");
            assertThat(statuses(4)).containsExactlyInAnyOrder(201, 200, 200, 200);
        }
    }

    @Test
    void aNameThatIsGivenAgainStandsForWhatWasBeforeInCallsBeforeIt() {
        for (int i = 0; i < 50; i++) {
            channel.send("{'n': 1, 'call': 'socket', 'as': 's', 'body': {'label': 'first'}}");
            channel.send("{'n': 2, 'call': 'get_socket', 'id': '$s'}");
            channel.send("{'n': 3, 'call': 'socket', 'as': 's', 'body': {'label': 'second'}}");
            channel.send("{'n': 4, 'call': 'get_socket', 'id': '$s'}");
            channel.send("{'n': 5, 'call': 'socket', 'as': 's', 'body': {'family': 'AF_NO'}}");
            channel.send("{'n': 6, 'call': 'get_socket', 'id': '$s'}");
            assertThat(IntStream.range(0, 6).mapToObj(n -> channel.answer()).toList())
                    .extracting(a -> a.get("n").asInt() + a.at("/body/label").asString(""))
                    .contains("2first", "4second", "6second");
        }
    }

    @Test
    void whatWaitsForANameHoldsUpNothingThatBringsIt() {
        ApiSocket listener = api.listener();
        Api.Pair pair = api.pair();
        ApiSocket client = api.tcp();
        String id = pair.first().id();
        channel.send("{'n': 1, 'call': 'accept', 'id': '%s', 'as': 'c'}".formatted(listener.id()));
        channel.send("{'n': 2, 'call': 'select', 'body': {'read': ['$c'], 'timeout': 0}}");
        channel.send("{'n': 3, 'call': 'send', 'id': '%s', 'body': {'text': '$c'}}".formatted(id));
        channel.send("{'n': 4, 'call': 'fileno', 'id': '%s'}".formatted(id));
        channel.send(
                "{'n': 5, 'call': 'connect', 'id': '%s', 'body': {'address': ['127.0.0.1', %d]}}"
                        .formatted(client.id(), listener.port()));
        assertThat(statuses(5)).containsExactlyInAnyOrder(204, 201, 200, 200, 200);
    }

    @Test
    void nothingWaitsInACircle() {
        Api.Pair pair = api.connection();
        String id = pair.first().id();
        channel.send(
                "{'n': 1, 'call': 'select', 'body': {'read': ['%s']}, 'as': 'r'}".formatted(id));
        channel.send(
                "{'n': 2, 'call': 'recv', 'id': '$r.read.0', 'body': {'bufsize': 2}, 'as': 'a'}");
        channel.send(
                "{'n': 3, 'call': 'recv', 'id': '%s', 'body': {'bufsize': '$a.size'}}"
                        .formatted(id));
        eventually().until(() -> waiting("") == 1);
        pair.second().send("abcd");
        assertThat(numbers(3)).containsExactlyInAnyOrder(1, 2, 3);
    }

    @Test
    void aNameOfACallThatFailsIsUnknown() {
        channel.send("{'n': 1, 'call': 'socket', 'as': 'none', 'body': {'family': 'AF_NO'}}");
        channel.send("{'n': 2, 'call': 'listen', 'id': '$none'}");
        channel.send("{'n': 3, 'call': 'gethostbyname', 'body': {'hostname': '$none'}}");
        assertThat(statuses(3)).containsOnly(400);
    }

    @Test
    void aFrameOfBytesIsAnsweredAndTheChannelStays() {
        channel.send(new byte[100_000]);
        JsonNode answer = channel.answer();
        assertThat(answer.get("n").isNull()).isTrue();
        assertThat(answer.get("status").asInt()).isEqualTo(400);
        assertThat(channel.call("{'n': 9, 'call': 'SocketType'}").get("status").asInt())
                .isEqualTo(200);
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
    void aCallMayComeInPieces() {
        channel.socket().sendText("{\"n\": 1, \"call\": \"get", false).join();
        channel.socket().sendText("", false).join();
        channel.socket().sendText("hostname\"}", true).join();
        assertThat(Json.read(channel.next()).get("status").asInt()).isEqualTo(200);
        assertThat(channel.call("{'n': 2, 'call': 'gethostname'}").get("n").asInt()).isEqualTo(2);
    }

    @Test
    void piecesOfAStrangerThatAreTooLargeAreNotKept() {
        Client page = new Client();
        page.open(http, api, "/channel");
        page.socket().sendText("y".repeat(40_000), false).join();
        page.socket().sendText("y".repeat(40_000), false).join();
        assertThat(page.closedWithin(10).code()).isEqualTo(1009);
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

    private List<Integer> statuses(int count) {
        return answers(count, "status");
    }

    private List<Integer> numbers(int count) {
        return answers(count, "n");
    }

    private List<Integer> answers(int count, String member) {
        return IntStream.range(0, count)
                .mapToObj(i -> channel.answer().get(member).asInt())
                .toList();
    }

    private static String sendall(int number, ApiSocket socket, int size) {
        return "{'n': %d, 'call': 'sendall', 'id': '%s', 'body': {'text': '%s'}}"
                .formatted(number, socket.id(), "y".repeat(size));
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

    /// Says frames with single quotes for double ones, and holds each answer with a number against
    /// what the API's description has of the call that it answers.
    private static final class Client extends WebSocketClient {

        private final Map<JsonNode, String> calls = new ConcurrentHashMap<>();

        JsonNode call(String frame) {
            send(frame);
            return answer();
        }

        void send(String frame) {
            String json = frame.replace('\'', '"');
            if (json.startsWith("{")) {
                JsonNode call = Json.read(json);
                calls.put(call.path("n"), call.path("call").asString(""));
            }
            say(json);
        }

        JsonNode answer() {
            JsonNode answer = Json.read(next());
            if (!answer.get("n").isNull()) {
                Contract.checkResult(calls.getOrDefault(answer.get("n"), ""), answer);
            }
            return answer;
        }
    }
}
