package org.socketconsole.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.socketconsole.testing.AnswerAssert.assertThat;

import org.junit.jupiter.api.Test;
import org.socketconsole.testing.Api;
import org.socketconsole.testing.Bytes;
import org.socketconsole.testing.ContractTests;
import org.socketconsole.testing.RawConnection;
import org.springframework.test.context.TestPropertySource;

import java.io.IOException;

/// A server with little patience.
@TestPropertySource(
        properties = {
            "server.jetty.connection-idle-timeout=2s",
            "console.http.head-within=2s",
            "console.http.body-within=1s",
            "console.http.body-rate=1KB"
        })
class SlowClientsApiTests extends ContractTests {

    private static final int BETWEEN_BYTES_MILLIS = 200;
    private static final int MOST_BYTES = 60;

    @Test
    void aHeadThatDribblesIsNotWaitedFor() throws IOException {
        try (RawConnection connection = new RawConnection(api)) {
            connection.write("GET / HTTP/1.1\r\nX-Slow: ");
            assertThat(isEndedWhileDribbling(connection)).isTrue();
        }
    }

    @Test
    void aSecondHeadThatDribblesIsNotWaitedForEither() throws IOException {
        try (RawConnection connection = new RawConnection(api)) {
            assertThat(connection.head("GET", "/sockets?limit=1").answer()).isOk();
            connection.write("GET / HTTP/1.1\r\nX-Slow: ");
            assertThat(isEndedWhileDribbling(connection)).isTrue();
        }
    }

    private static boolean isEndedWhileDribbling(RawConnection connection) throws IOException {
        for (int i = 0; i < MOST_BYTES; i++) {
            try {
                connection.write("x");
            } catch (IOException ended) {
                return true;
            }
            if (connection.isEndedWithin(BETWEEN_BYTES_MILLIS)) {
                return true;
            }
        }
        return false;
    }

    @Test
    void aBodyThatDribblesIsNotWaitedFor() throws IOException {
        try (RawConnection connection = body(1000)) {
            for (int i = 0; i < MOST_BYTES && !connection.hasAnswerWithin(200); i++) {
                connection.write(" ");
            }
            assertThat(connection.answer())
                    .isProblem(408, "invalid-argument")
                    .hasHeader("Connection", "close");
        }
    }

    @Test
    void aBodyThatStopsIsNotWaitedFor() throws IOException {
        try (RawConnection connection = body(1000)) {
            assertThat(connection.write(" ").answer()).isProblem(408, "invalid-argument");
        }
    }

    @Test
    void aBodyThatComesInPiecesIsWaitedFor() throws IOException {
        try (RawConnection connection = body(2002)) {
            for (int i = 0; i < 4; i++) {
                connection.write(" ".repeat(500));
                assertThat(connection.hasAnswerWithin(400)).isFalse();
            }
            assertThat(connection.write("{}").answer()).isCreated();
        }
    }

    private RawConnection body(int length) throws IOException {
        return new RawConnection(api)
                .head(
                        "POST",
                        "/sockets",
                        "Content-Type: application/json",
                        "Content-Length: " + length);
    }

    @Test
    void aCallThatWaitsIsNotIdle() throws IOException {
        Api.Pair pair = api.pair();
        try (RawConnection connection = new RawConnection(api)) {
            connection
                    .head(
                            "POST",
                            pair.first().path("recv?wait=10"),
                            "Content-Type: application/json",
                            "Content-Length: 13")
                    .write("{\"bufsize\":1}");
            assertThat(connection.hasAnswerWithin(3000)).isFalse();
            assertThat(pair.second().send("x")).isOk();
            assertThat(connection.answer()).isOk().hasData(Bytes.utf8("x"));
            assertThat(connection.head("GET", "/sockets?limit=1").answer()).isOk();
        }
    }
}
