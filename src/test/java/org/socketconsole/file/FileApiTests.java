package org.socketconsole.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.socketconsole.testing.AnswerAssert.assertThat;
import static org.socketconsole.testing.Eventually.eventually;
import static org.socketconsole.testing.Json.base64;
import static org.socketconsole.testing.Json.json;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.socketconsole.testing.Answer;
import org.socketconsole.testing.ApiFile;
import org.socketconsole.testing.ApiSocket;
import org.socketconsole.testing.Bytes;
import org.socketconsole.testing.Connection;
import org.socketconsole.testing.ContractTests;
import org.socketconsole.testing.Peers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;

class FileApiTests extends ContractTests {

    /// More than the buffers of both ends hold.
    private static final int MUCH = 16 * 1024 * 1024;

    private static final int TCP_CLOSE = 7;

    private Connection connection;

    @BeforeEach
    void connect() throws IOException {
        connection = Connection.open(api);
    }

    @AfterEach
    void disconnect() throws IOException {
        connection.close();
    }

    @Test
    void aFileIsShownAndListedUntilItIsClosed() {
        ApiFile file = file("rwb", 100);
        Answer view = file.view();
        assertThat(view)
                .isOk()
                .has("mode", "rwb")
                .has("bufsize", 100)
                .hasNull("encoding")
                .has("closed", false)
                .has("socket_id", socket().id());
        assertThat(api.get("/files").at("items")).contains(view.json());
        assertThat(file.close()).isDone();
        assertThat(api.get("/files").at("items")).doesNotContain(view.json());
    }

    /// See [org.socketconsole.dispatch.CallDefinition#name].
    @Test
    void aCallHasTheNameByWhichABatchMakesItWhereverItIsTold() {
        ApiFile file = file("r");
        CompletableFuture<Answer> reading = file.callLater("read");
        socket().untilWaiting("file.read");
        assertThat(file.close()).isDone();
        assertThat(reading.join()).isClosed().has("call", "file.read");
        assertThat(api.get("/calls?socket=" + socket().id()).at("items"))
                .extracting(ended -> ended.get("text").asString())
                .contains("file.read()", "file.close()");
    }

    @Test
    void aClosedFileIsGoneAndAnUnknownOneIsNotFound() {
        ApiFile file = file("r");
        assertThat(file.close()).isDone();
        assertThat(file.view()).isClosed().has("socket_id", socket().id());
        assertThat(file.call("read")).isClosed().has("socket_id", socket().id());
        assertThat(file.close()).isClosed().has("socket_id", socket().id());
        assertThat(api.get("/files/f-999999")).isProblem(404, "not-found").lacks("socket_id");
    }

    @Test
    void theIdOfASocketIsThatOfNoFile() {
        assertThat(api.get("/files/" + socket().id()))
                .isProblem(404, "not-found")
                .lacks("socket_id");
        assertThat(api.delete("/operations/" + socket().id()))
                .isProblem(404, "not-found")
                .lacks("socket_id");
    }

    @ParameterizedTest
    @CsvSource({
        "mode, 'x'",
        "mode, 'r+'",
        "encoding, 'klingon'",
        "newline, 'x'",
        "bufsize, 0",
        "bufsize, -2",
        "bufsize, 'no'",
        "nonsense, 1"
    })
    void anArgumentThatOpenDoesNotTakeIsNamed(String field, String value) {
        String literal = value.matches("-?\\d") ? value : "'" + value + "'";
        assertThat(socket().post("makefile", json("{'%s': " + literal + "}", field)))
                .isInvalid(field);
    }

    @Test
    void readingAndWritingNeedTheirModes() {
        assertThat(file("w").call("read")).isInvalid("mode");
        assertThat(file("r").write("Hello")).isInvalid("mode");
    }

    @Test
    void theFileOutlivesItsSocketAndKeepsItsTimeout() throws IOException {
        ApiFile file = file("rwb");
        socket().within(0.1);
        assertThat(socket().close()).isDone();
        connection.send("a");
        assertThat(file.call("read?size=1")).hasData("a");
        assertThat(file.call("read?size=1")).isProblem(504, "timeout", "ETIMEDOUT").lacks("retry");
        assertThat(file.write("b")).isOk();
        assertThat(file.close()).isDone();
        assertThat(connection.peer().getInputStream().readAllBytes()).asString().isEqualTo("b");
    }

    @Test
    void theSocketOutlivesItsFile() throws IOException {
        assertThat(file("rwb").close()).isDone();
        connection.send("a");
        assertThat(socket().recv(5)).hasData("a");
    }

