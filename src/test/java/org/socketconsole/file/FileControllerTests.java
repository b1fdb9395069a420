package org.socketconsole.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.socketconsole.file.Console.Answer;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "console.token=" + Console.TOKEN)
class FileControllerTests {

    private static final Map<String, ?> NOTHING = Map.of();
    private static final int MUCH = 16 * 1024 * 1024;

    private Console console;
    private Connection connection;

    @BeforeEach
    void connect(@LocalServerPort int port) throws IOException {
        console = new Console(port);
        connection = Connection.open(console);
    }

    @AfterEach
    void close() throws IOException {
        connection.close();
    }

    @Test
    void aFileIsShownAndListedUntilItIsClosed() {
        String path = connection.file(Map.of("mode", "rwb", "bufsize", 100));
        Answer file = console.get(path);
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.text("mode")).isEqualTo("rwb");
        assertThat(file.body().get("bufsize").asInt()).isEqualTo(100);
        assertThat(file.body().get("encoding").isNull()).isTrue();
        assertThat(file.body().get("closed").asBoolean()).isFalse();
        assertThat("/sockets/" + file.text("socket_id")).isEqualTo(connection.socket());
        assertThat(console.get("/files").body().get("items")).contains(file.body());
        assertThat(console.delete(path).status()).isEqualTo(204);
        assertThat(console.get("/files").body().get("items")).doesNotContain(file.body());
    }

    @Test
    void aClosedFileIsGoneAndAnUnknownOneIsNotFound() {
        String path = connection.file(NOTHING);
        console.delete(path);
        assertThat(console.get(path)).matches(a -> a.status() == 410 && isError(a, "EBADF"));
        assertThat(console.post(path + "/read", NOTHING).status()).isEqualTo(410);
        assertThat(console.delete(path).status()).isEqualTo(410);
        assertThat(console.get("/files/f-999999").status()).isEqualTo(404);
        assertThat(console.get("/files/s-1").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "mode, x",
        "mode, r+",
        "encoding, klingon",
        "newline, x",
        "bufsize, 0",
        "bufsize, -2",
        "bufsize, no",
        "nonsense, 1"
    })
    void anArgumentThatOpenDoesNotTakeIsNamed(String field, String value) {
        Object given = value.matches("-?\\d") ? Integer.valueOf(value) : value;
        Answer answer = console.post(connection.socket() + "/makefile", Map.of(field, given));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("field")).isEqualTo(field);
    }

    @Test
    void readingAndWritingNeedTheirModes() {
        Answer read = console.post(connection.file(Map.of("mode", "w")) + "/read", NOTHING);
        Answer write = console.post(connection.file(NOTHING) + "/write", Map.of("text", "Hello"));
        assertThat(read).matches(a -> a.status() == 400 && a.text("field").equals("mode"));
        assertThat(write).matches(a -> a.status() == 400 && a.text("field").equals("mode"));
    }

    @Test
    void theFileOutlivesItsSocketAndKeepsItsTimeout() throws IOException {
        String path = connection.file(Map.of("mode", "rwb"));
        connection.timeout(0.1);
        console.delete(connection.socket());
        connection.send((byte) 'a');
        assertThat(console.post(path + "/read", Map.of("size", 1)).data())
                .asString()
                .isEqualTo("a");
        Answer late = console.post(path + "/read", Map.of("size", 1));
        assertThat(late).matches(a -> a.status() == 504 && !a.body().has("retry"));
        assertThat(write(path, "b").status()).isEqualTo(200);
        assertThat(console.delete(path).status()).isEqualTo(204);
        assertThat(connection.peer().getInputStream().readAllBytes()).asString().isEqualTo("b");
    }

    @Test
    void theSocketOutlivesItsFile() throws IOException {
        console.delete(connection.file(Map.of("mode", "rwb")));
        connection.send((byte) 'a');
        Answer received = console.post(connection.socket() + "/recv", Map.of("bufsize", 5));
        assertThat(received.data()).asString().isEqualTo("a");
    }

    @Test
    void theBytesOfAFileAreItsSocketsTraffic() throws IOException {
        String path = connection.file(Map.of("mode", "rwb", "bufsize", 0));
        connection.send("abc".getBytes(StandardCharsets.UTF_8));
        console.post(path + "/read", Map.of("size", 3));
        write(path, "de");
        Answer socket = console.get(connection.socket());
        assertThat(socket.body().get("bytes_received").asInt()).isEqualTo(3);
        assertThat(socket.body().get("bytes_sent").asInt()).isEqualTo(2);
    }

    @Test
    void textIsAnsweredInTextModesAndOnDemandInBinaryOnes() throws IOException {
        connection.send("ä\r\nä".getBytes(StandardCharsets.UTF_8));
        Answer line = console.post(connection.file(NOTHING) + "/readline?size=3", NOTHING);
        assertThat(line.text("text")).isEqualTo("ä\n");
        assertThat(line.body().get("size").asInt()).isEqualTo(3);
        connection.send((byte) 'x');
        String binary = connection.file(Map.of("mode", "rb"));
        assertThat(console.post(binary + "/read", Map.of("size", 0)).body().has("text")).isFalse();
        assertThat(console.post(binary + "/read?text=true&size=1", NOTHING).text("text"))
                .isEqualTo("x");
    }

    @Test
    void bytesComeAndGoRaw() throws IOException {
        String path = connection.file(Map.of("mode", "rwb"));
        connection.send((byte) 0, (byte) 0xff, (byte) '\n', (byte) 'a');
        assertThat(console.raw(path + "/readline").body()).containsExactly(0, 0xff, '\n');
        assertThat(console.raw(path + "/read?size=1").body()).containsExactly('a');
        Answer written =
                console.postBytes(path + "/write", "application/octet-stream", new byte[] {0, -1});
        assertThat(written.body().get("written").asInt()).isEqualTo(2);
        console.postBytes(path + "/write", "text/plain", new byte[] {'b'});
        assertThat(console.post(path + "/flush", NOTHING).status()).isEqualTo(204);
        assertThat(connection.receive(3)).containsExactly(0, 0xff, 'b');
    }

    @Test
    void whatWasWrittenGoesWhenTheFileIsClosed() throws IOException {
        String path = connection.file(Map.of("mode", "w", "encoding", "latin-1"));
        Answer written = write(path, "ä\n");
        assertThat(written.body().get("written").asInt()).isEqualTo(3);
        assertThat(connection.peer().getInputStream().available()).isZero();
        assertThat(console.delete(path).status()).isEqualTo(204);
        assertThat(connection.receive(2)).containsExactly(0xe4, '\n');
    }

    @Test
    void aLineBufferedFileSendsWholeLines() throws IOException {
        String path = connection.file(Map.of("mode", "w", "bufsize", 1));
        write(path, "ab");
        assertThat(connection.peer().getInputStream().available()).isZero();
        write(path, "c\nd");
        assertThat(connection.receive(5)).asString().isEqualTo("abc\nd");
    }

    @Test
    void aLimitThatEndsAReadLosesNothing() throws IOException {
        String path = connection.file(NOTHING);
        connection.send((byte) 'a');
        Answer limited = console.post(path + "/readline?wait=0.1", NOTHING);
        assertThat(limited)
                .matches(a -> a.status() == 504 && a.body().path("retry").asBoolean(false));
        connection.send((byte) 'b', (byte) '\n');
        assertThat(console.post(path + "/readline", NOTHING).text("text")).isEqualTo("ab\n");
    }

    @Test
    void afterATimeoutOnlyWhatIsThereIsRead() throws IOException {
        String path = connection.file(NOTHING);
        connection.timeout(0.1);
        connection.send("ab\ncd".getBytes(StandardCharsets.UTF_8));
        Answer late = console.post(path + "/read", NOTHING);
        assertThat(late).matches(a -> a.status() == 504 && isError(a, "ETIMEDOUT"));
        connection.timeout(30);
        connection.send((byte) '\n');
        assertThat(console.post(path + "/readline", NOTHING).text("text")).isEqualTo("ab\n");
        Answer refused = console.post(path + "/readline", NOTHING);
        assertThat(refused).matches(a -> a.status() == 504 && !a.body().has("retry"));
        assertThat(refused.body().get("elapsed").asDouble()).isLessThan(5);
        assertThat(console.post(path + "/read", Map.of("size", 2)).text("text")).isEqualTo("cd");
    }

    @Test
    void inNonBlockingModeNothingToDoIsEagain() throws Exception {
        String path = connection.file(Map.of("mode", "rb"));
        connection.timeout(0);
        for (String call : new String[] {"/read", "/readline", "/readlines"}) {
            assertThat(console.post(path + call, NOTHING))
                    .matches(a -> a.status() == 409 && isError(a, "EAGAIN"));
        }
        connection.send((byte) 'a');
        Thread.sleep(50);
        assertThat(console.post(path + "/read", Map.of("size", 9)).data()).hasSize(1);
    }

    @Test
    void inNonBlockingModeAWriteKeepsWhatDoesNotGo() throws Exception {
        String path = connection.file(Map.of("mode", "wb"));
        connection.timeout(0);
        Answer full = console.postBytes(path + "/write", "text/plain", new byte[MUCH]);
        assertThat(full).matches(a -> a.status() == 409 && isError(a, "EAGAIN"));
        assertThat(full.body().get("sent").asInt()).isEqualTo(MUCH);
        assertThat(write(path, "more").body().has("sent")).isFalse();
        assertThat(console.post(path + "/flush", NOTHING).status()).isEqualTo(409);
        CompletableFuture<byte[]> all = async(() -> connection.receive(MUCH));
        console.post(connection.socket() + "/setblocking", Map.of("flag", true));
        assertThat(console.post(path + "/flush", NOTHING).status()).isEqualTo(204);
        assertThat(all.get(30, TimeUnit.SECONDS)).hasSize(MUCH);
    }

    @Test
    void aWaitingReadHoldsUpNeitherWriteNorFlush() throws Exception {
        String path = connection.file(Map.of("mode", "rwb"));
        CompletableFuture<Answer> reading = async(() -> console.post(path + "/read", NOTHING));
        Thread.sleep(100);
        assertThat(write(path, "a").status()).isEqualTo(200);
        assertThat(console.post(path + "/flush", NOTHING).status()).isEqualTo(204);
        assertThat(connection.receive(1)).containsExactly('a');
        connection.peer().shutdownOutput();
        assertThat(reading.get(20, TimeUnit.SECONDS).data()).isEmpty();
    }

    @Test
    void closingTheFileWakesTheReadsThatWait() throws Exception {
        String path = connection.file(Map.of("mode", "rwb"));
        CompletableFuture<Answer> first = async(() -> console.post(path + "/read", NOTHING));
        CompletableFuture<Answer> second = async(() -> console.post(path + "/readline", NOTHING));
        Thread.sleep(200);
        assertThat(console.delete(path).status()).isEqualTo(204);
        assertThat(first.get(20, TimeUnit.SECONDS)).matches(a -> isError(a, "EBADF"));
        assertThat(second.get(20, TimeUnit.SECONDS)).matches(a -> isError(a, "EBADF"));
    }

    @Test
    void closingTheSocketLeavesTheFilesReadWaiting() throws Exception {
        String path = connection.file(NOTHING);
        CompletableFuture<Answer> reading = async(() -> console.post(path + "/readline", NOTHING));
        Thread.sleep(100);
        console.delete(connection.socket());
        connection.send((byte) 'a', (byte) '\n');
        assertThat(reading.get(20, TimeUnit.SECONDS).text("text")).isEqualTo("a\n");
    }

    @Test
    void readsOfOneFileQueue() throws Exception {
        String path = connection.file(NOTHING);
        CompletableFuture<Answer> first = async(() -> console.post(path + "/readline", NOTHING));
        Thread.sleep(200);
        CompletableFuture<Answer> second = async(() -> console.post(path + "/readline", NOTHING));
        Thread.sleep(200);
        assertThat(console.post(path + "/readline?wait=0.1", NOTHING).body().has("retry")).isTrue();
        connection.send("a\nb\n".getBytes(StandardCharsets.UTF_8));
        assertThat(
                        List.of(
                                first.get(20, TimeUnit.SECONDS).text("text"),
                                second.get(20, TimeUnit.SECONDS).text("text")))
                .containsExactlyInAnyOrder("a\n", "b\n");
    }

    @Test
    void aFileWhoseFlushTimesOutIsClosedAllTheSame() {
        String path = connection.file(Map.of("mode", "wb"));
        connection.timeout(0.2);
        Answer late = console.postBytes(path + "/write", "text/plain", new byte[MUCH]);
        assertThat(late).matches(a -> a.status() == 504 && !a.body().has("retry"));
        assertThat(console.delete(path)).matches(a -> a.status() == 504 && isError(a, "ETIMEDOUT"));
        assertThat(console.delete(path).status()).isEqualTo(410);
    }

    @Test
    void aWriteThatWaitsDoesNotKeepTheFileOpen() throws Exception {
        String path = connection.file(Map.of("mode", "wb"));
        CompletableFuture<Answer> writing =
                async(() -> console.postBytes(path + "/write", "text/plain", new byte[MUCH]));
        connection.peer().getInputStream().read();
        Answer closed = console.delete(path + "?wait=0.1");
        assertThat(closed).matches(a -> a.status() == 504 && !a.body().has("retry"));
        assertThat(writing.get(20, TimeUnit.SECONDS)).matches(a -> isError(a, "EBADF"));
        assertThat(console.get(path).status()).isEqualTo(410);
    }

    @Test
    void aPeerThatHasGoneIsToldAtTheFlush() throws Exception {
        String path = connection.file(Map.of("mode", "wb"));
        connection.peer().setSoLinger(true, 0);
        connection.peer().close();
        Thread.sleep(50);
        assertThat(write(path, "a").status()).isEqualTo(200);
        assertThat(console.post(path + "/flush", NOTHING).status()).isEqualTo(502);
        assertThat(console.delete(path).status()).isEqualTo(502);
    }

    @Test
    void linesAreAnsweredTogether() throws IOException {
        connection.send("a\r\n\n€".getBytes(StandardCharsets.UTF_8));
        connection.peer().shutdownOutput();
        Answer lines = console.post(connection.file(NOTHING) + "/readlines", NOTHING);
        assertThat(lines.body().get("lines"))
                .extracting(line -> line.get("text").asString())
                .containsExactly("a\n", "\n", "€");
    }

    @Test
    void theDataOfATextFileIsInItsEncoding() throws IOException {
        String path = connection.file(Map.of("mode", "w", "newline", "\r\n"));
        String data = Base64.getEncoder().encodeToString(new byte[] {(byte) 0xff, '\n'});
        Answer written = console.post(path + "/write", Map.of("data", data));
        assertThat(written.body().get("written").asInt()).isEqualTo(2);
        console.delete(path);
        assertThat(connection.receive(3)).containsExactly(0xff, '\r', '\n');
    }

    private Answer write(String path, String text) {
        return console.post(path + "/write", Map.of("text", text));
    }

    private static boolean isError(Answer answer, String symbol) {
        return answer.text("symbol").equals(symbol);
    }

    @FunctionalInterface
    private interface Task<T> {
        T run() throws Exception;
    }

    private static <T> CompletableFuture<T> async(Task<T> task) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread.startVirtualThread(
                () -> {
                    try {
                        result.complete(task.run());
                    } catch (Exception failure) {
                        result.completeExceptionally(failure);
                    }
                });
        return result;
    }
}
