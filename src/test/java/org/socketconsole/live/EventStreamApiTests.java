package org.socketconsole.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.socketconsole.testing.AnswerAssert.assertThat;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.socketconsole.testing.Api;
import org.socketconsole.testing.ApiSocket;
import org.socketconsole.testing.Contract;
import org.socketconsole.testing.ContractTests;
import org.socketconsole.testing.Json;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Iterator;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class EventStreamApiTests extends ContractTests {

    private static final int MOST_LINES = 100_000;

    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void leave() {
        client.shutdownNow();
    }

    @Test
    void theHeadComesBeforeAnythingHappens() throws Exception {
        assertThat(connect(null).headers().firstValue("Content-Type").orElse(""))
                .startsWith("text/event-stream");
    }

    @Test
    void aSocketsLifeIsTold() throws Exception {
        Events events = open(null);
        ApiSocket socket = api.tcp();
        assertThat(events.next("socket", socket).get("state").asString()).isEqualTo("UNCONNECTED");
        socket.bound();
        assertThat(events.next("socket", socket).get("state").asString()).isEqualTo("BOUND");
        assertThat(events.next("call", socket).get("text").asString()).startsWith("bind(('127.0.");
        socket.close();
        assertThat(events.next("socket", socket).get("state").asString()).isEqualTo("CLOSED");
    }

    @Test
    void trafficIsToldWithItsSocket() throws Exception {
        Events events = open(null);
        Api.Pair pair = api.pair();
        assertThat(pair.first().send("hello")).isOk();
        JsonNode chunk = events.next("traffic", pair.first());
        assertThat(chunk.get("size").asInt()).isEqualTo(5);
        assertThat(chunk.get("direction").asString()).isEqualTo("sent");
    }

    @Test
    void anOperationIsToldWhenItWaitsAndWhenItEnds() throws Exception {
        Events events = open(null);
        Api.Pair pair = api.pair();
        var waiting = pair.first().postLater("recv", "{\"bufsize\": 1}");
        JsonNode begun = events.next("operation", pair.first());
        assertThat(begun.get("ended").asBoolean()).isFalse();
        assertThat(begun.get("call").asString()).isEqualTo("recv");
        assertThat(pair.second().send("x")).isOk();
        assertThat(events.next("operation", pair.first()).get("ended").asBoolean()).isTrue();
        assertThat(waiting.join()).isOk();
    }

    @Test
    void aFailedCallIsToldWithItsErrno() throws Exception {
        Events events = open(null);
        ApiSocket socket = api.tcp();
        assertThat(socket.recv(1)).isProblem(409, "socket-error", "ENOTCONN");
        JsonNode call = events.next("call", socket);
        assertThat(call.get("symbol").asString()).isEqualTo("ENOTCONN");
        assertThat(call.get("text").asString()).isEqualTo("recv(1)");
        assertThat(call.get("kind").asString()).isEqualTo("socket-error");
    }

    @Test
    void whoComesBackHasWhatHeMissed() throws Exception {
        Events events = open(null);
        ApiSocket before = api.tcp();
        events.next("socket", before);
        long last = events.lastId;
        ApiSocket meanwhile = api.tcp();
        assertThat(open(Long.toString(last)).next("socket", meanwhile).get("id").asString())
                .isEqualTo(meanwhile.id());
    }

    @Test
    void whoComesBackToAnotherRunOfTheServerIsToldOfTheGap() throws Exception {
        ApiSocket socket = api.tcp();
        Events events = open("999999999999999999");
        assertThat(events.next(data -> true).get("count").asInt()).isEqualTo(1);
        assertThat(events.type).isEqualTo("gap");
        assertThat(events.next("socket", socket).get("id").asString()).isEqualTo(socket.id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "-1", "1.5", "9999999999999999999"})
    void whatIsNoIdIsRefused(String lastEventId) throws Exception {
        HttpResponse<Stream<String>> answer = connect(lastEventId);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body().collect(Collectors.joining()))
                .contains("\"field\":\"Last-Event-ID\"");
    }

    @Test
    void idsIncrease() throws Exception {
        Events events = open(null);
        events.next("socket", api.tcp());
        long first = events.lastId;
        events.next("socket", api.tcp());
        assertThat(events.lastId).isGreaterThan(first);
    }

    @Test
    void whatShowsAndCallsNothingIsNoEvent() throws Exception {
        Events events = open(null);
        ApiSocket socket = api.tcp();
        socket.view();
        api.get("/operations");
        socket.get("getsockname");
        assertThat(events.next("call", socket).get("call").asString()).isEqualTo("getsockname");
    }

    @Test
    void theNumberOfClientsIsBounded() throws Exception {
        HttpResponse<?> answer = connect(null);
        for (int i = 0; i < 300 && answer.statusCode() == 200; i++) {
            answer = connect(null);
        }
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Content-Type"))
                .contains("application/problem+json");
        leave();
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(this::mayAllHear);
    }

    /// Those that have left are noticed with the next events.
    private boolean mayAllHear() throws Exception {
        api.tcp().close();
        try (HttpClient later = HttpClient.newHttpClient()) {
            int heard = 0;
            while (heard < 100 && connect(later, null).statusCode() == 200) {
                heard++;
            }
            later.shutdownNow();
            return heard == 100;
        }
    }

    private Events open(String lastEventId) throws Exception {
        return new Events(connect(lastEventId).body());
    }

    private HttpResponse<Stream<String>> connect(String lastEventId)
            throws IOException, InterruptedException {
        return connect(client, lastEventId);
    }

    private HttpResponse<Stream<String>> connect(HttpClient client, String lastEventId)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(
                                URI.create("http://127.0.0.1:" + api.port() + "/api/v1/events"))
                        .header("Authorization", "Bearer " + Api.TOKEN);
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        HttpResponse<Stream<String>> answer = client.send(request.build(), BodyHandlers.ofLines());
        Contract.check(answer);
        return answer;
    }

    /// Reads the fields of each event, see the HTML standard, section 9.2.6.
    private static final class Events {
        private final Iterator<String> lines;
        private long lastId;
        private String type = "";

        Events(Stream<String> lines) {
            this.lines = lines.limit(MOST_LINES).iterator();
        }

        JsonNode next(String wanted, ApiSocket socket) {
            return next(
                    data ->
                            type.equals(wanted)
                                    && data.get("socket_id").asString("").equals(socket.id()));
        }

        private JsonNode next(Predicate<JsonNode> wanted) {
            while (lines.hasNext()) {
                String line = lines.next();
                if (line.startsWith("id: ")) {
                    lastId = Long.parseLong(line.substring(4));
                } else if (line.startsWith("event: ")) {
                    type = line.substring(7);
                } else if (line.startsWith("data: ")) {
                    JsonNode data = Json.read(line.substring(6));
                    if (wanted.test(data)) {
                        return data;
                    }
                }
            }
            throw new AssertionError("the stream ended");
        }
    }
}