    @Test
    void theBytesOfAFileAreItsSocketsTraffic() throws IOException {
        ApiFile file = file("rwb", 0);
        connection.send("abc");
        assertThat(file.call("read?size=3")).hasData("abc");
        assertThat(file.write("de")).isOk();
        assertThat(socket().view().get("bytes_received").asInt()).isEqualTo(3);
        assertThat(socket().view().get("bytes_sent").asInt()).isEqualTo(2);
    }

    @Test
    void textIsAnsweredInTextModesAndOnDemandInBinaryOnes() throws IOException {
        connection.send(utf8("ä\r\nä"));
        assertThat(file("r").call("readline?size=3")).has("text", "ä\n").has("size", 3);
        connection.send("x");
        ApiFile binary = file("rb");
        assertThat(binary.call("read?size=0")).lacks("text");
        assertThat(binary.call("read?text=true&size=1")).has("text", "x");
    }

    @Test
    void bytesComeAndGoRaw() throws IOException {
        ApiFile file = file("rwb");
        connection.send("\0\u00ff\na");
        assertThat(raw(file, "readline")).hasBody(Bytes.of("\0\u00ff\n"));
        assertThat(raw(file, "read?size=1")).hasBody(Bytes.of("a"));
        assertThat(file.write(Bytes.of("\0\u00ff"))).has("written", 2);
        assertThat(api.request("POST", file.path("write")).body("text/plain", Bytes.of("b")).send())
                .has("written", 1);
        assertThat(file.call("flush")).isDone();
        assertThat(connection.receive(3)).isEqualTo(Bytes.of("\0\u00ffb"));
    }

    @Test
    void whatWasWrittenGoesWhenTheFileIsClosed() throws IOException {
        ApiFile file = socket().makefile(json("{'mode': 'w', 'encoding': 'latin-1'}"));
        assertThat(file.write("ä\n")).has("written", 3);
        assertThat(socket().view().get("bytes_sent").asInt()).isZero();
        assertThat(file.close()).isDone();
        assertThat(connection.receive(2)).isEqualTo(Bytes.of("ä\n"));
    }

    @Test
    void aLineBufferedFileSendsWholeLines() throws IOException {
        ApiFile file = file("w", 1);
        file.write("ab");
        assertThat(socket().view().get("bytes_sent").asInt()).isZero();
        file.write("c\nd");
        assertThat(connection.receive(5)).asString().isEqualTo("abc\nd");
    }

    @Test
    void aLimitThatEndsAReadLosesNothing() throws IOException {
        ApiFile file = file("r");
        connection.send("a");
        assertThat(file.call("readline?wait=0.1"))
                .isProblem(504, "timeout", "ETIMEDOUT")
                .has("retry", true);
        connection.send("b\n");
        assertThat(file.call("readline")).has("text", "ab\n");
    }

