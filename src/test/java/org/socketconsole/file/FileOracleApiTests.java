package org.socketconsole.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.socketconsole.testing.Eventually.eventually;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.socketconsole.testing.Answer;
import org.socketconsole.testing.ApiFile;
import org.socketconsole.testing.ApiSocket;
import org.socketconsole.testing.Bytes;
import org.socketconsole.testing.Connection;
import org.socketconsole.testing.ContractTests;
import org.socketconsole.testing.Json;
import org.socketconsole.testing.Python;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The same steps on a file of the console and on one of the `python3` of this machine.
class FileOracleApiTests extends ContractTests {

    private static final JsonMapper MAPPER = new JsonMapper();

    private static final String STREAM = "a\r\nb\rc\n\n\r\r\nde\r";

    /// Bytes are written as latin-1. A peer that does not end its stream keeps it open.
    record Script(
            Map<String, Object> arguments,
            @Nullable Double timeout,
            List<String> chunks,
            boolean ends,
            List<String> steps) {

        Map<String, @Nullable Object> json() {
            Map<String, @Nullable Object> json = new HashMap<>(arguments);
            json.put("timeout", timeout);
            json.put("chunks", chunks);
            json.put("ends", ends);
            json.put("steps", steps);
            return json;
        }
    }

    /// What each script gives there, all of them run beside each other.
    private static final Map<Script, Object> THEIRS = new HashMap<>();

    @BeforeAll
    static void askPython() throws Exception {
        List<Script> scripts = aFileDoesWhatThatOfCPythonDoes();
        byte[] results =
                Python.run(
                        Python.source(FileOracleApiTests.class, "makefile.py"),
                        MAPPER.writeValueAsString(scripts.stream().map(Script::json).toList()));
        JsonNode all = Json.read(results);
        for (int i = 0; i < scripts.size(); i++) {
            THEIRS.put(scripts.get(i), plain(all.get(i)));
        }
    }

    @ParameterizedTest
    @MethodSource
    void aFileDoesWhatThatOfCPythonDoes(Script script) throws Exception {
        assertThat(onTheConsole(script)).isEqualTo(THEIRS.get(script));
    }

    static List<Script> aFileDoesWhatThatOfCPythonDoes() {
        List<Script> scripts = new ArrayList<>();
        for (String newline : new String[] {"none", "", "\n", "\r", "\r\n"}) {
            Map<String, Object> text =
                    newline.equals("none") ? Map.of("mode", "r") : text("r", newline);
            scripts.add(reading(text, List.of(STREAM), "readlines"));
            scripts.add(
                    reading(text, split(STREAM), "readline", "readline 1", "read 2", "readlines"));
            scripts.add(reading(text, split(STREAM), "read 1", "read 3", "read 0", "read", "read"));
            scripts.add(
                    reading(
                            text,
                            List.of("a\r", "\nb", "\r"),
                            "readlines 2",
                            "readline",
                            "read 9"));
            scripts.add(writing(newline.equals("none") ? Map.of("mode", "w") : text("w", newline)));
        }
        for (int bufsize : new int[] {-1, 0, 2, 5}) {
            Map<String, Object> binary = Map.of("mode", "rb", "bufsize", bufsize);
            scripts.add(
                    reading(
                            binary,
                            List.of(STREAM),
                            "readline",
                            "read 3",
                            "readline 1",
                            "readlines 3"));
            scripts.add(
                    reading(binary, split(STREAM), "readline", "readlines", "read", "readline"));
            scripts.add(
                    reading(binary, List.of("abc"), "arrived 3", "read 5", "read -1", "read 5"));
            scripts.add(writing(Map.of("mode", "wb", "bufsize", bufsize)));
            scripts.add(timing(binary, 0.3, "readline", "read 9", "read 9", "readline"));
            scripts.add(timing(binary, 0.0, "arrived 5", "readline", "read 9", "read 9", "read"));
        }
        // Unbuffered, CPython fails here by a defect and loses both lines.
        scripts.add(timing(Map.of("mode", "rb"), 0.0, "arrived 5", "readlines", "read 9"));
        String utf8 = Bytes.latin1(Bytes.utf8("ä€😀\n"));
        scripts.add(
                reading(Map.of("mode", "r"), split(utf8), "read 2", "read 1", "readline", "read"));
        scripts.add(reading(Map.of("mode", "r"), List.of(utf8, utf8), "readline 2", "readlines"));
        scripts.add(
                reading(
                        Map.of("mode", "r", "encoding", "latin-1"),
                        List.of("\u00e4\r\n"),
                        "readline",
                        "read"));
        scripts.add(
                reading(
                        Map.of("mode", "r", "encoding", "utf-16"),
                        split("\u00ff\u00fea\0\r\0\n\0b\0"),
                        "readline",
                        "read"));
        scripts.add(writing(Map.of("mode", "w", "encoding", "utf-16", "newline", "\r\n")));
        scripts.add(timing(Map.of("mode", "r"), 0.3, "readline", "read 9", "read 9"));
        return scripts;
    }

