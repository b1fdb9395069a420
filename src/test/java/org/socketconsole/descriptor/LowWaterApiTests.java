package org.socketconsole.descriptor;

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

import java.util.concurrent.CompletableFuture;

/// `SO_RCVLOWAT` in blocking mode: a receive waits for so many bytes, as the kernel's does.
class LowWaterApiTests extends ContractTests {

    @ParameterizedTest
    @CsvSource({
        "AF_INET, recv",
        "AF_INET, recvfrom",
        "AF_INET, recvmsg",
        "AF_UNIX, recv",
        "AF_UNIX, recvmsg",
    })
    void aReceiveWaitsForSoManyBytes(String family, String call) {
        Api.Pair pair = withLowWater(family, 4);
        pair.first().send("a");
        CompletableFuture<Answer> received = pair.second().postLater(call, "{}");
        pair.second().untilWaiting(call);
        pair.first().send("bcdef");
        assertThat(received.join()).hasData("abcdef");
    }

    @Test
    void aPeekOfTcpWaitsForThemToo() {
        Api.Pair pair = withLowWater("AF_INET", 4);
        pair.first().send("a");
        String peek = json("{'flags': 'MSG_PEEK'}");
        CompletableFuture<Answer> peeked = pair.second().postLater("recv", peek);
        pair.second().untilWaiting("recv");
        pair.first().send("bcd");
        assertThat(peeked.join()).hasData("abcd");
    }

    @ParameterizedTest
    @ValueSource(strings = {"AF_INET", "AF_UNIX"})
    void aReceiveOfFewerDoesNotWait(String family) {
        Api.Pair pair = withLowWater(family, 4);
        pair.first().send("ab");
        assertThat(pair.second().recv(2)).hasData("ab");
    }

    @ParameterizedTest
    @ValueSource(strings = {"AF_INET", "AF_UNIX"})
    void theEndEndsTheWait(String family) {
        Api.Pair pair = withLowWater(family, 4);
        pair.first().send("ab");
        assertThat(pair.first().close()).isDone();
        assertThat(pair.second().recv(9)).hasData("ab");
        assertThat(pair.second().recv(9)).hasData("");
    }

    @ParameterizedTest
    @ValueSource(strings = {"AF_INET", "AF_UNIX"})
    void theKernelsTimeOutEndsTheWait(String family) {
        Api.Pair pair = withLowWater(family, 4);
        String option = "{'level': 'SOL_SOCKET', 'optname': 'SO_RCVTIMEO', 'data': '%s'}";
        String soon = json(option, base64(Bytes.timeval(0, 50_000)));
        assertThat(pair.second().post("setsockopt", soon)).isDone();
        pair.first().send("ab");
        assertThat(pair.second().recv(9)).hasData("ab");
        assertThat(pair.second().recv(9)).isProblem(409, "socket-error", "EAGAIN");
    }

    @Test
    void whatDoesNotWaitTakesWhatThereIs() {
        Api.Pair pair = withLowWater("AF_INET", 4);
        pair.first().send("ab");
        assertThat(pair.second().recv(9, "MSG_DONTWAIT")).hasData("ab");
        pair.first().send("c");
        assertThat(pair.second().nonBlocking().recv(9)).hasData("c");
    }

    @Test
    void anAcceptedConnectionHasThatOfItsListener() {
        ApiSocket listener = api.tcp().bound();
        assertThat(listener.setsockopt("SOL_SOCKET", "SO_RCVLOWAT", 4)).isDone();
        assertThat(listener.post("listen")).isDone();
        ApiSocket client = api.tcp().connected(listener.port());
        ApiSocket accepted = listener.accepted();
        client.send("a");
        CompletableFuture<Answer> received = accepted.postLater("recv", "{}");
        accepted.untilWaiting("recv");
        client.send("bcde");
        assertThat(received.join()).hasData("abcde");
    }

    private Api.Pair withLowWater(String family, int bytes) {
        Api.Pair pair = family.equals("AF_INET") ? api.connection() : api.pair();
        assertThat(pair.second().setsockopt("SOL_SOCKET", "SO_RCVLOWAT", bytes)).isDone();
        return pair;
    }
}
