package org.socketconsole.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.socketconsole.testing.Json.json;
import static org.socketconsole.testing.Json.quoted;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.socketconsole.testing.AnswerAssert;
import org.socketconsole.testing.Api;
import org.socketconsole.testing.ContractTests;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import tools.jackson.databind.JsonNode;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Nobody's filter keeps others waiting: each of these is asked for by more clients at once than
/// there are processors, and one more client asks for something else.
class HostileFilterTests extends ContractTests {

    private static final int SECONDS = 50;
    private static final String SLOW = "a".repeat(1000);
    private static final int CLIENTS = Runtime.getRuntime().availableProcessors() + 1;

    /// Every route that takes a filter; the id is of a socket with traffic.
    private static final List<String> ROUTES =
            List.of(
                    "/filters/validate?on=sockets&expr=",
                    "/filters/validate?on=traffic&expr=",
                    "/recordings/{id}/traffic?filter=",
                    "/sockets/{id}/traffic.jsonl?filter=",
                    "/sockets/{id}/traffic.pcapng?filter=",
                    "/sockets/{id}/traffic.txt?filter=",
                    "/sockets/{id}/traffic?filter=",
                    "/sockets?filter=",
                    "/traffic.jsonl?filter=",
                    "/traffic.pcapng?filter=",
                    "/traffic.txt?filter=",
                    "/traffic?filter=");

    @TempDir private static Path directory;
    private Api.Pair pair;

    @DynamicPropertySource
    static void recordHere(DynamicPropertyRegistry properties) {
        properties.add("console.recording.directory", () -> directory);
    }

    @AfterEach
    void deleteRecordings() {
        api.get("/recordings")
                .at("items")
                .forEach(one -> api.delete("/recordings/" + one.get("id").asString()));
    }

    /// Of what others left there, each filter would be tried too.
    @BeforeEach
    void sendWhatIsSlowToSearch() {
        AnswerAssert.assertThat(api.delete("/traffic")).isDone();
        pair = api.pair();
        AnswerAssert.assertThat(pair.first().send(SLOW)).isOk();
    }

    @ParameterizedTest
    @MethodSource("filters")
    void aHostileFilterKeepsNobodyWaiting(String filter) throws Exception {
        for (String route : ROUTES) {
            String path = route.replace("{id}", pair.first().id()) + encoded(filter);
            nobodyWaits(() -> api.request("GET", path).sendLater());
        }
    }

