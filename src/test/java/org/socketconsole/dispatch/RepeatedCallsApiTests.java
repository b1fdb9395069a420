package org.socketconsole.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.socketconsole.testing.AnswerAssert.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.socketconsole.testing.Answer;
import org.socketconsole.testing.Api;
import org.socketconsole.testing.ApiSocket;
import org.socketconsole.testing.Bytes;
import org.socketconsole.testing.ContractTests;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import tools.jackson.databind.JsonNode;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/// `Idempotency-Key` on every `POST` that there is, each made for real.
class RepeatedCallsApiTests extends ContractTests {

    /// The call, on what it is made, and its body, where `$id` and `$fd` are those of a socket on
    /// which much waits and `$port` is a listener's.
    private static final String ROWS =
            """
            accept           | listener   | {}
            batch            |            | {'calls': [{'call': 'socket'}]}
            bind             | fresh      | {'address': {'host': '127.0.0.1', 'port': 0}}
            connect          | fresh      | {'address': {'host': '127.0.0.1', 'port': $port}}
            connect_ex       | fresh      | {'address': {'host': '127.0.0.1', 'port': $port}}
            dup              | connection | {}
            file.flush       | file       | {}
            file.read        | file       | {'size': 1}
            file.readline    | file       | {}
            file.readlines   | file       | {'hint': 1}
            file.write       | file       | {'text': 'x'}
            fromfd           |            | {'fd': $fd, 'family': 'AF_INET', 'type': 'SOCK_STREAM'}
            import_recording |            | a capture
            listen           | bound      | {}
            makefile         | connection | {}
            recv             | connection | {'bufsize': 1}
            recvfrom         | connection | {'bufsize': 1}
            recvmsg          | connection | {'bufsize': 1}
            select           |            | {'read': ['$id']}
            send             | connection | {'text': 'x'}
            sendall          | connection | {'text': 'x'}
            sendmsg          | connection | {'buffers': ['eA==']}
            sendto           | datagrams  | {'text': 'x', 'address': ['127.0.0.1', $port]}
            setblocking      | fresh      | {'flag': true}
            setsockopt       | fresh      | {'level': 'SOL_SOCKET', 'optname': 'SO_KEEPALIVE', 'value': 1}
            settimeout       | fresh      | {'timeout': 5}
            shutdown         | connection | {'how': 'SHUT_WR'}
            socket           |            | {}
            socketpair       |            | {}
            start_recording  |            | {}
            stop_recording   | recording  | {}
            try_rules        |            | {'message': {'text': 'x'}, 'rules': [{}]}
            """;

    @TempDir private static Path directory;

    private CallTable table;
    private ApiSocket listener;
    private ApiSocket talking;

    record Row(String name, String target, String body) {
        @Override
        public String toString() {
            return name;
        }
    }

    @DynamicPropertySource
    static void recordHere(DynamicPropertyRegistry properties) {
        properties.add("console.recording.directory", () -> directory);
    }

    static Stream<Row> rows() {
        return ROWS.lines()
                .map(row -> row.split(" *\\| *"))
                .map(cells -> new Row(cells[0], cells[1], cells[2].replace('\'', '"')));
    }

    @BeforeEach
    void talk(@Autowired CallTable calls) {
        table = calls;
        listener = api.listener();
        talking = api.tcp().connected(listener.port());
        listener.accepted().send("one\ntwo\nthree\n");
        api.tcp().connected(listener.port());
        api.tcp().connected(listener.port());
    }

    @AfterEach
    void deleteRecordings() {
        ids("/recordings").forEach(id -> api.delete("/recordings/" + id));
    }

    @Test
    void noPostIsMissingHere() {
        assertThat(rows().map(Row::name))
                .containsExactlyInAnyOrderElementsOf(
                        table.all().stream()
                                .filter(call -> call.method().equals("POST"))
                                .map(CallDefinition::name)
                                .toList());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void whatIsAskedForTwiceIsMadeOnceAndAnsweredTwice(Row row) {
        Api.Request request = request(row, target(row.target), body(row));
        List<String> before = world();
        Answer first = request.send();
        assertThat(first.status()).as(first.toString()).isBetween(200, 204);
        List<String> after = world();
        if (changesTheWorld(row)) {
            assertThat(after).isNotEqualTo(before);
        }
        assertIsRepeated(first, request.send());
        assertThat(world()).isEqualTo(after);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void whatIsRefusedIsRefusedAgainAndSaysSo(Row row) {
        String body = row.target.isEmpty() ? "{\"nonsense\": 1}" : row.body;
        Api.Request request = request(row, "x-1", Bytes.utf8(body));
        Answer first = request.send();
        assertThat(first).isProblem();
        assertIsRepeated(first, request.send());
    }

    private static void assertIsRepeated(Answer first, Answer again) {
        assertThat(first.headers().firstValue("Idempotency-Replayed")).isEmpty();
        assertThat(again)
                .hasStatus(first.status())
                .hasHeader("Idempotency-Replayed", "true")
                .hasHeader("Location", first.header("Location"))
                .hasHeader("Content-Type", first.header("Content-Type"))
                .hasBody(first.body());
    }

    /// All that a call may leave: those that are logged themselves, and what there is.
    private List<String> world() {
        JsonNode call = api.get("/calls?limit=1").at("items/0/seq");
        return Stream.of(
                        Stream.of("calls to " + call),
                        ids("/sockets"),
                        ids("/files"),
                        api.get("/recordings").at("items").valueStream().map(JsonNode::toString))
                .flatMap(all -> all)
                .toList();
    }

    private static boolean changesTheWorld(Row row) {
        return !row.name.equals("try_rules");
    }

    private Stream<String> ids(String path) {
        return api.get(path).at("items").valueStream().map(one -> one.get("id").asString());
    }

    private Api.Request request(Row row, String id, byte[] body) {
        CallDefinition call = table.find(row.name);
        Api.Request request =
                api.request("POST", call.path().replace("{id}", id))
                        .header(RepeatKey.HEADER, UUID.randomUUID().toString());
        return call.readsBody()
                ? request.body("application/octet-stream", body)
                : request.json(new String(body, UTF_8));
    }

    private String target(String kind) {
        return switch (kind) {
            case "" -> "";
            case "listener" -> listener.id();
            case "connection" -> talking.id();
            case "fresh" -> api.tcp().id();
            case "bound" -> api.tcp().bound().id();
            case "datagrams" -> api.udp().bound().id();
            case "file" -> talking.makefile("{\"mode\": \"rw\"}").id();
            case "recording" -> api.post("/recordings", "{}").at("id").asString();
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private byte[] body(Row row) {
        return row.name.equals("import_recording")
                ? api.get("/traffic.pcapng").body()
                : Bytes.utf8(
                        row.body
                                .replace("$id", talking.id())
                                .replace("$fd", "" + talking.fd())
                                .replace("$port", "" + listener.port()));
    }
}
