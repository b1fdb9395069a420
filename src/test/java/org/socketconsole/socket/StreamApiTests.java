package org.socketconsole.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.socketconsole.testing.AnswerAssert.assertThat;
import static org.socketconsole.testing.Eventually.eventually;

import org.junit.jupiter.api.Test;
import org.socketconsole.testing.Answer;
import org.socketconsole.testing.Api;
import org.socketconsole.testing.ApiSocket;
import org.socketconsole.testing.Bytes;
import org.socketconsole.testing.Contract;
import org.socketconsole.testing.ContractTests;
import org.socketconsole.testing.Peers;
import org.socketconsole.testing.Peers.EchoServer;
import org.socketconsole.testing.RawConnection;

import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;

/// `GET` and `PUT` of a socket's stream.
class StreamApiTests extends ContractTests {

    private static final String BYTES = "application/octet-stream";

    /// More than `console.max-body`.
    private static final byte[] MANY = Bytes.noise(40 * 1024 * 1024);

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void whatIsPutComesBackFromAnEchoWhateverItsSize() throws Exception {
        try (EchoServer echo = new EchoServer()) {
            ApiSocket socket = api.tcp().connected(echo.port());
            var received = get(socket).sendLater();
            assertThat(put(socket, "?shutdown=true", MANY)).isOk().has("sent", MANY.length);
            assertThat(received.join()).isOk();
            assertThat(received.join().contentType()).isEqualTo(BYTES);
            assertThat(received.join().body()).isEqualTo(MANY);
        }
    }

    @Test
    void withoutShutdownTheStreamGoesOn() {
        Api.Pair pair = api.pair();
        assertThat(put(pair.first(), "", Bytes.of("one "))).isOk();
        assertThat(put(pair.first(), "?shutdown=1", Bytes.of("two"))).isOk();
        assertThat(get(pair.second()).send())
                .isOk()
                .hasHeader("Content-Disposition", "attachment; filename=stream.bin")
                .hasBody(Bytes.of("one two"));
    }