    @ParameterizedTest
    @MethodSource("filters")
    void aPageWithAHostileFilterKeepsNobodyWaiting(String filter) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            nobodyWaits(
                    () ->
                            firstFrame(
                                    client, json("{'subscribe': {'filter': %s}}", quoted(filter))));
            client.shutdownNow();
        }
    }

    /// The rules of a responder take expressions too.
    @ParameterizedTest
    @MethodSource("expressions")
    void aRuleWithAHostileExpressionKeepsNobodyWaiting(String expression) throws Exception {
        String rules = json("'rules': [{'match': {'re': %s}}]", quoted(expression));
        String message = json("'framing': 'chunk', 'message': {'text': '%s'}", SLOW);
        nobodyWaits(
                () ->
                        api.request("POST", "/responders/try")
                                .json("{" + message + ", " + rules + "}")
                                .sendLater());
        nobodyWaits(
                () ->
                        api.request("PUT", pair.first().path("responder"))
                                .json(json("{'reply': 'rules', ") + rules + "}")
                                .sendLater());
        nobodyWaits(() -> pair.second().postLater("send", json("{'text': '%s'}", SLOW)));
    }

    /// All that passes is held against it, in the call that moves it.
    @ParameterizedTest
    @MethodSource("filters")
    void aRecordingOfAHostileFilterKeepsNobodyWaiting(String filter) throws Exception {
        String wanted = json("{'filter': %s}", quoted(filter));
        nobodyWaits(() -> api.request("POST", "/recordings").json(wanted).sendLater());
        nobodyWaits(() -> pair.second().postLater("send", json("{'text': '%s'}", SLOW)));
    }

    private void nobodyWaits(Supplier<CompletableFuture<?>> hostile) throws Exception {
        List<CompletableFuture<?>> answers =
                Stream.generate(hostile).limit(CLIENTS).collect(Collectors.toList());
        answers.add(api.request("GET", "/byteorder/htons?x=1").sendLater());
        for (CompletableFuture<?> answer : answers.reversed()) {
            answer.get(SECONDS, TimeUnit.SECONDS);
        }
    }

    @Test
    void noOtherRouteTakesAFilter() {
        JsonNode paths = api.outside("GET", "/v3/api-docs").send().at("paths");
        TreeSet<String> routes = new TreeSet<>();
        paths.propertyStream()
                .forEach(
                        path ->
                                Stream.of("filter", "expr")
                                        .filter(name -> takes(path.getValue(), name))
                                        .map(name -> path.getKey() + " " + name)
                                        .forEach(routes::add));
        assertThat(routes)
                .containsExactlyInAnyOrderElementsOf(
                        ROUTES.stream()
                                .map(
                                        route ->
                                                "/api/v1"
                                                        + route.replace("on=sockets&", "")
                                                                .replace("on=traffic&", "")
                                                                .replace("?", " ")
                                                                .replace("=", ""))
                                .distinct()
                                .toList());
    }

    /// Those of [#ROUTES] are in no body; what a `Recording` shows is what it was begun with.
    @Test
    void noOtherBodyHasAnExpression() {
        JsonNode schemas = api.outside("GET", "/v3/api-docs").send().at("/components/schemas");
        assertThat(
                        schemas.propertyStream()
                                .flatMap(schema -> expressions(schema.getKey(), schema.getValue())))
                .containsExactlyInAnyOrder(
                        "Recording.filter", "ResponderMatch.re", "StartRequest.filter");
    }

    private static Stream<String> expressions(String name, JsonNode schema) {
        return Stream.of("filter", "expr", "re")
                .filter(member -> schema.at("/properties").has(member))
                .map(member -> name + "." + member);
    }

    static Stream<String> filters() {
        return Stream.of(
                "re:/((){2147483647}){2147483647}x/",
                "re:/((){1000}){1000}x/",
                "re:/(((a{100}){100}){100}){100}/",
                "re:/((a{1000}\\Q\\E){1000}\\Q\\E){1000}/",
                "re:/" + "(".repeat(300) + "a" + "){9}".repeat(120) + ")".repeat(180) + "/",
                "re:/" + "(".repeat(499) + ")".repeat(499) + "/",
                "re:/" + "(a*)*".repeat(190) + "b/",
                "re:/" + "(a|b|ab)*".repeat(100) + "c/",
                "re:/(a?){330}a{330}b/",
                "re:/(.*)(.*)(.*)(.*)(.*)(.*)(.*)(.*)[^a]$/",
                "re:/" + "\\pL\\PL".repeat(160) + "/i",
                "re:/[" + "\\pL\\PL".repeat(160) + "]/i",
                "re:/" + "[\\x{2}-\\x{10fffe}]".repeat(50) + "/i",
                "re:/" + "\\/".repeat(480) + "/",
                "re:/a.{900}b/ or re:/a.{901}b/",
                "text:" + "a".repeat(1900) + "b",
                "hex:" + "61".repeat(990));
    }

    static Stream<String> expressions() {
        return filters()
                .filter(filter -> filter.startsWith("re:/") && filter.endsWith("/"))
                .map(filter -> filter.substring("re:/".length(), filter.length() - 1));
    }

    private static String encoded(String filter) {
        return URLEncoder.encode(filter, UTF_8);
    }

    private CompletableFuture<?> firstFrame(HttpClient client, String subscription) {
        CompletableFuture<String> frame = new CompletableFuture<>();
        client.newWebSocketBuilder()
                .header("Authorization", "Bearer " + Api.TOKEN)
                .buildAsync(
                        URI.create("ws://127.0.0.1:" + api.port() + "/api/v1/live"),
                        new WebSocket.Listener() {
                            @Override
                            public @Nullable CompletionStage<?> onText(
                                    WebSocket socket, CharSequence text, boolean last) {
                                frame.complete(text.toString());
                                return null;
                            }
                        })
                .thenCompose(socket -> socket.sendText(subscription, true));
        return frame;
    }

    private static boolean takes(JsonNode path, String name) {
        return path.at("/get/parameters")
                .valueStream()
                .anyMatch(parameter -> parameter.at("/name").asString().equals(name));
    }
}
