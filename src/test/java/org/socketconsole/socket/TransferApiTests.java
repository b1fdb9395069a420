package org.socketconsole.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.socketconsole.testing.AnswerAssert.assertThat;
import static org.socketconsole.testing.Json.base64;
import static org.socketconsole.testing.Json.json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.socketconsole.testing.Answer;
import org.socketconsole.testing.Api;
import org.socketconsole.testing.ApiSocket;
import org.socketconsole.testing.Bytes;
import org.socketconsole.testing.ContractTests;
import org.socketconsole.testing.Json;
import org.socketconsole.testing.Peers;
import org.socketconsole.testing.Peers.EchoServer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;

class TransferApiTests extends ContractTests {

    private static final int LARGE = 8 * 1024 * 1024;
    private static final byte[] BINARY = Bytes.of("\0\u0001\r\n\u00ff\u00fe|\u0080");

    @Test
    void bytesComeBackFromAnEchoServer() throws IOException {
        try (EchoServer echo = new EchoServer()) {
            ApiSocket client = api.tcp().connected(echo.port());
            assertThat(client.send(BINARY)).isOk().has("sent", BINARY.length).has("offset", 0);
            assertThat(receiveAll(client, BINARY.length)).isEqualTo(BINARY);
        }
    }

    @Test
    void theEndOfTheStreamIsSizeZero() throws IOException {
        try (ServerSocket server = Peers.server()) {
            ApiSocket client = api.tcp().connected(server.getLocalPort());
            server.accept().close();
            assertThat(client.recv(10)).isOk().hasData("");
            assertThat(client.recv(10)).isOk().hasData("");
        }
    }

    @Test
    void offsetsCountTheBytesOfAStreamPerDirection() {
        Api.Pair pair = api.pair();
        assertThat(pair.first().send("12345")).has("offset", 0);
        assertThat(pair.first().send("678")).has("offset", 5);
        assertThat(pair.second().recv(3)).hasData("123").has("offset", 0);
        assertThat(pair.second().recv(100)).hasData("45678").has("offset", 3);
        assertThat(pair.second().send("x")).has("offset", 0);
    }

    @Test
    void offsetsNumberTheMessagesOfADatagramSocket() {
        Api.Pair pair = api.pair(json("{'type': 'SOCK_DGRAM'}"));
        assertThat(pair.first().send("12345")).has("offset", 0);
        assertThat(pair.first().send("678")).has("offset", 1);
        assertThat(pair.second().recv(100)).hasData("12345").has("offset", 0);
        assertThat(pair.second().recv(100)).hasData("678").has("offset", 1);
    }

    @Test
    void textIsSentAsUtf8() {
        Api.Pair pair = api.pair();
        assertThat(pair.first().post("send", json("{'text': 'zwölf €'}"))).has("sent", 10);
        assertThat(pair.second().recv(100)).hasData(Bytes.utf8("zwölf €")).lacks("text");
    }

