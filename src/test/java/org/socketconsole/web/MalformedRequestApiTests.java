package org.socketconsole.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.socketconsole.testing.AnswerAssert.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.socketconsole.testing.Answer;
import org.socketconsole.testing.Api;
import org.socketconsole.testing.Bytes;
import org.socketconsole.testing.ContractTests;
import org.socketconsole.testing.RawConnection;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPOutputStream;

class MalformedRequestApiTests extends ContractTests {

    @ParameterizedTest
    @ValueSource(strings = {"zz\r\n{}\r\n0\r\n\r\n", "-1\r\n{}\r\n0\r\n\r\n", "2\r\n{}0\r\n\r\n"})
    void aMalformedChunkIsTheClients(String body) throws IOException {
        try (RawConnection connection = new RawConnection(api)) {
            connection.head(
                    "POST",
                    "/sockets",
                    "Content-Type: application/json",
                    "Transfer-Encoding: chunked");
            assertThat(connection.write(body).answer())
                    .isProblem(400, "invalid-argument")
                    .hasHeader("Connection", "close");
        }
    }

    @Test
    void aBareLineFeedEndsNoLine() throws IOException {
        try (RawConnection connection = new RawConnection(api)) {
            String head =
                    """
                    GET /api/v1/sockets HTTP/1.1
                    Host: 127.0.0.1:%d
                    Authorization: Bearer %s

                    """
                            .formatted(api.port(), Api.TOKEN);
            assertThat(connection.write(head).answer()).isProblem(400, "invalid-argument");
        }
    }

    @Test
    void aBareLineFeedEndsNoChunk() throws IOException {
        try (RawConnection connection = new RawConnection(api)) {
            connection.head(
                    "POST",
                    "/sockets",
                    "Content-Type: application/json",
                    "Transfer-Encoding: chunked");
            assertThat(connection.write("2\n{}\n0\n\n").answer())
                    .isProblem(400, "invalid-argument");
        }
    }

    @Test
    void aBodyThatIsPackedIsUnsupported() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(Bytes.utf8("{}"));
        }
        for (String encoding : new String[] {"gzip", "x-gzip", "deflate", "br"}) {
            assertThat(posted(encoding, packed.toByteArray()))
                    .isProblem(415, "invalid-argument")
                    .names("body");
        }
        assertThat(posted("identity", Bytes.utf8("{}"))).isCreated();
    }

    /// A body that is larger than the server takes is refused by its head, without a byte of it.
    @ParameterizedTest
    @ValueSource(strings = {"X-None: 1", "Expect: 100-continue"})
    void aBodyThatIsTooLargeIsRefusedByItsHead(String header) throws IOException {
        try (RawConnection connection = new RawConnection(api)) {
            connection.head(
                    "POST",
                    "/sockets",
                    "Content-Type: application/json",
                    "Content-Length: 99999999999",
                    header);
            assertThat(connection.hasAnswerWithin(5000)).isTrue();
            assertThat(connection.answer())
                    .isProblem(413, "invalid-argument")
                    .hasHeader("Connection", "close");
        }
    }

    @Test
    void whoSendsABodyThatIsTooLargeHasItsAnswerAllTheSame() throws IOException {
        try (RawConnection connection = new RawConnection(api)) {
            int length = 48 * 1024 * 1024;
            connection.head(
                    "POST",
                    "/sockets",
                    "Content-Type: application/json",
                    "Content-Length: " + length);
            assertThat(connection.write(" ".repeat(length)).answer())
                    .isProblem(413, "invalid-argument");
        }
    }

    private Answer posted(String encoding, byte[] body) {
        return api.request("POST", "/sockets")
                .header("Content-Encoding", encoding)
                .body("application/json", body)
                .send();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"gzip, chunked", "identity, chunked", "gzip\r\nTransfer-Encoding: chunked"})
    void aBodyInATransferCodingBesideChunksIsUnsupported(String coding) throws IOException {
        assertThat(transferred(coding)).isProblem(415, "invalid-argument").names("body");
    }

    @ParameterizedTest
    @ValueSource(strings = {"chunked", "Chunked"})
    void chunksAreTaken(String coding) throws IOException {
        assertThat(transferred(coding)).isCreated();
    }

    private Answer transferred(String coding) throws IOException {
        try (RawConnection connection = new RawConnection(api)) {
            connection.head(
                    "POST",
                    "/sockets",
                    "Content-Type: application/json",
                    "Transfer-Encoding: " + coding);
            return connection.write("2\r\n{}\r\n0\r\n\r\n").answer();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/sockets/a%2fb",
                "/sockets//",
                "/sockets;x=y",
                "/%2e%2e/sockets",
                "/so<kets"
            })
    void whatJettyRefusesTellsTheAddressThatItIsOf(String path) throws IOException {
        try (RawConnection connection = new RawConnection(api)) {
            assertThat(connection.head("GET", path + "?x=1").answer())
                    .isProblem(400, "invalid-argument")
                    .has("instance", "/api/v1" + path);
        }
    }

    @Test
    void aPathThatCannotBeReadIsToldAsNoOther() throws IOException {
        try (RawConnection connection = new RawConnection(api)) {
            assertThat(connection.head("GET", "/sockets/%00").answer())
                    .isProblem(400, "invalid-argument")
                    .lacks("instance");
        }
    }

    @Test
    void whatJettyRefusesHasTheHeadersOfEveryAnswer() throws IOException {
        try (RawConnection connection = new RawConnection(api)) {
            Answer answer = connection.head("GET", "/sockets/%00").answer();
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        }
    }
}
