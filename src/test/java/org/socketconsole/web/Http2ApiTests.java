package org.socketconsole.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.socketconsole.testing.Json.json;

import static java.net.http.HttpClient.Version.HTTP_2;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.socketconsole.testing.Answer;
import org.socketconsole.testing.AnswerAssert;
import org.socketconsole.testing.Api;
import org.socketconsole.testing.ApiSocket;
import org.socketconsole.testing.ContractTests;
import org.springframework.test.context.TestPropertySource;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/// HTTP/2 without TLS, of a client of the JDK.
@TestPropertySource(properties = {"server.http2.enabled=true", "console.max-body=2MB"})
class Http2ApiTests extends ContractTests {

    private static final int MANY = 1000;

    private final HttpClient client = HttpClient.newBuilder().version(HTTP_2).build();

    /// The first request agrees on the protocol, and has no body.
    @BeforeEach
    void agree() throws Exception {
        URI root = URI.create("http://127.0.0.1:%d/".formatted(api.port()));
        HttpRequest request = HttpRequest.newBuilder(root).build();
        assertThat(client.send(request, BodyHandlers.discarding()).version()).isEqualTo(HTTP_2);
    }

    @AfterEach
    void end() {
        client.shutdownNow();
    }

    @Test
    void aThousandCallsThatWaitShareAConnection() throws Exception {
        Api.Pair pair = api.pair();
        long before = connections();
        List<CompletableFuture<Answer>> waiting = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            waiting.add(later(pair.first()));
        }
        pair.first().untilWaiting("recv", MANY);
        assertThat(connections()).isEqualTo(before);
        AnswerAssert.assertThat(pair.second().send("x".repeat(MANY))).isOk();
        assertThat(waiting).allSatisfy(answer -> assertThat(answer.get().status()).isEqualTo(200));
    }

    @Test
    void aClientThatWantsNoAnswerAnyMoreCancelsItsCall() {
        Api.Pair pair = api.pair();
        CompletableFuture<Answer> gone = later(pair.first());
        CompletableFuture<Answer> stays = later(pair.first());
        pair.first().untilWaiting("recv", 2);
        gone.cancel(true);
        pair.first().untilWaiting("recv", 1);
        pair.second().send("x");
        assertThat(stays.join().status()).isEqualTo(200);
    }

    @Test
    void aCallWhoseClientLeftIsMadeAnewUnderItsKey() throws Exception {
        Api.Pair pair = api.pair();
        HttpRequest keyed = recv(pair.first()).header("Idempotency-Key", "k").build();
        CompletableFuture<?> gone = client.sendAsync(keyed, BodyHandlers.ofString());
        pair.first().untilWaiting("recv");
        gone.cancel(true);
        pair.first().untilWaiting("recv", 0);
        pair.second().send("x");
        HttpResponse<String> again = client.send(keyed, BodyHandlers.ofString());
        assertThat(again.statusCode()).as(again.body()).isEqualTo(200);
    }

    @Test
    void aCallThatSomebodyCancelledIsCancelledUnderItsKey() throws Exception {
        Api.Pair pair = api.pair();
        HttpRequest keyed = recv(pair.first()).header("Idempotency-Key", "k").build();
        CompletableFuture<?> waits = client.sendAsync(keyed, BodyHandlers.ofString());
        pair.first().untilWaiting("recv");
        String waiting = api.get("/operations").at("items/0/id").asString();
        AnswerAssert.assertThat(api.delete("/operations/" + waiting)).isDone();
        waits.join();
        HttpResponse<String> again = client.send(keyed, BodyHandlers.ofString());
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.headers().firstValue("Idempotency-Replayed")).hasValue("true");
    }

    @Test
    void aClientThatLeavesCancelsItsCallsAndLosesNothing() {
        Api.Pair pair = api.pair();
        later(pair.first());
        later(pair.first());
        pair.first().untilWaiting("recv", 2);
        client.shutdownNow();
        pair.first().untilWaiting("recv", 0);
        pair.second().send("all");
        AnswerAssert.assertThat(pair.first().recv(10)).isOk().has("size", 3);
    }

    @Test
    void aBodyOfUnknownLengthIsBounded() {
        byte[] large = new byte[3 * 1024 * 1024];
        BodyPublisher unknown = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large));
        Api.Request request = api.by(client).request("POST", "/sockets");
        AnswerAssert.assertThat(request.body("application/json", unknown).send()).hasStatus(413);
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1,200", "localhost,200", "evil.test,421", "127.0.0.1.evil.test,421"})
    void theNameOfAnotherHostIsMisdirected(String authority, int status) throws IOException {
        assertThat(Http2Head.statusOf(api, authority, null)).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"http://localhost,200", "http://evil.test,403"})
    void aPageOfAnotherOriginIsForbidden(String origin, int status) throws IOException {
        assertThat(Http2Head.statusOf(api, "localhost", origin)).isEqualTo(status);
    }

    private CompletableFuture<Answer> later(ApiSocket socket) {
        return api.by(client).socketOf(socket.id()).postLater("recv", json("{'bufsize': 1}"));
    }

    private HttpRequest.Builder recv(ApiSocket socket) {
        return request(socket.path("recv")).POST(BodyPublishers.ofString(json("{'bufsize': 1}")));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(uri("127.0.0.1", path))
                .header("Authorization", "Bearer " + Api.TOKEN)
                .header("Content-Type", "application/json");
    }

    private URI uri(String host, String path) {
        return URI.create("http://%s:%d/api/v1%s".formatted(host, api.port(), path));
    }

    /// Those to the server's port, as the kernel has them.
    private long connections() throws IOException {
        String port = ":%04X 01 ".formatted(api.port());
        try (Stream<String> lines = Files.lines(Path.of("/proc/net/tcp"))) {
            return lines.filter(line -> line.substring(20).startsWith(port, 8)).count();
        }
    }
}
