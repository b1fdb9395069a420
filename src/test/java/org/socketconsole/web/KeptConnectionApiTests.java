package org.socketconsole.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.socketconsole.testing.AnswerAssert.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.socketconsole.testing.Answer;
import org.socketconsole.testing.Api;
import org.socketconsole.testing.ContractTests;
import org.socketconsole.testing.RawConnection;

import java.io.IOException;

/// Clients send the head of a request first and its body a moment later, and use the connection
/// again.
class KeptConnectionApiTests extends ContractTests {

    /// Long enough for a server that does not wait for the body to answer and close.
    private static final int MOMENT_MILLIS = 50;

    private static final String TOKEN = "Authorization: Bearer " + Api.TOKEN;
    private static final String CHUNKED = "2\r\n{}\r\n0\r\n\r\n";

    @ParameterizedTest
    @CsvSource({
        "POST, /api/v1/sockets/ID/dup",
        "POST, /api/v1/sockets/ID/accept?wait=0",
        "POST, /api/v1/sockets/s-0/dup",
        "POST, /api/v1/nosuch",
        "POST, /nosuch",
        "PUT, /api/v1/sockets",
        "POST, /api/v1/errno",
        "DELETE, /api/v1/sockets/ID",
    })
    void aBodyThatNobodyReadsLeavesTheConnectionUsable(String method, String path)
            throws IOException {
        String target = path.replace("ID", api.socket("{}").id());
        assertThat(twice(method, target, TOKEN, "Content-Length: 2", "{}")).isOk();
        target = path.replace("ID", api.socket("{}").id());
        assertThat(twice(method, target, TOKEN, "Transfer-Encoding: chunked", CHUNKED)).isOk();
    }

    @Test
    void aRefusedTokenLeavesTheConnectionUsable() throws IOException {
        for (String token : new String[] {"X-No: token", "Authorization: Bearer wrong"}) {
            String target = "/api/v1/sockets";
            assertThat(twice("POST", target, token, "Content-Length: 2", "{}")).isOk();
            assertThat(twice("POST", target, token, "Transfer-Encoding: chunked", CHUNKED)).isOk();
        }
    }

    @Test
    void aBodyThatComesWhileTheCallWaitsLeavesTheConnectionUsable() throws IOException {
        String target = "/api/v1" + api.listener().path("accept?wait=1");
        assertThat(twice("POST", target, TOKEN, "Content-Length: 2", "{}")).isOk();
    }

    /// One that is chunked is two writes, and more for the client to read.
    @Test
    void aShortAnswerHasItsLength() {
        for (String path : new String[] {"/sockettype", "/sockets/s-0"}) {
            Answer answer = api.get(path);
            assertThat(answer).hasHeader("Content-Length", "" + answer.body().length);
        }
    }

    /// The answer to a request that follows another on the same connection.
    private Answer twice(String method, String target, String token, String length, String body)
            throws IOException {
        try (RawConnection connection = new RawConnection(api)) {
            connection.headOf(method, target, token, "Content-Type: application/json", length);
            assertThat(connection.hasAnswerWithin(MOMENT_MILLIS)).as(target).isFalse();
            Answer first = connection.write(body).answer();
            assertThat(first.status()).as(target).isGreaterThan(200);
            assertThat(first.header("Connection")).as(target).isEmpty();
            return connection.head("GET", "/sockets?limit=1").answer();
        }
    }

    @Test
    void aLargeBodyThatNobodyReadsIsToldToClose() throws IOException {
        try (RawConnection connection = new RawConnection(api)) {
            connection.headOf("POST", "/api/v1/nosuch", TOKEN, "Content-Length: 1000000");
            Answer answer = connection.write("x").answer();
            assertThat(answer).isProblem(404, "not-found").hasHeader("Connection", "close");
            assertThat(connection.isEndedWithin(5000)).isTrue();
        }
    }

    @Test
    void aSmallBodyThatDoesNotComeIsNotWaitedForLong() throws IOException {
        try (RawConnection connection = new RawConnection(api)) {
            connection.headOf("POST", "/api/v1/nosuch", TOKEN, "Content-Length: 2");
            assertThat(connection.hasAnswerWithin(5000)).isTrue();
            assertThat(connection.answer())
                    .isProblem(404, "not-found")
                    .hasHeader("Connection", "close");
        }
    }

    @Test
    void aBodyThatIsHeldBackUntilAskedForIsNotWaitedFor() throws IOException {
        try (RawConnection connection = new RawConnection(api)) {
            connection.headOf(
                    "POST", "/api/v1/nosuch", TOKEN, "Content-Length: 2", "Expect: 100-continue");
            assertThat(connection.answer())
                    .isProblem(404, "not-found")
                    .hasHeader("Connection", "close");
        }
    }

    @Test
    void aBodyThatIsAskedForComesAfterTheWord() throws IOException {
        try (RawConnection connection = new RawConnection(api)) {
            connection.head(
                    "POST",
                    "/sockets",
                    "Content-Type: application/json",
                    "Content-Length: 2",
                    "Expect: 100-continue");
            assertThat(connection.answer().status()).isEqualTo(100);
            assertThat(connection.write("{}").answer()).isCreated();
            assertThat(connection.head("GET", "/sockets?limit=1").answer()).isOk();
        }
    }
}
