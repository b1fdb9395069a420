package org.socketconsole.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.socketconsole.file.Console.Answer;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The same steps on a file of the console and on one of the `python3` of this machine.
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "console.token=" + Console.TOKEN)
class CPythonTests {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final long PAUSE = 10;
    private static final String STREAM = "a\r\nb\rc\n\n\r\r\nde\r";

    @LocalServerPort private int port;

    /// Bytes are written as latin-1. A peer that does not end its stream keeps it open.
    record Script(
            Map<String, Object> arguments,
            @Nullable Double timeout,
            List<String> chunks,
            boolean ends,
            List<String> steps) {

        String json() {
            Map<String, @Nullable Object> json = new HashMap<>(arguments);
            json.put("timeout", timeout);
            json.put("chunks", chunks);
            json.put("ends", ends);
            json.put("steps", steps);
            return MAPPER.writeValueAsString(json);
        }
    }

    @BeforeAll
    static void havePython() {
        try {
            new ProcessBuilder("python3", "--version").start().waitFor();
        } catch (IOException | InterruptedException missing) {
            System.err.println("python3 is missing: files are NOT compared with CPython's");
            Assumptions.abort("python3 is missing");
        }
    }

    @ParameterizedTest
    @MethodSource
    void aFileDoesWhatThatOfCPythonDoes(Script script) throws Exception {
        Process python = python(script);
        assertThat(onTheConsole(script)).isEqualTo(results(python));
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
                    reading(binary, List.of("abc"), "sleep 0.3", "read 5", "read -1", "read 5"));
            scripts.add(writing(Map.of("mode", "wb", "bufsize", bufsize)));
            scripts.add(timing(binary, 0.3, "readline", "read 9", "read 9", "readline"));
            scripts.add(timing(binary, 0.0, "sleep 0.3", "readline", "read 9", "read 9", "read"));
        }
        // Unbuffered, CPython fails here by a defect and loses both lines.
        scripts.add(timing(Map.of("mode", "rb"), 0.0, "sleep 0.3", "readlines", "read 9"));
        String utf8 =
                new String("ä€😀\n".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
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
        try (Connection connection = Connection.open(new Console(port))) {
            if (script.timeout != null) {
                connection.timeout(script.timeout);
            }
            String file = connection.file(script.arguments);
            Thread peer = Thread.startVirtualThread(() -> send(connection, script));
            List<Object> results = new ArrayList<>();
            for (String step : script.steps) {
                results.add(perform(connection, file, step.split(" ", 2)));
            }
            peer.join();
            return results;
        }
    }

    private static void send(Connection connection, Script script) {
        try {
            for (String chunk : script.chunks) {
                connection.send(chunk.getBytes(StandardCharsets.ISO_8859_1));
                Thread.sleep(PAUSE);
            }
            if (script.ends) {
                connection.peer().shutdownOutput();
            }
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static Object perform(Connection connection, String file, String[] step)
            throws Exception {
        Console console = connection.console();
        String argument = step.length > 1 ? step[1] : null;
        switch (step[0]) {
            case "sleep" -> Thread.sleep((long) (Double.parseDouble(step[1]) * 1000));
            case "write" -> console.post(file + "/write", Map.of("text", step[1]));
            case "flush" -> console.post(file + "/flush", Map.of());
            case "close" -> console.delete(file);
            default -> {
                String query = argument == null ? "" : "?size=" + argument + "&hint=" + argument;
                return result(console.post(file + "/" + step[0] + query, Map.of()));
            }
        }
        return step[0].equals("sleep") ? "" : wire(connection);
    }

    private static String wire(Connection connection) throws Exception {
        Thread.sleep(PAUSE);
        byte[] received = connection.receive(connection.peer().getInputStream().available());
        return new String(received, StandardCharsets.ISO_8859_1);
    }

    private static Object result(Answer answer) {
        if (answer.status() != 200) {
            return answer.text("kind").equals("timeout") ? "timeout" : answer.text("symbol");
        }
        JsonNode lines = answer.body().get("lines");
        return lines == null
                ? text(answer.body())
                : lines.valueStream().map(CPythonTests::text).toList();
    }

    private static String text(JsonNode piece) {
        return piece.has("text")
                ? piece.get("text").asString()
                : new String(piece.get("data").binaryValue(), StandardCharsets.ISO_8859_1);
    }

    private static Process python(Script script) throws IOException {
        String path =
                Objects.requireNonNull(CPythonTests.class.getResource("makefile.py")).getPath();
        Process python = new ProcessBuilder("python3", path).start();
        try (var stdin = python.outputWriter()) {
            stdin.write(script.json());
        }
        return python;
    }

    private static List<Object> results(Process python) throws IOException {
        String errors = new String(python.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(errors).isEmpty();
        JsonNode results = MAPPER.readTree(python.getInputStream().readAllBytes());
        return results.valueStream().map(CPythonTests::plain).toList();
    }

    private static Object plain(JsonNode node) {
        return node.isArray()
                ? node.valueStream().map(CPythonTests::plain).toList()
                : node.asString();
    }
}
