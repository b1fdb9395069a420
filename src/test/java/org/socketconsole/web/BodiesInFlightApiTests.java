package org.socketconsole.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.socketconsole.testing.AnswerAssert.assertThat;
import static org.socketconsole.testing.Eventually.eventually;
import static org.socketconsole.testing.Json.json;

import org.junit.jupiter.api.Test;
import org.socketconsole.access.BodyRoom;
import org.socketconsole.call.Payload;
import org.socketconsole.dispatch.CallDefinition;
import org.socketconsole.dispatch.CallTable;
import org.socketconsole.testing.Answer;
import org.socketconsole.testing.Api;
import org.socketconsole.testing.ApiFile;
import org.socketconsole.testing.ApiSocket;
import org.socketconsole.testing.ContractTests;
import org.socketconsole.testing.Json;
import org.socketconsole.testing.RawConnection;
import org.socketconsole.testing.WebSocketClient;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.net.http.HttpClient;
import java.util.List;

/// A server with room for 8 MiB of bodies.
@TestPropertySource(properties = {"console.max-body=8MB", "console.http.bodies-in-flight=8MB"})
class BodiesInFlightApiTests extends ContractTests {

    private static final int MEBIBYTE = 1024 * 1024;
    private static final String JSON = "Content-Type: application/json";

    @Autowired private BodyRoom room;

    @Test
    void aBodyBeyondTheBoundIsToComeAgainAndTheOthersGoOn() throws IOException {
        try (RawConnection held = held()) {
            awaitTaken();
            assertThat(posted(2 * MEBIBYTE)).isProblem(503, "quota").hasHeader("Retry-After", "1");
            assertThat(posted(2)).isCreated();
            assertThat(held.write("{}").answer()).isCreated();
        }
        awaitGivenBack();
    }

    @Test
    void theBodyOfEachCallTakesRoomAndWhoLeavesGivesItBack(@Autowired CallTable table)
            throws IOException {
        ApiSocket socket = api.pair().first();
        ApiFile file = socket.makefile(json("{'mode': 'wb'}"));
        List<CallDefinition> calls =
                table.all().stream().filter(BodiesInFlightApiTests::hasBody).toList();
        assertThat(calls).hasSizeGreaterThan(25);
        for (CallDefinition call : calls) {
            String id = call.path().startsWith("/files") ? file.id() : socket.id();
            String path = call.path().replace("{id}", id).replace("{name}", "SO_KEEPALIVE");
            for (String type : types(call)) {
                takesRoom(call.method(), path, type);
            }
        }
    }

    /// A stream is not held.
    private static boolean hasBody(CallDefinition call) {
        return call.arguments() != null && !call.method().equals("GET") && !call.readsBody();
    }

    private static List<String> types(CallDefinition call) {
        return Payload.class.isAssignableFrom(call.record())
                ? List.of("application/json", "application/octet-stream", "text/plain")
                : List.of("application/json");
    }

    private void takesRoom(String method, String path, String type) throws IOException {
        try (RawConnection held = held(method, path, "Content-Type: " + type)) {
            awaitTaken();
            held.reset();
            awaitGivenBack();
        }
    }

    @Test
    void aBodyOfUnknownLengthCountsAsItComes() throws IOException {
        try (RawConnection held = held();
                RawConnection chunked = new RawConnection(api)) {
            awaitTaken();
            chunked.head("POST", "/sockets", JSON, "Transfer-Encoding: chunked");
            for (int i = 0; i < 64 && !chunked.hasAnswerWithin(1); i++) {
                chunked.write("8000\r\n" + " ".repeat(0x8000) + "\r\n");
            }
            assertThat(chunked.answer()).isProblem(503, "quota");
            assertThat(held.write("{}").answer()).isCreated();
        }
    }

    @Test
    void aFrameOfTheChannelTakesRoomUntilItsCallEnds() {
        try (HttpClient http = HttpClient.newHttpClient()) {
            WebSocketClient channel = new WebSocketClient();
            channel.open(http, api, "/channel", "Authorization", "Bearer " + Api.TOKEN);
            Api.Pair pair = api.pair();
            channel.say(sendall(1, pair.first().id(), 7 * MEBIBYTE));
            pair.first().untilWaiting("sendall");
            channel.say(sendall(2, pair.second().id(), 2 * MEBIBYTE));
            JsonNode refused = Json.read(channel.next());
            assertThat(refused.get("n").asInt()).isEqualTo(2);
            assertThat(refused.get("status").asInt()).isEqualTo(503);
            assertThat(refused.at("/body/kind").asString()).isEqualTo("quota");
            awaitTaken();
            channel.leave();
            awaitGivenBack();
            http.shutdownNow();
        }
    }

    private static String sendall(int number, String socket, int size) {
        return json(
                "{'n': %d, 'call': 'sendall', 'id': '%s', 'body': {'text': '%s'}}",
                number, socket, "x".repeat(size));
    }

    private RawConnection held() throws IOException {
        return held("POST", "/sockets", JSON);
    }

    /// A body of 7 MiB that lacks its last two bytes.
    private RawConnection held(String method, String path, String type) throws IOException {
        int length = 7 * MEBIBYTE;
        return new RawConnection(api)
                .head(method, path, type, "Content-Length: " + length)
                .write(" ".repeat(length - 2));
    }

    /// A request that asked for it over HTTP would take the room itself for a moment.
    private void awaitTaken() {
        eventually().until(() -> !room.hasFor(2 * MEBIBYTE));
    }

    private void awaitGivenBack() {
        eventually().until(() -> room.hasFor(8 * MEBIBYTE));
    }

    private Answer posted(int size) throws IOException {
        try (RawConnection connection = new RawConnection(api)) {
            return connection
                    .head("POST", "/sockets", JSON, "Content-Length: " + size)
                    .write(" ".repeat(size - 2) + "{}")
                    .answer();
        }
    }
}
