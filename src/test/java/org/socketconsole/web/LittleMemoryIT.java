package org.socketconsole.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.socketconsole.testing.AnswerAssert.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.socketconsole.testing.Answer;
import org.socketconsole.testing.Api;
import org.socketconsole.testing.ApiSocket;
import org.socketconsole.testing.RawConnection;
import org.socketconsole.testing.ServerProcess;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// Clients that take their time, at a server whose heap would not hold what they have not read.
@Order(1)
class LittleMemoryIT {

    private static final int READERS = 6;

    /// The 24 MiB that are kept have given way after so many, each sent and received.
    private static final int PIECES = 32;

    private static final int PIECE = 400 * 1024;

    @TempDir private static Path directory;
    private static ServerProcess server;
    private static Api api;

    private final List<RawConnection> connections = new ArrayList<>();

    @BeforeAll
    static void start() {
        server =
                ServerProcess.withHeap(
                        "128m",
                        "console.traffic.total=24MB",
                        "console.recording.directory=" + directory);
        api = server.api();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @AfterEach
    void leave() throws IOException {
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
