package org.socketconsole.model;

import static org.socketconsole.testing.Json.base64;

import org.jspecify.annotations.Nullable;
import org.socketconsole.testing.Answer;
import org.socketconsole.testing.Api;
import org.socketconsole.testing.Bytes;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// The console's side: the calls over HTTP.
final class Console {

    private static final Set<String> GETS =
            Set.of(
                    "fileno",
                    "getblocking",
                    "getpeername",
                    "getsockname",
                    "getsockopt",
                    "gettimeout",
                    "ioctl",
                    "view");
    private static final Set<String> FUNCTIONS = Set.of("fromfd", "select", "socketpair");
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Api api;
    private final Setting setting;
    private final Map<String, String> paths = new LinkedHashMap<>();

    Console(Api api, Setting setting) {
        this.api = api;
        this.setting = setting;
    }

    /// The address or the descriptor of a socket cannot be had: the call ends with the same error.
    private static final class Unplaced extends RuntimeException {
        private final Answer answer;

        Unplaced(Answer answer) {
            super(answer.toString());
            this.answer = answer;
        }
    }

    /// Whether all was made that a call needs.
    boolean hasAll(Set<String> names) {
        return paths.keySet().containsAll(names);
    }

    ObjectNode run(Step step, double within) {
        try {
            Api.Request request = request(step, within);
            Step other = step.meanwhile();
            return other == null
                    ? outcome(step, request.send())
                    : together(step, request.sendLater(), other, within);
        } catch (Unplaced end) {
            return failure(end.answer);
        }
    }

    /// Closes what the sequence made.
    void end() {
        paths.values().forEach(api::delete);
        paths.clear();
    }

    private ObjectNode together(
            Step step, CompletableFuture<Answer> answer, Step other, double within) {
        String waits = "/operations?socket=" + id(path(step.on()));
        while (!answer.isDone() && api.get(waits).at("total").asInt() == 0) {
            Thread.onSpinWait();
        }
        ObjectNode meanwhile = run(other, within);
        return outcome(step, answer.join()).set("meanwhile", meanwhile);
    }

    private Api.Request request(Step step, double within) {
        String wait = "wait=" + within;
        ObjectNode body = (ObjectNode) placed("", step.args());
        String call = step.call().replace("file.", "");
        String path = step.on() == null ? "/sockets" : path(step.on());
        return switch (call) {
            case "close" -> api.request("DELETE", path + "?" + wait);
            case "view" -> api.request("GET", path);
            case "socket" -> api.request("POST", path).json(body.toString());
            case "select" -> api.request("POST", "/select?" + wait).json(body.toString());
            case "accept", "dup" -> api.request("POST", path + "/" + call + "?" + wait);
            default ->
                    GETS.contains(call)
                            ? api.request("GET", path + "/" + call + query(body))
                            : api.request("POST", path + "/" + call + "?" + wait)
                                    .json(body.toString());
        };
    }

    private String path(@Nullable String name) {
        return Objects.requireNonNull(paths.get(name));
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String query(ObjectNode body) {
        return body.properties().stream()
                .map(
                        member ->
                                member.getKey()
                                        + "="
                                        + URLEncoder.encode(
                                                member.getValue().asString(),
                                                StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "?", ""));
    }

    // Names, and what they stand for

    private JsonNode placed(String member, JsonNode node) {
        if (node.has("of")) {
            return referred(member, node.get("of").stringValue());
        }
        if (node instanceof ObjectNode object) {
            ObjectNode result = NODES.objectNode();
            object.properties()
                    .forEach(m -> result.set(m.getKey(), placed(m.getKey(), m.getValue())));
            return result.has("sockets") ? descriptors(result) : result;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode result = NODES.arrayNode();
            array.forEach(item -> result.add(placed(member, item)));
            return result;
        }
        return node.isString() ? placed(member, node.stringValue()) : node;
    }

    private JsonNode placed(String member, String text) {
        return switch (member) {
            case "read", "write", "except" -> NODES.stringNode(id(path(text)));
            case "host", "path" -> NODES.stringNode(setting.placed(text));
            case "protocol" -> NODES.numberNode(setting.protocol());
            default ->
                    text.equals("@") ? NODES.numberNode(setting.proto()) : NODES.stringNode(text);
        };
    }

    private JsonNode referred(String member, String name) {
        String call = member.equals("fd") ? "/fileno" : "/getsockname";
        Answer answer = api.get(path(name) + call);
        if (answer.status() != 200) {
            throw new Unplaced(answer);
        }
        return member.equals("fd") ? answer.at("fileno") : answer.json();
    }

    /// The data of an `SCM_RIGHTS` that passes these sockets on.
    private JsonNode descriptors(ObjectNode message) {
        int[] fds =
                StreamSupport.stream(message.remove("sockets").spliterator(), false)
                        .mapToInt(name -> referred("fd", name.stringValue()).asInt())
                        .toArray();
        return message.put("data", base64(Bytes.ints(fds)));
    }

    // Outcomes

    private ObjectNode outcome(Step step, Answer answer) {
        if (answer.status() >= 400) {
            return failure(answer);
        }
        JsonNode value = answer.body().length == 0 ? NODES.nullNode() : answer.json();
        if (!step.isOf("view")) {
            name(step, made(value));
        }
        return NODES.objectNode()
                .set("ok", step.isOf("makefile") ? NODES.nullNode() : named(value));
    }

    private void name(Step step, List<String> made) {
        for (int i = 0; i < made.size(); i++) {
            String name = i < step.as().size() ? step.as().get(i) : "?" + made.get(i);
            paths.put(name, made.get(i));
        }
    }

    private static List<String> made(JsonNode value) {
        List<String> made = new ArrayList<>();
        value.path("sockets").forEach(socket -> made.add(pathOf(socket)));
        JsonNode one = value.path("conn").isMissingNode() ? value : value.get("conn");
        if (one.has("id")) {
            made.add(pathOf(one));
        }
        return made;
    }

    private static String pathOf(JsonNode thing) {
        String id = thing.get("id").stringValue();
        return (thing.has("bufsize") ? "/files/" : "/sockets/") + id;
    }

    /// What `select` answers, with names in the place of ids.
    private JsonNode named(JsonNode value) {
        if (!value.has("except")) {
            return value;
        }
        Map<String, String> names = new HashMap<>();
        paths.forEach((name, path) -> names.put(id(path), name));
        ObjectNode result = NODES.objectNode();
        value.properties()
                .forEach(
                        way -> {
                            ArrayNode ready = result.putArray(way.getKey());
                            way.getValue().forEach(id -> ready.add(names.get(id.stringValue())));
                        });
        return result;
    }

    private static ObjectNode failure(Answer answer) {
        String kind = answer.at("kind").stringValue();
        return raised(
                switch (kind) {
                    case "socket-error" -> "errno " + answer.at("errno").asInt();
                    case "gaierror" -> "gaierror " + answer.at("errno").asInt();
                    case "timeout" -> answer.at("retry").asBoolean(false) ? "waits" : "timeout";
                    case "invalid-argument" -> "argument";
                    default -> kind;
                });
    }

    static ObjectNode raised(String what) {
        return NODES.objectNode().put("raised", what);
    }
}