    @Test
    void textIsAnsweredWhereItIsAskedForAndIsUtf8() {
        Api.Pair pair = api.pair(json("{'type': 'SOCK_DGRAM'}"));
        pair.first().send(Bytes.utf8("zwölf"));
        pair.first().send(BINARY);
        String request = json("{'bufsize': 100}");
        assertThat(pair.second().post("recv?text=true", request)).has("text", "zwölf");
        assertThat(pair.second().post("recv?text=true", request)).hasData(BINARY).lacks("text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"recv", "recvfrom", "recvmsg"})
    void textIsLeftOutUnlessAskedFor(String call) {
        Api.Pair pair = api.pair(json("{'type': 'SOCK_DGRAM'}"));
        pair.first().send("a");
        pair.first().send("b");
        assertThat(pair.second().post(call + "?text=false", json("{'bufsize': 9}"))).lacks("text");
        assertThat(pair.second().post(call + "?text=true", json("{'bufsize': 9}")))
                .hasData("b")
                .has("text", "b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"send", "sendall"})
    void aPayloadIsEitherDataOrText(String call) {
        ApiSocket socket = api.pair().first();
        assertThat(socket.post(call, json("{'data': 'AA==', 'text': 'x'}"))).isInvalid("data");
        assertThat(socket.post(call, "{}")).isInvalid("data");
        assertThat(socket.post(call)).isInvalid("data");
        assertThat(socket.post(call, json("{'data': null}"))).isInvalid("data");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"A\"", "\"!!!!\"", "5", "[]", "{}", "true", "\"AA\\u0000A\""})
    void dataIsBase64(String data) {
        assertThat(api.pair().first().post("send", "{\"data\": " + data + "}")).isInvalid("data");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "true", "[]", "\"\\ud800\""})
    void textIsAStringOfWholeCharacters(String text) {
        assertThat(api.pair().first().post("send", "{\"text\": " + text + "}")).isInvalid("text");
    }

    @Test
    void nothingCanBeSentToo() {
        Api.Pair pair = api.pair();
        assertThat(pair.first().send("")).has("sent", 0);
        assertThat(pair.first().post("sendall", json("{'text': ''}"))).isDone();
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/octet-stream", "text/plain", "text/plain; charset=utf-8"})
    void aPayloadCanBeTheBodyItself(String type) {
        Api.Pair pair = api.pair();
        assertThat(raw(pair.first(), "send", type, BINARY)).isOk().has("sent", BINARY.length);
        assertThat(pair.second().recv(100)).hasData(BINARY);
    }

    @Test
    void aRawPayloadHasItsFlagsInTheQuery() {
        Api.Pair pair = api.pair();
        assertThat(raw(pair.first(), "send?flags=MSG_DONTWAIT|MSG_NOSIGNAL", BINARY)).isOk();
        assertThat(raw(pair.first(), "send?flags=MSG_NOSUCH", BINARY)).isInvalid("flags");
    }

    @Test
    void aRawPayloadIsSentToTheAddressOfTheQuery() {
        ApiSocket receiver = api.udp().bound();
        String address = encoded(receiver.localAddress().toString());
        assertThat(raw(api.udp(), "sendto?address=" + address, BINARY)).has("sent", 8);
        assertThat(receiver.recv(100)).hasData(BINARY);
    }

    @Test
    void aRawSendtoNeedsItsAddress() {
        assertThat(raw(api.udp(), "sendto", BINARY)).isInvalid("address");
        assertThat(raw(api.udp(), "sendto?address=%7B", BINARY)).isProblem(400, "invalid-argument");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/octet-stream", "text/plain"})
    void bytesCanBeAnsweredAlone(String type) {
        Api.Pair pair = api.pair();
        pair.first().send("abc");
        pair.first().send(BINARY);
        pair.second().recv(3);
        Answer answer =
                api.request("POST", pair.second().path("recv?bufsize=100")).accept(type).send();
        assertThat(answer).isOk().hasBody(BINARY).hasHeader("Socket-Offset", "3");
        assertThat(answer.contentType()).isEqualTo(type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "*/*", "application/*", "text/html, */*;q=0.5", ""})
    void bytesAreAnsweredInJsonUnlessAskedForAlone(String accept) {
        Api.Pair pair = api.pair();
        pair.first().send("abc");
        Api.Request request =
                api.request("POST", pair.second().path("recv")).json(json("{'bufsize': 9}"));
        assertThat((accept.isEmpty() ? request : request.accept(accept)).send()).hasData("abc");
    }

    @Test
    void bytesAloneCanBeAskedForWithABodyToo() {
        Api.Pair pair = api.pair();
        pair.first().send("abc");
        assertThat(
                        api.request("POST", pair.second().path("recv"))
                                .accept("application/octet-stream")
                                .json(json("{'bufsize': 2}"))
                                .send())
                .isOk()
                .hasBody(Bytes.of("ab"));
    }

    @Test
    void aRawRecvfromHasItsAddressInAHeader() {
        ApiSocket receiver = api.udp().bound();
        ApiSocket sender = api.udp().bound();
        sender.sendto("x", receiver.localAddress());
        Answer answer =
                api.request("POST", receiver.path("recvfrom?bufsize=10"))
                        .accept("application/octet-stream")
                        .send();
        assertThat(answer).isOk().hasBody(Bytes.of("x")).hasHeader("Socket-Offset", "0");
        assertThat(Json.read(answer.header("Socket-Address"))).isEqualTo(sender.localAddress());
    }

    @Test
    void aRawRecvfromOfAStreamHasNoAddress() {
        Api.Pair pair = api.connection();
        pair.first().send("x");
        assertThat(
                        api.request("POST", pair.second().path("recvfrom?bufsize=10"))
                                .accept("application/octet-stream")
                                .send())
                .isOk()
                .hasHeader("Socket-Address", "null");
    }

    @Test
    void aRawAnswersErrorIsAProblemStill() {
        assertThat(
                        api.request("POST", api.tcp().path("recv?bufsize=10"))
                                .accept("application/octet-stream")
                                .send())
                .isProblem(409, "socket-error", "ENOTCONN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"recv", "recvfrom", "recvmsg"})
    void theParametersOfAReceiveMayBeInTheQuery(String call) {
        Api.Pair pair = api.pair();
        pair.first().send("abc");
        assertThat(pair.second().post(call + "?bufsize=2&flags=MSG_PEEK")).hasData("ab");
        assertThat(pair.second().post(call + "?bufsize=9")).hasData("abc");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{'bufsize': -1}; bufsize",
                "{'bufsize': 9223372036854775808}; bufsize",
                "{'bufsize': -2147483649}; bufsize",
                "{'bufsize': -9223372036854775809}; bufsize",
                "{'bufsize': 1.5}; bufsize",
                "{'bufsize': '10'}; bufsize",
                "{'bufsize': null}; bufsize",
                "{'bufsize': true}; bufsize",
                "{'bufsize': 1, 'flags': 'MSG_NOSUCH'}; flags",
                "{'bufsize': 1, 'flags': 'MSG_PEEK|'}; flags",
                "{'bufsize': 1, 'flags': null}; flags",
                "{'bufsize': 1, 'nosuch': 1}; nosuch",
                "{'bufsize': 1, 'text': 'yes'}; text",
            })
    void aWrongArgumentOfAReceiveIsNamed(String request, String field) {
        ApiSocket socket = api.pair().first().nonBlocking();
        assertThat(socket.post("recv", json(request))).isInvalid(field);
        assertThat(socket.post("recvfrom", json(request))).isInvalid(field);
        assertThat(socket.post("recvmsg", json(request))).isInvalid(field);
    }

    @Test
    void recvOfAHugeBufsizeTakesWhatIsThere() {
        Api.Pair pair = api.pair();
        pair.first().send("abc");
        assertThat(pair.second().recv(Integer.MAX_VALUE)).hasData("abc");
    }

    @Test
    void recvOfNothingAnswersNothingAndTakesNothing() {
        Api.Pair pair = api.pair();
        pair.first().send("abc");
        assertThat(pair.second().recv(0)).hasData("");
        assertThat(pair.second().recv(9)).hasData("abc");
    }

    @Test
    void recvfromOfAConnectedStreamHasNoAddress() {
        Api.Pair pair = api.connection();
        pair.first().send("x");
        assertThat(pair.second().post("recvfrom", json("{'bufsize': 9}")))
                .hasData("x")
                .hasNull("address");
    }

    @Test
    void datagramsGoToAndFroWithAPeerOfTheJdk() throws IOException {
        try (DatagramSocket peer = new DatagramSocket(Peers.at(0))) {
            ApiSocket socket = api.udp().bound();
            peer.send(new DatagramPacket(BINARY, BINARY.length, Peers.at(socket.port())));
            Answer received = socket.post("recvfrom", json("{'bufsize': 100}"));
            assertThat(received)
                    .hasData(BINARY)
                    .has("address/host", "127.0.0.1")
                    .has("address/port", peer.getLocalPort());
            assertThat(socket.sendto("answer", received.at("address"))).has("sent", 6);
            DatagramPacket answer = new DatagramPacket(new byte[100], 100);
            peer.setSoTimeout(10_000);
            peer.receive(answer);
            assertThat(Arrays.copyOf(answer.getData(), answer.getLength()))
                    .isEqualTo(Bytes.of("answer"));
            assertThat(answer.getPort()).isEqualTo(socket.port());
        }
    }

    @Test
    void anEmptyDatagramIsReceivedAsSuch() throws IOException {
        try (DatagramSocket peer = new DatagramSocket(Peers.at(0))) {
            ApiSocket socket = api.udp().bound();
            peer.send(new DatagramPacket(new byte[0], 0, Peers.at(socket.port())));
            peer.send(new DatagramPacket(BINARY, BINARY.length, Peers.at(socket.port())));
            assertThat(socket.recv(100)).hasData("").has("offset", 0);
            assertThat(socket.recv(100)).hasData(BINARY).has("offset", 1);
        }
    }

    @Test
    void anEmptyDatagramCanBeSent() {
        Api.Pair pair = api.pair(json("{'type': 'SOCK_DGRAM'}"));
        assertThat(pair.first().send("")).has("sent", 0).has("offset", 0);
        assertThat(pair.second().recv(10)).hasData("").has("offset", 0);
    }

    @Test
    void aDatagramThatIsTooLargeIsRefused() {
        ApiSocket receiver = api.udp().bound();
        String body = "{'data': '%s', 'address': %s}";
        String data = base64(new byte[65_508]);
        assertThat(api.udp().post("sendto", json(body, data, receiver.localAddress())))
                .isProblem(413, "socket-error", "EMSGSIZE");
    }

    @ParameterizedTest
    @CsvSource({
        "recv, 0",
        "recv, MSG_TRUNC",
        "recvfrom, 0",
        "recvfrom, MSG_TRUNC",
        "recvmsg, 0",
        "recvmsg, MSG_TRUNC"
    })
    void aMessageThatIsCutSaysSoAndWhatItHad(String call, String flags) {
        Api.Pair pair = api.pair(json("{'type': 'SOCK_DGRAM'}"));
        pair.first().send("0123456789");
        pair.first().send("next");
        String request = json("{'bufsize': 4, 'flags': '%s'}", flags);
        assertThat(pair.second().post(call, request))
                .hasData("0123")
                .has("size", 4)
                .has("msg_flags", "MSG_TRUNC")
                .has("length", 10);
        assertThat(pair.second().post(call, request)).hasData("next").lacks("length");
    }

    @Test
    void truncAnswersNoBytesButThoseThatFitOfACutDatagram() {
        ApiSocket receiver = api.udp().bound();
        ApiSocket sender = api.udp().connected(receiver.port());
        sender.send("123456");
        assertThat(receiver.recv(3, "MSG_TRUNC")).hasData("123");
        sender.send("next");
        assertThat(receiver.recv(9)).hasData("next");
    }

    @Test
    void theFlagForDescriptorsComesBackWithBytesThatAreDiscarded() {
        Api.Pair pair = api.connection();
        pair.first().send("1234");
        String request = json("{'bufsize': 3, 'flags': 'MSG_TRUNC|MSG_CMSG_CLOEXEC'}");
        assertThat(pair.second().post("recvmsg", request)).has("msg_flags", "MSG_CMSG_CLOEXEC");
    }

    @Test
    void aSendThatIsToOpenAConnectionNeedsAnAddressAndNone() {
        String request = json("{'text': 'x', 'flags': 'MSG_FASTOPEN'}");
        assertThat(api.tcp().post("send", request)).isProblem(409, "socket-error", "EINVAL");
        assertThat(api.connection().first().post("send", request))
                .isProblem(409, "socket-error", "EISCONN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sendto", "sendmsg"})
    void aSendThatIsToOpenAConnectionFindsOneOrAListener(String call) {
        ApiSocket connected = api.connection().first();
        ApiSocket listener = api.listener();
        String opening =
                json(
                        "{%s, 'flags': 'MSG_FASTOPEN', 'address': %s}",
                        call.equals("sendto") ? "\"data\": \"eA==\"" : "\"buffers\": [\"eA==\"]",
                        listener.localAddress());
        for (ApiSocket socket : List.of(connected, listener, connected.nonBlocking())) {
            assertThat(socket.post(call, opening)).isProblem(409, "socket-error", "EISCONN");
        }
    }

    @Test
    void aMessageThatIsWholeHasNoFlags() {
        Api.Pair pair = api.pair(json("{'type': 'SOCK_DGRAM'}"));
        pair.first().send("1234");
        assertThat(pair.second().recv(4)).hasData("1234").lacks("msg_flags").lacks("length");
    }

    @Test
    void whatIsCutOfARawAnswerIsInItsHeaders() {
        ApiSocket receiver = api.udp().bound();
        api.udp().connected(receiver.port()).send("0123456789");
        assertThat(
                        api.request("POST", receiver.path("recvfrom?bufsize=4"))
                                .accept("application/octet-stream")
                                .send())
                .hasBody(Bytes.of("0123"))
                .hasHeader("Socket-Flags", "MSG_TRUNC")
                .hasHeader("Socket-Length", "10");
    }

    @Test
    void peekLeavesTheBytesWhereTheyAre() {
        Api.Pair pair = api.pair();
        pair.first().send("12345");
        assertThat(pair.second().recv(3, "MSG_PEEK")).hasData("123").has("offset", 0);
        assertThat(pair.second().recv(9, "MSG_PEEK|MSG_DONTWAIT")).hasData("12345");
        assertThat(pair.second().recv(9)).hasData("12345").has("offset", 0);
    }

    @Test
    void waitallWaitsForAllOfTheBytes() {
        Api.Pair pair = api.pair();
        pair.first().send("12345");
        CompletableFuture<Answer> all =
                pair.second().postLater("recv", json("{'bufsize': 8, 'flags': 'MSG_WAITALL'}"));
        pair.second().untilWaiting("recv");
        pair.first().send("6789");
        assertThat(all.join()).hasData("12345678").has("offset", 0);
        assertThat(pair.second().recv(9)).hasData("9").has("offset", 8);
    }

    @Test
    void waitallWaitsForAllOfTheBytesThatAreOnlyPeekedAt() {
        Api.Pair pair = api.connection();
        pair.first().send("123");
        String request = json("{'bufsize': 10, 'flags': 'MSG_PEEK|MSG_WAITALL'}");
        CompletableFuture<Answer> all = pair.second().postLater("recv", request);
        pair.second().untilWaiting("recv");
        pair.first().send("4567890");
        assertThat(all.join()).hasData("1234567890").has("offset", 0);
        assertThat(pair.second().recv(10)).hasData("1234567890").has("offset", 0);
    }

    @Test
    void peekingAtAllEndsWithTheStreamOrTheRequest() {
        Api.Pair pair = api.connection();
        pair.first().send("123");
        String request = json("{'bufsize': 10, 'flags': 'MSG_PEEK|MSG_WAITALL'}");
        assertThat(pair.second().post("recv?wait=0.1", request)).hasData("123");
        CompletableFuture<Answer> all = pair.second().postLater("recv", request);
        pair.second().untilWaiting("recv");
        pair.first().close();
        assertThat(all.join()).hasData("123");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sendto", "sendmsg"})
    void aSendThatConnectsWaitsForTheHandshakeInBlockingMode(String call) throws IOException {
        try (ServerSocket server = Peers.server()) {
            assertThat(api.tcp().post(call, fastOpen(call, server))).isOk().has("sent", 8);
            try (Socket peer = server.accept()) {
                peer.setSoTimeout(30_000);
                assertThat(peer.getInputStream().readNBytes(8)).isEqualTo(Bytes.of("syn data"));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sendto", "sendmsg"})
    void aSendThatConnectsIsInProgressInTheOtherModes(String call) throws IOException {
        try (ServerSocket server = Peers.server()) {
            for (ApiSocket client :
                    new ApiSocket[] {api.tcp().nonBlocking(), api.tcp().within(5)}) {
                assertThat(client.post(call, fastOpen(call, server)))
                        .isProblem(409, "socket-error", "EINPROGRESS")
                        .has("errno", 115);
            }
        }
    }

    @Test
    void aSendThatConnectsToNobodyIsRefused() throws IOException {
        ServerSocket closed = Peers.server();
        closed.close();
        assertThat(api.tcp().post("sendto", fastOpen("sendto", closed)))
                .isProblem(502, "socket-error", "ECONNREFUSED");
    }

    private static String fastOpen(String call, ServerSocket server) {
        String bytes = call.equals("sendto") ? "'data': '%s'" : "'buffers': ['%s']";
        return json(
                "{"
                        + bytes
                        + ", 'flags': 'MSG_FASTOPEN',"
                        + " 'address': {'host': '127.0.0.1', 'port': %d}}",
                base64("syn data"),
                server.getLocalPort());
    }

    @Test
    void waitallEndsWithTheStream() {
        Api.Pair pair = api.pair();
        pair.first().send("12345");
        pair.first().close();
        assertThat(pair.second().recv(8, "MSG_WAITALL")).hasData("12345");
    }

    @Test
    void anUrgentByteIsReadApart() throws IOException {
        try (ServerSocket server = Peers.server()) {
            ApiSocket client = api.tcp().connected(server.getLocalPort());
            try (Socket peer = server.accept()) {
                peer.getOutputStream().write(Bytes.of("ab"));
                peer.sendUrgentData('!');
                peer.getOutputStream().write(Bytes.of("cd"));
                assertThat(
                                api.post(
                                        "/select",
                                        json(
                                                "{'read': [], 'write': [], 'except': ['%s'],"
                                                        + " 'timeout': 10}",
                                                client.id())))
                        .has("except/0", client.id());
                assertThat(client.recv(9, "MSG_OOB")).hasData("!");
                assertThat(receiveAll(client, 4)).isEqualTo(Bytes.of("abcd"));
            }
        }
    }

    @Test
    void anUrgentByteCanBeSent() throws IOException {
        try (ServerSocket server = Peers.server()) {
            ApiSocket client = api.tcp().connected(server.getLocalPort());
            try (Socket peer = server.accept()) {
                peer.setOOBInline(true);
                String request = json("{'data': '%s', 'flags': 'MSG_OOB'}", base64("a!"));
                assertThat(client.post("send", request)).has("sent", 2);
                peer.setSoTimeout(30_000);
                assertThat(peer.getInputStream().readNBytes(2)).isEqualTo(Bytes.of("a!"));
            }
        }
    }

    @Test
    void withoutAnUrgentByteThereIsNone() {
        assertThat(api.connection().first().recv(1, "MSG_OOB"))
                .isProblem(409, "socket-error", "EINVAL");
    }

    @ParameterizedTest
    @CsvSource({
        "AF_INET, SOCK_DGRAM, MSG_OOB",
        "AF_UNIX, SOCK_DGRAM, MSG_ERRQUEUE",
        "AF_UNIX, SOCK_SEQPACKET, MSG_ERRQUEUE"
    })
    void aFlagThatAFamilyDoesNotKnowKeepsNoReceiveFromWaiting(
            String family, String type, String flag) {
        Api.Pair pair = connectedMessages(family, type);
        String request = json("{'bufsize': 9, 'flags': '%s'}", flag);
        CompletableFuture<Answer> waiting = pair.second().postLater("recv", request);
        pair.second().untilWaiting("recv");
        pair.first().send("1234");
        assertThat(waiting.join()).hasData("1234");
    }

    @Test
    void aFlagThatAFamilyDoesNotKnowKeepsNoReceiveFromTakingAll() {
        Api.Pair pair = api.pair();
        pair.first().send("12");
        String request = json("{'bufsize': 4, 'flags': 'MSG_ERRQUEUE|MSG_WAITALL'}");
        CompletableFuture<Answer> waiting = pair.second().postLater("recv", request);
        pair.second().untilWaiting("recv");
        pair.first().send("34");
        assertThat(waiting.join()).hasData("1234");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SOCK_DGRAM", "SOCK_STREAM"})
    void nothingWaitsForAnErrorOfTheInternet(String type) {
        Api.Pair pair =
                type.equals("SOCK_STREAM") ? api.connection() : connectedMessages("AF_INET", type);
        assertThat(pair.second().recv(9, "MSG_ERRQUEUE")).isProblem(409, "socket-error", "EAGAIN");
    }

    /// The time at which a datagram went is told in the queue of errors.
    @Test
    void whatIsInTheQueueOfErrorsEndsNoReceive() {
        Api.Pair pair = connectedMessages("AF_INET", "SOCK_DGRAM");
        int sendingBySoftware = 1 << 1 | 1 << 4;
        assertThat(pair.first().setsockopt("SOL_SOCKET", "SO_TIMESTAMPING", sendingBySoftware))
                .isDone();
        assertThat(pair.first().send("x")).isOk();
        CompletableFuture<Answer> waiting = pair.first().postLater("recv", json("{}"));
        pair.first().untilWaiting("recv");
        assertThat(pair.second().sendto("reply", pair.first().localAddress())).isOk();
        assertThat(waiting.join()).hasData("reply");
    }

    @Test
    void aLargeTransferToAPeerIsExact() throws Exception {
        byte[] sent = Bytes.noise(LARGE);
        try (ServerSocket server = Peers.server()) {
            ApiSocket client = api.tcp().connected(server.getLocalPort());
            try (Socket peer = server.accept()) {
                CompletableFuture<Answer> all =
                        client.postLater("sendall", json("{'data': '%s'}", base64(sent)));
                CompletableFuture<byte[]> received = readLater(peer, LARGE);
                assertThat(all.join()).isDone();
                assertThat(received.join()).isEqualTo(sent);
                assertThat(client.view().get("bytes_sent").asLong()).isEqualTo(LARGE);
            }
        }
    }

    @Test
    void aLargeRawTransferToAPeerIsExact() throws Exception {
        byte[] sent = Bytes.noise(LARGE);
        try (ServerSocket server = Peers.server()) {
            ApiSocket client = api.tcp().connected(server.getLocalPort());
            try (Socket peer = server.accept()) {
                CompletableFuture<Answer> all =
                        api.request("POST", client.path("send"))
                                .body("application/octet-stream", sent)
                                .sendLater();
                CompletableFuture<byte[]> received = readLater(peer, LARGE);
                assertThat(all.join()).isOk().has("sent", LARGE);
                assertThat(received.join()).isEqualTo(sent);
            }
        }
    }

    @Test
    void aLargeTransferFromAPeerIsExact() throws Exception {
        byte[] sent = Bytes.noise(LARGE);
        try (ServerSocket server = Peers.server()) {
            ApiSocket client = api.tcp().connected(server.getLocalPort());
            try (Socket peer = server.accept()) {
                Thread writer = Thread.ofVirtual().start(() -> write(peer, sent));
                assertThat(receiveAll(client, LARGE)).isEqualTo(sent);
                writer.join();
            }
        }
    }

    @Test
    void sendInNonBlockingModeTakesWhatTheKernelTakes() {
        ApiSocket sender = api.pair().first().nonBlocking();
        Answer first = sender.send(new byte[LARGE]);
        assertThat(first).isOk();
        assertThat(first.at("sent").asInt()).isBetween(1, LARGE - 1);
        assertThat(fill(sender)).isProblem(409, "socket-error", "EAGAIN");
    }

    @Test
    void sendallThatTimesOutTellsHowMuchHasGone() {
        ApiSocket sender = api.pair().first().within(0.2);
        Answer answer = sender.post("sendall", json("{'data': '%s'}", base64(new byte[LARGE])));
        assertThat(answer).isProblem(504, "timeout", "ETIMEDOUT").lacks("retry");
        assertThat(answer.at("sent").asLong())
                .isEqualTo(sender.view().get("bytes_sent").asLong())
                .isPositive();
    }

    @Test
    void sendallThatTheRequestEndsTellsHowMuchHasGone() {
        ApiSocket sender = api.pair().first();
        Answer answer =
                sender.post("sendall?wait=0.2", json("{'data': '%s'}", base64(new byte[LARGE])));
        assertThat(answer).isProblem(504, "timeout", "ETIMEDOUT").lacks("retry");
        assertThat(answer.at("sent").asLong()).isPositive();
    }

    @Test
    void sendToAPeerThatIsGoneIsABrokenPipe() {
        Api.Pair pair = api.pair();
        pair.second().close();
        assertThat(pair.first().send("x")).isProblem(502, "socket-error", "EPIPE");
        assertThat(pair.first().post("sendall", json("{'text': 'x'}")))
                .isProblem(502, "socket-error", "EPIPE");
    }

    @Test
    void aResetIsReceivedOnce() throws IOException {
        try (ServerSocket server = Peers.server()) {
            ApiSocket client = api.tcp().connected(server.getLocalPort());
            Peers.reset(server.accept());
            assertThat(client.recv(10)).isProblem(502, "socket-error", "ECONNRESET");
            assertThat(client.recv(10)).isOk().hasData("");
        }
    }

    @Test
    void aFullQueueOfAReceiverIsAgainInNonBlockingMode() {
        Api.Pair pair = api.pair(json("{'type': 'SOCK_DGRAM'}"));
        assertThat(fill(pair.first().nonBlocking())).isProblem(409, "socket-error", "EAGAIN");
    }

    @Test
    void sendWaitsForRoomInTheQueueOfAReceiver() {
        Api.Pair pair = api.pair(json("{'type': 'SOCK_DGRAM'}"));
        fill(pair.first().nonBlocking());
        pair.first().within("null");
        CompletableFuture<Answer> last = pair.first().postLater("send", json("{'text': 'last'}"));
        pair.first().untilWaiting("send");
        assertThat(pair.second().recv(LARGE)).isOk();
        assertThat(last.join()).isOk().has("sent", 4);
    }

    @Test
    void waitingReceiversOfOneSocketAreServedInTheirOrder() {
        Api.Pair pair = api.pair();
        List<CompletableFuture<Answer>> waiting = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            waiting.add(pair.second().postLater("recv", json("{'bufsize': 1}")));
            pair.second().untilWaiting("recv", i + 1);
        }
        pair.first().send("abcde");
        assertThat(waiting.stream().map(CompletableFuture::join).map(Answer::dataText))
                .containsExactly("a", "b", "c", "d", "e");
    }

    @Test
    void aWaitingReceiverHoldsUpNoSender() {
        Api.Pair pair = api.pair();
        CompletableFuture<Answer> waiting = pair.first().postLater("recv", json("{'bufsize': 9}"));
        pair.first().untilWaiting("recv");
        assertThat(pair.first().send("out")).has("sent", 3);
        assertThat(pair.first().get("getsockname")).isOk();
        assertThat(pair.second().send("in")).has("sent", 2);
        assertThat(waiting.join()).hasData("in");
    }

    @Test
    void aReceiverThatDoesNotWaitDoesNotQueue() {
        Api.Pair pair = api.pair();
        CompletableFuture<Answer> waiting = pair.first().postLater("recv", json("{'bufsize': 9}"));
        pair.first().untilWaiting("recv");
        assertThat(pair.first().recv(9, "MSG_DONTWAIT")).isProblem(409, "socket-error", "EAGAIN");
        pair.second().send("in");
        assertThat(waiting.join()).hasData("in");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "recv; {'bufsize': 1}",
                "recvfrom; {'bufsize': 1}",
                "recvmsg; {'bufsize': 1}",
            })
    void closingWakesEveryWaitingReceiver(String call, String request) {
        ApiSocket socket = api.udp().bound();
        List<CompletableFuture<Answer>> waiting = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            waiting.add(socket.postLater(call, json(request)));
            socket.untilWaiting(call, i + 1);
        }
        assertThat(socket.close()).isDone();
        waiting.forEach(answer -> assertThat(answer.join()).isClosed().has("call", call));
    }

    @Test
    void closingWakesAWaitingAccept() {
        ApiSocket listener = api.listener();
        CompletableFuture<Answer> waiting = listener.postLater("accept", "{}");
        listener.untilWaiting("accept");
        assertThat(listener.close()).isDone();
        assertThat(waiting.join()).isClosed().has("call", "accept");
    }

    @Test
    void closingWakesAWaitingSender() {
        ApiSocket sender = api.pair().first();
        CompletableFuture<Answer> waiting =
                sender.postLater("sendall", json("{'data': '%s'}", base64(new byte[LARGE])));
        sender.untilWaiting("sendall");
        assertThat(sender.close()).isDone();
        assertThat(waiting.join()).isClosed();
    }

    @Test
    void shuttingDownWakesAWaitingReceiverWithTheEnd() {
        Api.Pair pair = api.connection();
        CompletableFuture<Answer> waiting = pair.first().postLater("recv", json("{'bufsize': 9}"));
        pair.first().untilWaiting("recv");
        assertThat(pair.first().post("shutdown", json("{'how': 'SHUT_RD'}"))).isDone();
        assertThat(waiting.join()).hasData("");
    }

    @ParameterizedTest
    @CsvSource({
        "AF_INET, SOCK_DGRAM, recv",
        "AF_INET6, SOCK_DGRAM, recvmsg",
        "AF_UNIX, SOCK_DGRAM, recvfrom",
        "AF_UNIX, SOCK_SEQPACKET, recv"
    })
    void shuttingDownWakesAWaitingReceiverOfMessagesWithTheEnd(
            String family, String type, String call) {
        ApiSocket receiver = connectedMessages(family, type).second();
        CompletableFuture<Answer> waiting = receiver.postLater(call, json("{'bufsize': 9}"));
        receiver.untilWaiting(call);
        receiver.post("shutdown", json("{'how': 'SHUT_RD'}"));
        assertThat(waiting.join()).hasData("");
        assertThat(receiver.recv(9)).hasData("");
    }

    @Test
    void messagesThatComeBeforeTheEndOrAfterItAreReceived() {
        Api.Pair pair = connectedMessages("AF_INET", "SOCK_DGRAM");
        pair.first().send("before");
        pair.second().post("shutdown", json("{'how': 'SHUT_RD'}"));
        assertThat(pair.second().recv(9)).hasData("before");
        assertThat(pair.second().recv(9)).hasData("");
        pair.first().send("after");
        assertThat(pair.second().recv(9)).hasData("after").has("offset", 1);
    }

    @Test
    void theEndOfMessagesIsNotToldWithoutBlocking() {
        ApiSocket receiver = api.pair(json("{'type': 'SOCK_DGRAM'}")).second();
        receiver.post("shutdown", json("{'how': 'SHUT_RD'}"));
        assertThat(receiver.recv(9, "MSG_DONTWAIT")).isProblem(409, "socket-error", "EAGAIN");
        assertThat(receiver.within(0.01).recv(9)).isProblem(504, "timeout");
    }

    @Test
    void shuttingDownEndsAWaitingAcceptOfAUnixListener() {
        ApiSocket listener = api.unix("SOCK_STREAM");
        assertThat(listener.bind(json("{'path': ''}"))).isDone();
        assertThat(listener.post("listen", "{}")).isDone();
        CompletableFuture<Answer> waiting = listener.postLater("accept", "{}");
        listener.untilWaiting("accept");
        assertThat(listener.post("shutdown", json("{'how': 'SHUT_RD'}"))).isDone();
        assertThat(waiting.join()).isProblem(409, "socket-error", "EINVAL");
        assertThat(listener.post("accept")).isProblem(409, "socket-error", "EINVAL");
    }

    /// Two ends; the second has nothing that is not of the first.
    private Api.Pair connectedMessages(String family, String type) {
        String kind = json("{'family': '%s', 'type': '%s'}", family, type);
        if (family.equals("AF_UNIX")) {
            return api.pair(kind);
        }
        ApiSocket second = api.socket(kind);
        String loopback = family.equals("AF_INET") ? "127.0.0.1" : "::1";
        assertThat(second.bind(json("{'host': '%s', 'port': 0}", loopback))).isDone();
        ApiSocket first = api.socket(kind);
        assertThat(first.connect(second.localAddress().toString())).isDone();
        return new Api.Pair(first, second);
    }

    private Answer raw(ApiSocket socket, String call, byte[] body) {
        return raw(socket, call, "application/octet-stream", body);
    }

    private Answer raw(ApiSocket socket, String call, String type, byte[] body) {
        String escaped = call.replace("|", "%7C");
        return api.request("POST", socket.path(escaped)).body(type, body).send();
    }

    /// Sends until the kernel takes no more, and answers that it does not.
    private static Answer fill(ApiSocket sender) {
        Answer answer = sender.send(new byte[1000]);
        for (int i = 0; i < 10_000 && answer.status() == 200; i++) {
            answer = sender.send(new byte[1000]);
        }
        return answer;
    }

    private static byte[] receiveAll(ApiSocket socket, int size) {
        byte[] all = new byte[size];
        int count = 0;
        while (count < size) {
            byte[] part = socket.recv(size - count).data();
            assertThat(part).isNotEmpty();
            System.arraycopy(part, 0, all, count, part.length);
            count += part.length;
        }
        return all;
    }

    private static CompletableFuture<byte[]> readLater(Socket peer, int size) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        peer.setSoTimeout(30_000);
                        return peer.getInputStream().readNBytes(size);
                    } catch (IOException failure) {
                        throw new UncheckedIOException(failure);
                    }
                });
    }

    private static void write(Socket peer, byte[] bytes) {
        try {
            peer.getOutputStream().write(bytes);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
