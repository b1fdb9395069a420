package org.socketconsole.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.socketconsole.testing.AnswerAssert.assertThat;
import static org.socketconsole.testing.Json.json;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.socketconsole.testing.Answer;
import org.socketconsole.testing.Api;
import org.socketconsole.testing.ContractTests;
import org.socketconsole.testing.Json;
import org.socketconsole.testing.RawConnection;
import org.socketconsole.testing.WebSocketClient;
import org.springframework.test.context.TestPropertySource;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;

/// A server with room for 8 MiB of bodies.
@TestPropertySource(properties = {"console.max-body=8MB", "console.http.bodies-in-flight=8MB"})
class BodiesInFlightApiTests extends ContractTests {

    private static final int MEBIBYTE = 1024 * 1024;
    private static final String JSON = "Content-Type: application/json";

    @Test
    void aBodyBeyondTheBoundIsToComeAgainAndTheOthersGoOn() throws IOException {
        try (RawConnection held = held()) {
            await(503);
            assertThat(posted(2 * MEBIBYTE)).isProblem(503, "quota").hasHeader("Retry-After", "1");
            assertThat(posted(2)).isCreated();
            assertThat(held.write("{}").answer()).isCreated();
        }
        await(201);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /sockets, application/json",
        "POST, /batch, application/json",
        "POST, /select, application/json",
        "POST, /responders/try, application/json",
        "PUT, /sockets/ID/label, application/json",
        "PUT, /sockets/ID/responder, application/json",
        "PUT, /sockets/ID/options/SO_KEEPALIVE, application/json",
        "POST, /sockets/ID/send, application/json",
        "POST, /sockets/ID/send, application/octet-stream",
        "POST, /sockets/ID/sendall, text/plain",
        "POST, /sockets/ID/sendto, application/octet-stream"
    })
    void everyBodyTakesRoomAndWhoLeavesGivesItBack(String method, String route, String type)
            throws IOException {
        String path = route.replace("ID", api.pair().first().id());
        try (RawConnection held = held(method, path, "Content-Type: " + type)) {
            await(503);
            held.reset();
            await(201);
        }
    }

    @Test
    void aBodyOfUnknownLengthCountsAsItComes() throws IOException {
        try (RawConnection held = held();
                RawConnection chunked = new RawConnection(api)) {
            await(503);
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
            await(503);
            channel.leave();
            await(201);
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

    private void await(int status) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> posted(2 * MEBIBYTE).status() == status);
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