    @Test
    void afterATimeoutNoReadIsServedAndWhatWasReceivedIsKept() throws IOException {
        ApiFile file = file("r");
        socket().within(0.1);
        connection.send("ab\ncd");
        assertThat(file.call("read")).isProblem(504, "timeout", "ETIMEDOUT");
        socket().within(30);
        connection.send("\n");
        for (String read : new String[] {"read", "read?size=1", "readline", "readlines"}) {
            Answer refused = file.call(read);
            assertThat(refused).isProblem(504, "timeout", "ETIMEDOUT").lacks("retry");
            assertThat(refused.at("detail").asString()).contains("received");
            assertThat(refused.at("elapsed").asDouble()).isLessThan(5);
        }
        assertThat(socket().get("received?from=0")).hasBody(Bytes.of("ab\ncd"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"read", "readline", "readlines"})
    void inNonBlockingModeNothingToDoIsEagain(String call) throws IOException {
        ApiFile file = file("rb");
        socket().within(0);
        assertThat(file.call(call)).isProblem(409, "socket-error", "EAGAIN");
        connection.send("a");
        eventually().until(() -> socket().recv(1, "MSG_PEEK").status() == 200);
        assertThat(file.call("read?size=9")).hasData("a");
    }

    @Test
    void inNonBlockingModeAWriteKeepsWhatDoesNotGo() {
        ApiFile file = file("wb");
        socket().within(0);
        assertThat(file.write(new byte[MUCH]))
                .isProblem(409, "socket-error", "EAGAIN")
                .has("sent", MUCH);
        assertThat(file.write("more")).isProblem().lacks("sent");
        assertThat(file.call("flush")).isProblem(409, "socket-error", "EAGAIN");
        CompletableFuture<byte[]> all = CompletableFuture.supplyAsync(this::receiveMuch);
        socket().within("null");
        assertThat(file.call("flush")).isDone();
        assertThat(all.join()).hasSize(MUCH);
    }

    @Test
    void aWaitingReadHoldsUpNeitherWriteNorFlush() throws IOException {
        ApiFile file = file("rwb");
        CompletableFuture<Answer> reading = file.callLater("read");
        socket().untilWaiting("file.read");
        assertThat(file.write("a")).isOk();
        assertThat(file.call("flush")).isDone();
        assertThat(connection.receive(1)).asString().isEqualTo("a");
        connection.peer().shutdownOutput();
        assertThat(reading.join()).hasData("");
    }

    @Test
    void closingTheFileWakesTheReadsThatWait() {
        ApiFile file = file("rwb");
        CompletableFuture<Answer> first = file.callLater("read");
        socket().untilWaiting("file.read");
        CompletableFuture<Answer> second = file.callLater("readline");
        socket().untilWaiting("file.readline");
        assertThat(file.close()).isDone();
        assertThat(first.join()).isClosed();
        assertThat(second.join()).isClosed();
    }

    @Test
    void closingTheSocketLeavesTheFilesReadWaiting() throws IOException {
        CompletableFuture<Answer> reading = file("r").callLater("readline");
        socket().untilWaiting("file.readline");
        assertThat(socket().close()).isDone();
        connection.send("a\n");
        assertThat(reading.join()).has("text", "a\n");
    }

    @Test
    void readsOfOneFileQueue() throws IOException {
        ApiFile file = file("r");
        CompletableFuture<Answer> first = file.callLater("readline");
        socket().untilWaiting("file.readline");
        CompletableFuture<Answer> second = file.callLater("readline");
        socket().untilWaiting("file.readline", 2);
        assertThat(file.call("readline?wait=0.1")).isProblem().has("retry", true);
        connection.send("a\nb\n");
        assertThat(first.join()).has("text", "a\n");
        assertThat(second.join()).has("text", "b\n");
    }

    @Test
    void aFileWhoseFlushTimesOutIsClosedAllTheSame() {
        ApiFile file = file("wb");
        socket().within(0.2);
        assertThat(file.write(new byte[MUCH]))
                .isProblem(504, "timeout", "ETIMEDOUT")
                .lacks("retry");
        Answer closed = file.close();
        assertThat(closed).isProblem(504, "timeout", "ETIMEDOUT");
        assertThat(closed.at("detail").asString()).containsPattern("closed.* \\d+ bytes .*lost");
        assertThat(file.close()).isClosed();
    }

    @Test
    void aWriteThatWaitsDoesNotKeepTheFileOpen() throws IOException {
        ApiFile file = file("wb");
        CompletableFuture<Answer> writing = file.writeLater(new byte[MUCH]);
        socket().untilWaiting("file.write");
        assertThat(api.delete(file.path() + "?wait=0.1"))
                .isProblem(504, "timeout", "ETIMEDOUT")
                .lacks("retry");
        assertThat(writing.join()).isClosed();
        assertThat(file.view()).isClosed();
    }

    @Test
    void aPeerThatHasGoneIsToldAtTheFlush() throws IOException {
        ApiFile file = file("wb");
        Peers.reset(connection.peer());
        eventually().until(() -> tcpState() == TCP_CLOSE);
        assertThat(file.write("a")).isOk();
        assertThat(file.call("flush")).hasStatus(502);
        assertThat(file.close()).hasStatus(502);
    }

    @Test
    void linesAreAnsweredTogether() throws IOException {
        connection.send(utf8("a\r\n\n€"));
        connection.peer().shutdownOutput();
        assertThat(file("r").call("readlines").at("lines"))
                .extracting(line -> line.get("text").asString())
                .containsExactly("a\n", "\n", "€");
    }

    @Test
    void theDataOfATextFileIsInItsEncoding() throws IOException {
        ApiFile file = socket().makefile(json("{'mode': 'w', 'newline': '\\r\\n'}"));
        assertThat(file.call("write", json("{'data': '%s'}", base64("\u00ff\n"))))
                .has("written", 2);
        assertThat(file.close()).isDone();
        assertThat(connection.receive(3)).isEqualTo(Bytes.of("\u00ff\r\n"));
    }

    private ApiSocket socket() {
        return connection.socket();
    }

    private int tcpState() {
        return socket().get("tcp_info").at("state").asInt();
    }

    private ApiFile file(String mode) {
        return socket().makefile(json("{'mode': '%s'}", mode));
    }

    private ApiFile file(String mode, int bufsize) {
        return socket().makefile(json("{'mode': '%s', 'bufsize': %d}", mode, bufsize));
    }

    private Answer raw(ApiFile file, String call) {
        return api.request("POST", file.path(call)).accept("application/octet-stream").send();
    }

    private byte[] receiveMuch() {
        try {
            return connection.receive(MUCH);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String utf8(String text) {
        return Bytes.latin1(Bytes.utf8(text));
    }
}
