package org.socketconsole.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.socketconsole.testing.AnswerAssert.assertThat;

import static java.net.http.HttpClient.Version.HTTP_1_1;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.socketconsole.testing.Answer;
import org.socketconsole.testing.Api;
import org.socketconsole.testing.ApiSocket;
import org.socketconsole.testing.Peers;
import org.socketconsole.testing.RawConnection;
import org.socketconsole.testing.ServerProcess;
import org.socketconsole.testing.WebSocketClient;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// Clients that take their time, at a server whose heap would not hold what they have not read.
@Order(1)
class LittleMemoryIT {

    private static final int READERS = 6;

    /// The 12 MiB that are kept have given way after so many, each sent and received.
    private static final int PIECES = 16;

    private static final int PIECE = 400 * 1024;

    /// What is kept of it would fill the heap, and the kernel's buffers hold a few megabytes.
    private static final long MUCH = 100 * 1024 * 1024;

    private static final byte[] MEGABYTE = new byte[1024 * 1024];

    @TempDir private static Path directory;
    private static ServerProcess server;
    private static Api api;

    private final List<RawConnection> connections = new ArrayList<>();
    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    static void start() {
        server =
                ServerProcess.withHeap(
                        "80m",
                        "console.traffic.total=12MB",
                        "console.recording.directory=" + directory);
        api = server.api();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @AfterEach
    void leave() throws IOException {
        http.shutdownNow();
        for (RawConnection connection : connections) {
            connection.reset();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/traffic.jsonl",
                "/traffic.pcapng",
                "/traffic.txt",
                "/sockets/{id}/received?from={from}",
                "/recordings/{recording}.pcapng"
            })
    void whoDoesNotReadALongAnswerKeepsNothingOfItInMemory(String route) throws IOException {
        String recording = route.contains("{recording}") ? started() : "";
        Api.Pair pair = api.pair();
        for (int i = 1; i <= READERS; i++) {
            replaceTraffic(pair);
            String path =
                    route.replace("{id}", pair.second().id())
                            .replace("{from}", "" + (i * PIECES - PIECES / 2) * PIECE)
                            .replace("{recording}", recording);
            assertThat(asked(path).hasAnswerWithin(30_000)).isTrue();
        }
        replaceTraffic(pair);
        assertThat(api.get("/sockets?limit=1")).isOk();
    }

    @Test
    void aHundredMegabytesPassABridgeWhoseClientReadsLate() throws IOException {
        ApiSocket listener = api.listener();
        try (Socket peer = Peers.connectTo(listener)) {
            ApiSocket socket = listener.accepted();
            Late client = new Late();
            client.open(http, api, socket.path("ws"), "Authorization", "Bearer " + Api.TOKEN);
            CompletableFuture<Void> written = written(peer);
            assertThat(socket.stalledAt("bytes_received")).isLessThan(MUCH / 2);
            client.socket().request(Long.MAX_VALUE);
            written.join();
            assertThat(client.next()).isEqualTo("{\"eof\": true}");
            assertThat(client.received).isEqualTo(MUCH);
            client.leave();
        }
    }

    @Test
    void aHundredMegabytesPassABridgeWhosePeerReadsLate() throws IOException {
        ApiSocket listener = api.listener();
        try (Socket peer = Peers.connectTo(listener)) {
            ApiSocket socket = listener.accepted();
            WebSocketClient client = new WebSocketClient();
            client.open(http, api, socket.path("ws"), "Authorization", "Bearer " + Api.TOKEN);
            CompletableFuture<Void> sent = pushed(client);
            assertThat(socket.stalledAt("bytes_sent")).isLessThan(MUCH / 2);
            assertThat(sent).isNotDone();
            peer.getInputStream().skipNBytes(MUCH);
            sent.join();
            client.leave();
        }
    }

    private static CompletableFuture<Void> pushed(WebSocketClient client) {
        return aside(
                () -> {
                    for (long sent = 0; sent < MUCH; sent += MEGABYTE.length) {
                        client.send(MEGABYTE);
                    }
                });
    }

    @Test
    void aHundredMegabytesPassAStreamWhoseClientReadsLate() throws IOException {
        ApiSocket listener = api.listener();
        try (Socket peer = Peers.connectTo(listener)) {
            ApiSocket socket = listener.accepted();
            CompletableFuture<HttpResponse<InputStream>> answer =
                    http.sendAsync(stream(socket).build(), BodyHandlers.ofInputStream());
            CompletableFuture<Void> written = written(peer);
            InputStream body = answer.join().body();
            assertThat(socket.stalledAt("bytes_received")).isLessThan(MUCH / 2);
            assertThat(body.transferTo(OutputStream.nullOutputStream())).isEqualTo(MUCH);
            written.join();
        }
    }

    @Test
    void aHundredMegabytesPassAStreamWhosePeerReadsLate() throws IOException {
        ApiSocket listener = api.listener();
        try (Socket peer = Peers.connectTo(listener)) {
            ApiSocket socket = listener.accepted();
            HttpRequest request =
                    stream(socket)
                            .header("Content-Type", "application/octet-stream")
                            .PUT(BodyPublishers.ofInputStream(LittleMemoryIT::much))
                            .build();
            CompletableFuture<HttpResponse<String>> answer =
                    http.sendAsync(request, BodyHandlers.ofString());
            assertThat(socket.stalledAt("bytes_sent")).isLessThan(MUCH / 2);
            peer.getInputStream().skipNBytes(MUCH);
            assertThat(answer.join().body()).isEqualTo("{\"sent\":%d}", MUCH);
        }
    }

    /// A client of a bridge who does not read before he asks for it, and keeps nothing.
    private static final class Late extends WebSocketClient {

        private long received;

        @Override
        protected void opened(WebSocket opened) {}

        @Override
        public CompletionStage<?> onBinary(WebSocket from, ByteBuffer part, boolean last) {
            received += part.remaining();
            return null;
        }
    }

    private static HttpRequest.Builder stream(ApiSocket socket) {
        String uri = "http://127.0.0.1:%d/api/v1%s".formatted(api.port(), socket.path("stream"));
        return HttpRequest.newBuilder(URI.create(uri))
                .version(HTTP_1_1)
                .header("Authorization", "Bearer " + Api.TOKEN);
    }

    private static InputStream much() {
        return new SequenceInputStream(
                Collections.enumeration(
                        Collections.nCopies(100, 0).stream()
                                .map(_ -> new ByteArrayInputStream(MEGABYTE))
                                .toList()));
    }

    private static CompletableFuture<Void> written(Socket peer) {
        return aside(
                () -> {
                    try {
                        much().transferTo(peer.getOutputStream());
                        peer.shutdownOutput();
                    } catch (IOException closed) {
                        throw new UncheckedIOException(closed);
                    }
                });
    }

    /// Not in the common pool, in which the answers of the JDK's client complete.
    private static CompletableFuture<Void> aside(Runnable task) {
        return CompletableFuture.runAsync(task, Thread::startVirtualThread);
    }

    private static String started() {
        return api.post("/recordings", "{}").at("id").asString();
    }

    private RawConnection asked(String path) throws IOException {
        RawConnection connection = new RawConnection(api);
        connections.add(connection);
        return connection.head("GET", path);
    }

    private static void replaceTraffic(Api.Pair pair) {
        for (int i = 0; i < PIECES; i++) {
            CompletableFuture<Answer> sent =
                    raw(pair.first(), "sendall")
                            .body("application/octet-stream", new byte[PIECE])
                            .sendLater();
            assertThat(
                            raw(pair.second(), "recv?flags=MSG_WAITALL&bufsize=" + PIECE)
                                    .accept("application/octet-stream")
                                    .send())
                    .isOk();
            assertThat(sent.join()).isDone();
        }
    }

    private static Api.Request raw(ApiSocket socket, String call) {
        return socket.api().request("POST", socket.path(call));
    }
}
