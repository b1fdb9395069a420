package org.socketconsole.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.socketconsole.testing.AnswerAssert.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.socketconsole.testing.Api;
import org.socketconsole.testing.ContractTests;
import org.socketconsole.testing.RawConnection;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// A server with little patience for a body, and much for a connection that is idle.
@TestPropertySource(
        properties = {
            "server.jetty.connection-idle-timeout=60s",
            "console.http.body-within=1s",
            "console.http.body-rate=1KB"
        })
class StoppedBodyApiTests extends ContractTests {

    /// Of the second that a body may take, and of two looks at those that have stopped.
    private static final int SLOW_MILLIS = 3_000;

    private static final String CAPTURE = "Content-Type: application/octet-stream";

    @TempDir private static Path directory;

    @DynamicPropertySource
    static void recordThere(DynamicPropertyRegistry registry) {
        registry.add("console.recording.directory", directory::toString);
    }

    private static final int MUCH_LESS_THAN_IDLE_MILLIS = 15_000;

    @ParameterizedTest
    @CsvSource({
        "Content-Length: 1000, ''",
        "Content-Length: 1000, '{'",
        "Transfer-Encoding: chunked, ''",
        "Transfer-Encoding: chunked, '1\r\n{\r\n'"
    })
    void aBodyThatStopsIsRefusedAsOneThatIsSlow(String length, String begun) throws IOException {
        try (RawConnection connection = begun(length)) {
            connection.write(begun.translateEscapes());
            assertThat(connection.hasAnswerWithin(MUCH_LESS_THAN_IDLE_MILLIS)).isTrue();
            assertThat(connection.answer())
                    .isProblem(408, "invalid-argument")
                    .names("body")
                    .hasHeader("Connection", "close");
            assertThat(connection.isEndedWithin(MUCH_LESS_THAN_IDLE_MILLIS)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5\r\nhello\r\n"})
    void aCaptureThatStopsIsRefusedAndNothingOfItIsLeft(String begun) throws IOException {
        try (RawConnection connection = new RawConnection(api)) {
            connection.head("POST", "/recordings/import", CAPTURE, "Transfer-Encoding: chunked");
            connection.write(begun);
            assertThat(connection.hasAnswerWithin(MUCH_LESS_THAN_IDLE_MILLIS)).isTrue();
            assertThat(connection.answer()).isProblem(408, "invalid-argument").names("body");
        }
        assertThat(api.get("/recordings").at("items")).isEmpty();
        try (Stream<Path> left = Files.list(directory)) {
            assertThat(left.map(Path::getFileName)).containsExactly(Path.of("lock"));
        }
    }

    @Test
    void aStreamToAPeerIsAsSlowAsItsClient() throws IOException {
        Api.Pair pair = api.pair();
        try (RawConnection connection = new RawConnection(api)) {
            String stream = pair.first().path("stream");
            connection.head("PUT", stream, CAPTURE, "Transfer-Encoding: chunked");
            connection.write("1\r\na\r\n");
            assertThat(connection.hasAnswerWithin(SLOW_MILLIS)).isFalse();
            assertThat(connection.write("1\r\nb\r\n0\r\n\r\n").answer()).isOk();
        }
        assertThat(pair.second().recv(10)).hasData("ab");
    }

    @Test
    void aCallThatWaitsHasItsBody() throws IOException {
        try (RawConnection connection = new RawConnection(api)) {
            String recv = api.pair().first().path("recv?wait=3");
            connection.head("POST", recv, "Content-Type: application/json", "Content-Length: 2");
            assertThat(connection.write("{}").answer())
                    .isProblem(504, "timeout", "ETIMEDOUT")
                    .has("retry", true);
        }
    }

    private RawConnection begun(String length) throws IOException {
        return new RawConnection(api)
                .head("POST", "/sockets", "Content-Type: application/json", length);
    }
}
