package org.socketconsole.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.socketconsole.testing.AnswerAssert.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.socketconsole.testing.ContractTests;
import org.socketconsole.testing.RawConnection;
import org.springframework.test.context.TestPropertySource;

import java.io.IOException;

/// A server with little patience for a body, and much for a connection that is idle.
@TestPropertySource(
        properties = {
            "server.jetty.connection-idle-timeout=60s",
            "console.http.body-within=1s",
            "console.http.body-rate=1KB"
        })
class StoppedBodyApiTests extends ContractTests {

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