    @Test
    void anEndWithoutAByteIsAnEmptyAnswer() {
        Api.Pair pair = api.pair();
        pair.second().close();
        Answer answer = get(pair.first()).send();
        assertThat(answer).isOk();
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void eachPieceComesAtOnce() throws Exception {
        Api.Pair pair = api.pair();
        InputStream stream = open(pair.first());
        for (String piece : new String[] {"a", "bc", "def"}) {
            assertThat(pair.second().send(piece)).isOk();
            assertThat(stream.readNBytes(piece.length())).isEqualTo(Bytes.of(piece));
        }
        stream.close();
    }

    @Test
    void aBodyIsSentAsItComes() throws Exception {
        Api.Pair pair = api.pair();
        try (RawConnection connection = putting(pair.first())) {
            for (String piece : new String[] {"a", "bc", "def"}) {
                connection.write("%x\r\n%s\r\n".formatted(piece.length(), piece));
                assertThat(pair.second().recv(10)).isOk().hasData(piece);
            }
            connection.write("0\r\n\r\n");
            assertThat(connection.answer()).isOk().has("sent", 6);
        }
    }

    /// What came before the reset is the client's.
    @Test
    void aResetBreaksTheAnswerOff() throws Exception {
        ApiSocket listener = api.listener();
        Socket peer = Peers.connectTo(listener);
        ApiSocket socket = listener.accepted();
        InputStream stream = open(socket);
        peer.getOutputStream().write(Bytes.of("last words"));
        assertThat(stream.readNBytes(10)).isEqualTo(Bytes.of("last words"));
        Peers.reset(peer);
        assertThatThrownBy(stream::read).isInstanceOf(IOException.class);
        assertThat(socket.view().get("last_error").asString()).isEqualTo("ECONNRESET");
    }

    @Test
    void whatFailsBeforeTheFirstByteIsAProblem() {
        assertThat(get(api.tcp()).send()).isProblem(409, "socket-error", "ENOTCONN");
        assertThat(put(api.tcp(), "", Bytes.of("x"))).isProblem(502, "socket-error", "EPIPE");
    }

    @Test
    void anErrorSaysHowMuchHadGone() throws Exception {
        try (ServerSocket server = Peers.server()) {
            ApiSocket socket = api.tcp().connected(server.getLocalPort());
            Socket peer = server.accept();
            try (RawConnection connection = putting(socket)) {
                connection.write("5\r\nfirst\r\n");
                assertThat(peer.getInputStream().readNBytes(5)).isEqualTo(Bytes.of("first"));
                Peers.reset(peer);
                eventually().until(() -> socket.get("getpeername").status() != 200);
                connection.write("6\r\nsecond\r\n0\r\n\r\n");
                assertThat(connection.answer()).hasStatus(502).has("sent", 5);
            }
        }
    }

    @Test
    void theTimeOutOfTheSocketIsOfItsOtherCalls() throws Exception {
        Api.Pair pair = api.pair();
        pair.first().nonBlocking();
        InputStream stream = open(pair.first());
        pair.first().untilWaiting("receive_stream");
        assertThat(pair.second().send("x")).isOk();
        assertThat(stream.readNBytes(1)).isEqualTo(Bytes.of("x"));
        stream.close();
    }

    @Test
    void theTimeOfTheRequestEndsItToBeAskedAgainWhereNothingCame() {
        ApiSocket socket = api.pair().first();
        assertThat(api.request("PUT", socket.path("stream?wait=x")).send()).isInvalid("wait");
        assertThat(api.get(socket.path("stream?wait=0.05")))
                .isProblem(504, "timeout")
                .has("retry", true);
    }

    @Test
    void theTimeOfTheRequestBreaksOffWhatHasBegun() throws IOException {
        Api.Pair pair = api.pair();
        assertThat(pair.second().send("begun")).isOk();
        try (RawConnection connection = new RawConnection(api)) {
            connection.head("GET", pair.first().path("stream?wait=0.2"));
            assertThat(connection.text())
                    .startsWith("HTTP/1.1 200")
                    .contains("begun")
                    .doesNotEndWith("0\r\n\r\n");
        }
    }

    @Test
    void aClientThatLeavesEndsItsCallAndTheNextHasTheNextBytes() throws Exception {
        Api.Pair pair = api.pair();
        assertThat(pair.second().send("taken")).isOk();
        try (RawConnection connection = new RawConnection(api)) {
            connection.head("GET", pair.first().path("stream"));
            pair.first().untilWaiting("receive_stream");
        }
        pair.first().untilWaiting("receive_stream", 0);
        assertThat(pair.second().send("next")).isOk();
        assertThat(pair.first().recv(10)).isOk().has("offset", 5).has("size", 4);
    }

    @Test
    void aClientThatLeavesItsBodyEndsItsCall() throws Exception {
        ApiSocket socket = api.pair().first();
        try (RawConnection connection = putting(socket)) {
            connection.write("1\r\nx\r\n");
            socket.untilWaiting("send_stream");
        }
        socket.untilWaiting("send_stream", 0);
    }

    @Test
    void aCancelBreaksTheAnswerOff() throws Exception {
        ApiSocket socket = api.pair().first();
        InputStream stream = open(socket);
        socket.untilWaiting("receive_stream");
        cancel(socket);
        assertThatThrownBy(stream::read).isInstanceOf(IOException.class);
    }

    @Test
    void aCancelOfABodyThatDoesNotComeSaysHowMuchHadGone() throws Exception {
        Api.Pair pair = api.pair();
        try (RawConnection connection = putting(pair.first())) {
            connection.write("3\r\nabc\r\n");
            assertThat(pair.second().recv(3)).isOk();
            cancel(pair.first());
            assertThat(connection.answer()).isProblem(409, "cancelled").has("sent", 3);
        }
    }

    @Test
    void theCloseOfTheSocketEndsBoth() throws Exception {
        Api.Pair pair = api.pair();
        InputStream stream = open(pair.first());
        try (RawConnection connection = putting(pair.first())) {
            pair.first().untilWaiting("receive_stream");
            pair.first().untilWaiting("send_stream");
            assertThat(pair.first().close()).isDone();
            assertThatThrownBy(stream::read).isInstanceOf(IOException.class);
            assertThat(connection.answer()).isClosed();
        }
    }

    /// The kernel's buffers are full, ours hold a piece: the rest stays with the peer.
    @Test
    void aClientThatDoesNotReadHoldsThePeerBackAndTheCloseOfTheSocketEndsItToo() throws Exception {
        ApiSocket listener = api.listener();
        try (Socket peer = Peers.connectTo(listener);
                RawConnection connection = new RawConnection(api)) {
            ApiSocket socket = listener.accepted();
            connection.head("GET", socket.path("stream"));
            var writing = writing(peer);
            assertThat(socket.stalledAt("bytes_received")).isLessThan(MANY.length / 2);
            assertThat(writing).isNotDone();
            assertThat(socket.close()).isDone();
            socket.untilWaiting("receive_stream", 0);
        }
    }

    private static CompletableFuture<Void> writing(Socket peer) {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        peer.getOutputStream().write(MANY);
                    } catch (IOException closed) {
                        throw new IllegalStateException(closed);
                    }
                });
    }

    @Test
    void theConnectionServesWhatWasAskedMeanwhileAndAfterwards() throws Exception {
        Api.Pair pair = api.pair();
        try (RawConnection connection = new RawConnection(api)) {
            connection.head("GET", pair.first().path("stream"));
            pair.first().untilWaiting("receive_stream");
            connection.head("GET", "/byteorder/htons?x=1");
            pair.second().close();
            assertThat(connection.answer()).isOk();
            assertThat(connection.answer()).isOk().has("value", 256);
            connection.head("GET", "/byteorder/htons?x=2");
            assertThat(connection.answer()).isOk().has("value", 512);
        }
    }

    @Test
    void aHeadTakesNothing() throws IOException {
        Api.Pair pair = api.pair();
        assertThat(pair.second().send("x")).isOk();
        try (RawConnection connection = new RawConnection(api)) {
            connection.head("HEAD", pair.first().path("stream"), "Connection: close");
            assertThat(connection.text()).contains("HTTP/1.1 405", "Allow: GET, PUT");
        }
        assertThat(pair.first().recv(1)).isOk().has("size", 1);
    }

    @Test
    void onlyBytesArePut() {
        String path = api.pair().first().path("stream");
        assertThat(api.request("PUT", path).json("{}").send()).hasStatus(415);
        assertThat(api.request("PUT", path).body("text/plain", Bytes.of("x")).send()).isOk();
        assertThat(api.request("PUT", path + "?shutdown=perhaps").send()).isInvalid("shutdown");
    }

    @Test
    void messagesAreNoStream() {
        assertThat(get(api.udp()).send()).isInvalid("id");
    }

    private Api.Request get(ApiSocket socket) {
        return api.request("GET", socket.path("stream"));
    }

    private Answer put(ApiSocket socket, String query, byte[] bytes) {
        return api.request("PUT", socket.path("stream" + query)).body(BYTES, bytes).send();
    }

    /// The answer while it comes.
    private InputStream open(ApiSocket socket) throws IOException, InterruptedException {
        URI uri =
                URI.create(
                        "http://127.0.0.1:%d/api/v1%s"
                                .formatted(api.port(), socket.path("stream")));
        HttpResponse<InputStream> response =
                CLIENT.send(
                        HttpRequest.newBuilder(uri)
                                .header("Authorization", "Bearer " + Api.TOKEN)
                                .build(),
                        BodyHandlers.ofInputStream());
        Contract.check(response);
        assertThat(response.statusCode()).isEqualTo(200);
        return response.body();
    }

    private RawConnection putting(ApiSocket socket) throws IOException {
        return new RawConnection(api)
                .head("PUT", socket.path("stream"), "Transfer-Encoding: chunked");
    }

    private void cancel(ApiSocket socket) {
        String id = api.get("/operations?socket=" + socket.id()).at("items/0/id").asString();
        assertThat(api.delete("/operations/" + id)).isDone();
    }
}
