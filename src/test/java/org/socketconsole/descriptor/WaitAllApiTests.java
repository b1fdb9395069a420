package org.socketconsole.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.socketconsole.testing.AnswerAssert.assertThat;
import static org.socketconsole.testing.Json.json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.socketconsole.testing.Answer;
import org.socketconsole.testing.Api;
import org.socketconsole.testing.ApiSocket;
import org.socketconsole.testing.Bytes;
import org.socketconsole.testing.ContractTests;
import org.socketconsole.testing.Peers;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// `MSG_WAITALL` in blocking mode takes several calls of the kernel, and ends where one would.
class WaitAllApiTests extends ContractTests {

    private static final String ALL = json("{'bufsize': 10, 'flags': 'MSG_WAITALL'}");
    private static final String PEEK = json("{'bufsize': 10, 'flags': 'MSG_PEEK|MSG_WAITALL'}");
    private static final String WITH_CONTROL =
            json("{'bufsize': 10, 'ancbufsize': 256, 'flags': 'MSG_WAITALL'}");

    @ParameterizedTest
    @ValueSource(strings = {"AF_INET", "AF_UNIX"})
    void anUrgentByteEndsIt(String family) {
        Api.Pair pair = stream(family);
        pair.first().send("ab");
        sendUrgent(pair.first());
        pair.first().send("cdefghijkl");
        assertThat(atOnce(pair.second(), ALL)).hasData("ab");
        assertThat(pair.second().get("ioctl?request=SIOCATMARK")).has("value", 1);
        assertThat(atOnce(pair.second(), ALL)).hasData("cdefghijkl").has("offset", 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AF_INET", "AF_UNIX"})
    void anUrgentByteThatComesLaterEndsIt(String family) {
        Api.Pair pair = stream(family);
        pair.first().send("ab");
        CompletableFuture<Answer> all = pair.second().postLater("recv", ALL);
        pair.second().untilWaiting("recv");
        sendUrgent(pair.first());
        assertThat(atOnce(all)).hasData("ab");
        assertThat(pair.second().get("ioctl?request=SIOCATMARK")).has("value", 1);
    }

    @Test
    void anUrgentByteEndsAPeek() {
        Api.Pair pair = api.connection();
        pair.first().send("ab");
        CompletableFuture<Answer> all = pair.second().postLater("recv", PEEK);
        pair.second().untilWaiting("recv");
        sendUrgent(pair.first());
        assertThat(atOnce(all)).hasData("ab");
        assertThat(atOnce(pair.second(), PEEK)).hasData("ab");
    }

    @Test
    void aPeekLooksPastAnUrgentByteThatIsNext() {
        Api.Pair pair = api.connection();
        sendUrgent(pair.first());
        pair.first().send("cd");
        CompletableFuture<Answer> all = pair.second().postLater("recv", PEEK);
        pair.second().untilWaiting("recv");
        pair.first().send("efghijkl");
        assertThat(atOnce(all)).hasData("cdefghijkl");
    }

    @Test
    void aPeekOutsideOfTcpTakesWhatThereIs() {
        Api.Pair pair = api.pair();
        pair.first().send("abc");
        assertThat(atOnce(pair.second(), PEEK)).hasData("abc");
    }

    @ParameterizedTest
    @ValueSource(strings = {"recv", "recvfrom", "recvmsg"})
    void descriptorsThatHaveNoRoomEndIt(String call) {
        Api.Pair pair = api.pair();
        pair.first().send("ab");
        sendDescriptor(pair.first(), api.udp());
        pair.first().send("defghij");
        assertThat(atOnce(pair.second().postLater(call, ALL)))
                .hasData("abc")
                .has("msg_flags", "MSG_CTRUNC");
        assertThat(pair.second().recv(10)).hasData("defghij");
    }

    @Test
    void aSenderThatHasNoRoomDoesNotEndIt() {
        Api.Pair pair = toldTheSender();
        pair.first().send("abc");
        CompletableFuture<Answer> all = pair.second().postLater("recv", ALL);
        pair.second().untilWaiting("recv");
        pair.first().send("defghij");
        assertThat(all.join()).hasData("abcdefghij").has("msg_flags", "MSG_CTRUNC");
    }

    @Test
    void theSenderIsToldOnce() {
        Api.Pair pair = toldTheSender();
        pair.first().send("abc");
        CompletableFuture<Answer> all = pair.second().postLater("recvmsg", WITH_CONTROL);
        pair.second().untilWaiting("recvmsg");
        pair.first().send("defghij");
        assertThat(all.join())
                .hasData("abcdefghij")
                .has("ancdata/0/type", "SCM_CREDENTIALS")
                .lacks("ancdata/1");
    }

    @Test
    void theErrorThatEndsItIsThatOfTheNextCall() throws IOException {
        try (ServerSocket server = Peers.server()) {
            ApiSocket socket = api.tcp().connected(server.getLocalPort());
            Socket peer = server.accept();
            peer.getOutputStream().write(Bytes.of("ab"));
            CompletableFuture<Answer> all = socket.postLater("recv", ALL);
            socket.untilWaiting("recv");
            Peers.reset(peer);
            assertThat(all.join()).hasData("ab");
            assertThat(socket.recv(10)).isProblem(502, "socket-error", "ECONNRESET");
        }
    }

    @Test
    void moreThanOneCallTakesIsRefused() {
        String request = json("{'bufsize': 16777217, 'flags': 'MSG_WAITALL'}");
        Api.Pair pair = api.pair();
        pair.first().send("abc");
        Answer refused = pair.second().post("recv", request);
        assertThat(refused).isInvalid("bufsize");
        assertThat(refused.at("detail").asString()).contains("16777216");
        assertThat(pair.second().nonBlocking().post("recv", request)).hasData("abc");
    }

    private Api.Pair stream(String family) {
        return family.equals("AF_UNIX") ? api.pair() : api.connection();
    }

    private Api.Pair toldTheSender() {
        Api.Pair pair = api.pair();
        assertThat(pair.second().setsockopt("SOL_SOCKET", "SO_PASSCRED", 1)).isDone();
        return pair;
    }

    private static void sendUrgent(ApiSocket sender) {
        assertThat(sender.post("send", json("{'text': '!', 'flags': 'MSG_OOB'}"))).isOk();
    }

    private static void sendDescriptor(ApiSocket sender, ApiSocket passed) {
        String request =
                "{'buffers': [{'text': 'c'}], 'ancdata': [{'level': 'SOL_SOCKET',"
                        + " 'type': 'SCM_RIGHTS', 'value': {'sockets': ['%s']}}]}";
        assertThat(sender.post("sendmsg", json(request, passed.id()))).isOk();
    }

    private static Answer atOnce(ApiSocket socket, String request) {
        return atOnce(socket.postLater("recv", request));
    }

    /// Before the request's own end, which comes after a minute.
    private static Answer atOnce(CompletableFuture<Answer> answer) {
        return answer.orTimeout(20, TimeUnit.SECONDS).join();
    }
}
