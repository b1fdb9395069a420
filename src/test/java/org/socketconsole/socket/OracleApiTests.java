package org.socketconsole.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.socketconsole.testing.Json.base64;

import org.junit.jupiter.api.Test;
import org.socketconsole.testing.Answer;
import org.socketconsole.testing.ApiSocket;
import org.socketconsole.testing.ContractTests;
import org.socketconsole.testing.Json;
import org.socketconsole.testing.Python;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The calls of `oracle.txt` do, over HTTP, what they do in CPython's socket module: errno for
/// errno.
class OracleApiTests extends ContractTests {

    private static final Map<String, String> PLACES =
            Map.of(
                    "get",
                    "netdb",
                    "if_",
                    "netdb",
                    "hto",
                    "byteorder",
                    "nto",
                    "byteorder",
                    "ine",
                    "byteorder");

    private final Map<String, ApiSocket> sockets = new HashMap<>();
    private final Map<String, JsonNode> addresses = new HashMap<>();

    @Test
    void everyCallDoesWhatItDoesInCpython() throws Exception {
        JsonNode oracle = Json.read(Python.run(resource("oracle.py"), resource("oracle.txt")));
        List<String> differences = new ArrayList<>();
        sequences()
                .forEach(
                        (title, lines) -> {
                            sockets.clear();
                            for (int i = 0; i < lines.size(); i++) {
                                String expected = value(oracle.get(title).get(i));
                                String actual = outcome(lines.get(i));
                                if (!actual.equals(expected)) {
                                    differences.add(
                                            "%s: %s: CPython %s, API %s"
                                                    .formatted(
                                                            title, lines.get(i), expected, actual));
                                }
                            }
                        });
        assertThat(differences).isEmpty();
    }

    private static Map<String, List<String>> sequences() throws IOException {
        Map<String, List<String>> sequences = new LinkedHashMap<>();
        List<String> lines = new ArrayList<>();
        for (String line : resource("oracle.txt").lines().toList()) {
            if (line.startsWith("# ")) {
                lines = new ArrayList<>();
                sequences.put(line.substring(2), lines);
            } else if (!line.isEmpty()) {
                lines.add(line);
            }
        }
        return sequences;
    }

    private String outcome(String line) {
        String[] words = line.split(" ", 3);
        String[] rest = (words.length > 2 ? words[2] : "{}").split(" > ");
        ObjectNode body = body(rest[0]);
        String target = rest.length > 1 ? rest[1] : "";
        return words[0].equals("-")
                ? result(words[1], api.get(query(words[1], body)))
                : outcome(words[0], words[1], body, target);
    }

    private String outcome(String name, String call, ObjectNode body, String target) {
        ApiSocket socket = sockets.get(name);
        return switch (call) {
            case "socket" -> made(name, "id", api.post("/sockets", body.toString()));
            case "accept" -> made(target, "conn/id", socket.post("accept"));
            case "close" -> result(call, socket.close());
            case "getsockname" -> {
                addresses.put(target, socket.localAddress());
                yield "null";
            }
            case "reset" -> {
                socket.post(
                        "setsockopt",
                        Json.json("{'level': 1, 'optname': 13, 'data': 'AQAAAAAAAAA='}"));
                yield result(call, socket.close());
            }
            case "getpeername", "getblocking", "gettimeout" -> result(call, socket.get(call));
            case "getsockopt" -> result(call, socket.get("getsockopt" + parameters(body)));
            default -> result(call, socket.post(call, body.toString()));
        };
    }

    private String made(String name, String pointer, Answer answer) {
        if (answer.status() == 201) {
            sockets.put(name, api.socketOf(answer.at(pointer).asString()));
            return "null";
        }
        return failure(answer);
    }

    private static String result(String call, Answer answer) {
        if (answer.status() >= 400) {
            return failure(answer);
        }
        return switch (call) {
            case "recv" -> answer.dataText();
            case "connect_ex" -> value(answer.at("errno"));
            default -> answer.status() == 204 ? "null" : value(answer.json().iterator().next());
        };
    }

    private static String failure(Answer answer) {
        String kind = answer.at("kind").asString();
        return switch (kind) {
            case "socket-error" -> "errno " + answer.at("errno").asInt();
            case "gaierror", "herror" -> kind + " " + answer.at("errno").asInt();
            case "invalid-argument", "not-found" -> "argument";
            default -> kind;
        };
    }

    private ObjectNode body(String json) {
        ObjectNode body = (ObjectNode) Json.read(json);
        String address = body.path("address").asString("");
        if (address.startsWith("$")) {
            String name = address.substring(1);
            body.set(
                    "address",
                    addresses.containsKey(name)
                            ? addresses.get(name)
                            : sockets.get(name).localAddress());
        }
        if (body.has("zeros")) {
            body.put("data", base64(new byte[body.remove("zeros").asInt()]));
        }
        return body;
    }

    private static String query(String call, ObjectNode body) {
        String place = call.startsWith("gethost") ? "dns" : PLACES.get(call.substring(0, 3));
        return "/" + place + "/" + call + parameters(body);
    }

    private static String parameters(ObjectNode body) {
        return body.properties().stream()
                .map(member -> member.getKey() + "=" + encoded(member.getValue().asString()))
                .collect(Collectors.joining("&", "?", ""));
    }

    private static String value(JsonNode node) {
        return node.isNumber()
                ? node.decimalValue().stripTrailingZeros().toPlainString()
                : node.isNull() ? "null" : node.asString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String resource(String name) throws IOException {
        try (var in = OracleApiTests.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