    private static Map<String, Object> text(String mode, String newline) {
        return Map.of("mode", mode, "newline", newline);
    }

    private static List<String> split(String stream) {
        return stream.chars().mapToObj(Character::toString).toList();
    }

    private static Script reading(
            Map<String, Object> arguments, List<String> chunks, String... steps) {
        return new Script(arguments, null, chunks, true, List.of(steps));
    }

    private static Script writing(Map<String, Object> arguments) {
        return new Script(
                arguments,
                null,
                List.of(),
                false,
                List.of("write ab", "flush", "write a\nb\r\nc\rd", "write e", "flush", "close"));
    }

    /// The peer has sent a line and a half, and sends no more.
    private static Script timing(Map<String, Object> arguments, double timeout, String... steps) {
        return new Script(arguments, timeout, List.of("ab\ncd"), false, List.of(steps));
    }

    private List<Object> onTheConsole(Script script) throws Exception {
        try (Connection connection = Connection.open(api)) {
            ApiSocket socket = connection.socket();
            if (script.timeout != null) {
                socket.within(script.timeout);
            }
            ApiFile file = socket.makefile(MAPPER.writeValueAsString(script.arguments));
            Thread peer = Thread.startVirtualThread(() -> send(connection, script));
            List<Object> results = new ArrayList<>();
            for (String step : script.steps) {
                results.add(perform(connection, file, step.split(" ", 2)));
            }
            peer.join();
            return results;
        }
    }

    /// The next chunk comes when the file has taken the one before, so that each is read by itself.
    private static void send(Connection connection, Script script) {
        try {
            for (String chunk : script.chunks) {
                eventually().until(() -> unread(connection.socket()) == 0);
                connection.send(chunk);
            }
            if (script.ends) {
                connection.peer().shutdownOutput();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static int unread(ApiSocket socket) {
        return socket.get("ioctl?request=FIONREAD").at("value").asInt();
    }

    private static Object perform(Connection connection, ApiFile file, String[] step)
            throws IOException {
        return switch (step[0]) {
            case "arrived" -> arrived(connection.socket(), Integer.parseInt(step[1]));
            case "write" -> wire(connection, file.write(step[1]));
            case "flush" -> wire(connection, file.call("flush"));
            case "close" -> wire(connection, file.close());
            default -> {
                String most = step[0].equals("readlines") ? "?hint=" : "?size=";
                yield result(file.call(step[0] + (step.length > 1 ? most + step[1] : "")));
            }
        };
    }

    private static Object arrived(ApiSocket socket, int bytes) {
        return eventually()
                .until(
                        () -> socket.recv(bytes, "MSG_PEEK|MSG_DONTWAIT"),
                        answer -> answer.status() == 200 && answer.data().length == bytes)
                .dataText();
    }

    /// What the peer has, once it has all that was sent.
    private static String wire(Connection connection, Answer answer) throws IOException {
        assertThat(answer.status()).isLessThan(300);
        eventually().until(() -> inFlight(connection.socket()) == 0);
        return Bytes.latin1(connection.receive(connection.peer().getInputStream().available()));
    }

    private static int inFlight(ApiSocket socket) {
        Answer info = socket.get("tcp_info");
        return info.at("unacked").asInt() + info.at("notsent_bytes").asInt();
    }

    private static Object result(Answer answer) {
        if (answer.status() != 200) {
            return answer.at("kind").asString().equals("timeout")
                    ? "timeout"
                    : answer.at("symbol").asString();
        }
        JsonNode lines = answer.json().get("lines");
        return lines == null
                ? text(answer.json())
                : lines.valueStream().map(FileOracleApiTests::text).toList();
    }

    private static String text(JsonNode piece) {
        return piece.has("text")
                ? piece.get("text").asString()
                : Bytes.latin1(piece.get("data").binaryValue());
    }

    private static Object plain(JsonNode node) {
        return node.isArray()
                ? node.valueStream().map(FileOracleApiTests::plain).toList()
                : node.asString();
    }
}
