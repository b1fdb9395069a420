package org.socketconsole.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.socketconsole.testing.AnswerAssert.assertThat;
import static org.socketconsole.testing.Json.base64;
import static org.socketconsole.testing.Json.json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.socketconsole.testing.Answer;
import org.socketconsole.testing.ApiSocket;
import org.socketconsole.testing.Bytes;
import org.socketconsole.testing.ContractTests;

import java.util.concurrent.CompletableFuture;

class ModeApiTests extends ContractTests {

    @Test
    void everySocketStartsInBlockingMode() {
        ApiSocket socket = api.tcp();
        assertThat(socket.get("getblocking")).isOk().has("blocking", true);
        assertThat(socket.get("gettimeout")).isOk().hasNull("timeout");
    }

    @Test
    void filenoIsTheDescriptorOfTheView() {
        ApiSocket socket = api.tcp();
        assertThat(socket.get("fileno")).isOk().has("fileno", socket.fd());
    }

    @Test
    void nonBlockingModeIsATimeOutOfZero() {
        ApiSocket socket = api.tcp();
        assertThat(socket.post("setblocking", json("{'flag': false}"))).isDone();
        assertThat(socket.get("getblocking")).has("blocking", false);
        assertThat(socket.get("gettimeout")).has("timeout", 0);
        assertThat(api.get("/sockets/" + socket.id())).has("timeout", 0);
        assertThat(socket.post("setblocking", json("{'flag': true}"))).isDone();
        assertThat(socket.get("getblocking")).has("blocking", true);
        assertThat(socket.get("gettimeout")).hasNull("timeout");
    }

    @Test
    void aTimeOutIsSecondsAndCountsAsBlocking() {
        ApiSocket socket = api.tcp();
        assertThat(socket.setTimeout(1.25)).isDone();
        assertThat(socket.get("gettimeout")).has("timeout", 1.25);
        assertThat(socket.get("getblocking")).has("blocking", true);
        assertThat(socket.setTimeout(0)).isDone();
        assertThat(socket.get("getblocking")).has("blocking", false);
        assertThat(socket.setTimeout("null")).isDone();
        assertThat(socket.get("gettimeout")).hasNull("timeout");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'timeout': -1}",
                "{'timeout': '1'}",
                "{'timeout': true}",
                "{'timeout': 1e400}",
                "{'timeout': []}",
                "{'timeout': 1e300}"
            })
    void aTimeOutThatIsNoneIsInvalid(String request) {
        assertThat(api.tcp().post("settimeout", json(request))).isInvalid("timeout");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'flag': null}", "{'flag': 'yes'}", "{'flag': []}"})
    void aFlagThatIsNoneIsInvalid(String request) {
        assertThat(api.tcp().post("setblocking", json(request))).isInvalid("flag");
    }

    @ParameterizedTest
    @ValueSource(strings = {"recv", "recvfrom", "recvmsg"})
    void nothingToReceiveIsAgainInNonBlockingMode(String call) {
        assertThat(api.udp().bound().nonBlocking().post(call, json("{'bufsize': 1}")))
                .isProblem(409, "socket-error", "EAGAIN")
                .has("errno", 11)
                .lacks("retry");
    }

    @Test
    void nothingToAcceptIsAgainInNonBlockingMode() {
        assertThat(api.listener().nonBlocking().post("accept"))
                .isProblem(409, "socket-error", "EAGAIN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"recv", "recvfrom", "recvmsg"})
    void theSocketsTimeOutIsATimeout(String call) {
        ApiSocket socket = api.udp().bound().within(0.1);
        Answer answer = socket.post(call, json("{'bufsize': 1}"));
        assertThat(answer)
                .isProblem(504, "timeout", "ETIMEDOUT")
                .has("errno", 110)
                .has("strerror", "Connection timed out")
                .has("call", call)
                .has("socket_id", socket.id())
                .lacks("retry");
        assertThat(answer.at("elapsed").asDouble()).isBetween(0.1, 10.0);
    }

    @Test
    void anAcceptTimesOut() {
        assertThat(api.listener().within(0.1).post("accept"))
                .isProblem(504, "timeout", "ETIMEDOUT")
                .lacks("retry");
    }

    @Test
    void aSendTimesOut() {
        ApiSocket sender = api.pair().first().within(0.1);
        Answer answer = sender.send(new byte[1_000_000]);
        for (int i = 0; i < 100 && answer.status() == 200; i++) {
            answer = sender.send(new byte[1_000_000]);
        }
        assertThat(answer).isProblem(504, "timeout", "ETIMEDOUT").lacks("retry");
    }

    @Test
    void aTimeOutConsumesNothing() {
        var pair = api.pair();
        pair.second().within(0.1);
        assertThat(pair.second().recv(9)).isProblem(504, "timeout");
        pair.first().send("late");
        assertThat(pair.second().recv(9)).hasData("late").has("offset", 0);
    }

    @Test
    void theQuerysWaitEndsARequestThatCanBeMadeAgain() {
        ApiSocket socket = api.udp().bound();
        Answer answer = socket.post("recv?wait=0.1", json("{'bufsize': 1}"));
        assertThat(answer).isProblem(504, "timeout", "ETIMEDOUT").has("retry", true);
        assertThat(answer.at("elapsed").asDouble()).isBetween(0.1, 10.0);
    }

    @Test
    void theQuerysWaitEndsARequestBeforeTheSocketsTimeOut() {
        ApiSocket socket = api.udp().bound().within(100);
        assertThat(socket.post("recv?wait=0.1", json("{'bufsize': 1}")))
                .isProblem(504, "timeout", "ETIMEDOUT")
                .has("retry", true);
    }

    @Test
    void theSocketsTimeOutComesBeforeALongerWait() {
        ApiSocket socket = api.udp().bound().within(0.1);
        assertThat(socket.post("recv?wait=10", json("{'bufsize': 1}")))
                .isProblem(504, "timeout", "ETIMEDOUT")
                .lacks("retry");
    }

    @Test
    void aWaitOfZeroAsksOnce() {
        var pair = api.pair();
        assertThat(pair.second().post("recv?wait=0", json("{'bufsize': 9}")))
                .isProblem(504, "timeout", "ETIMEDOUT")
                .has("retry", true);
        pair.first().send("x");
        assertThat(pair.second().post("recv?wait=0", json("{'bufsize': 9}"))).hasData("x");
    }

    @Test
    void aWaitDoesNotDelayWhatIsThere() {
        var pair = api.pair();
        pair.first().send("x");
        assertThat(pair.second().post("recv?wait=15", json("{'bufsize': 9}"))).hasData("x");
    }

    @Test
    void acceptHeedsTheQuerysWait() {
        assertThat(api.listener().post("accept?wait=0.1"))
                .isProblem(504, "timeout", "ETIMEDOUT")
                .has("retry", true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "x", "", "NaN", "1s", "0x1p3"})
    void aWaitThatIsNoneIsInvalid(String wait) {
        assertThat(api.udp().bound().post("recv?wait=" + wait, json("{'bufsize': 1}")))
                .isInvalid("wait");
    }

    @Test
    void timeInTheQueueCounts() {
        ApiSocket socket = api.udp().bound();
        CompletableFuture<Answer> first = socket.postLater("recv", json("{'bufsize': 1}"));
        socket.untilWaiting("recv");
        assertThat(socket.post("recv?wait=0.1", json("{'bufsize': 1}")))
                .isProblem(504, "timeout", "ETIMEDOUT")
                .has("retry", true);
        assertThat(first).isNotDone();
        assertThat(socket.close()).isDone();
        assertThat(first.join()).isClosed();
    }

    @Test
    void theKernelsOwnTimeOutIsAgainInBlockingMode() {
        ApiSocket socket = api.udp().bound();
        assertThat(setTimeval(socket, "SO_RCVTIMEO")).isDone();
        assertThat(socket.recv(1)).isProblem(409, "socket-error", "EAGAIN");
    }

    @Test
    void theKernelsOwnTimeOutOfASenderIsAgainInBlockingMode() {
        ApiSocket sender = api.pair().first();
        assertThat(setTimeval(sender, "SO_SNDTIMEO")).isDone();
        Answer answer = sender.send(new byte[1_000_000]);
        for (int i = 0; i < 100 && answer.status() == 200; i++) {
            answer = sender.send(new byte[1_000_000]);
        }
        assertThat(answer).isProblem(409, "socket-error", "EAGAIN");
    }

    @Test
    void aDuplicateHasItsOwnTimeOut() {
        ApiSocket socket = api.tcp().within(3);
        ApiSocket copy = api.socketOf(socket.post("dup").at("id").asString());
        assertThat(copy.setTimeout(0)).isDone();
        assertThat(socket.get("gettimeout")).has("timeout", 3);
    }

    private static Answer setTimeval(ApiSocket socket, String optname) {
        return socket.post(
                "setsockopt",
                json(
                        "{'level': 'SOL_SOCKET', 'optname': '%s', 'data': '%s'}",
                        optname, base64(Bytes.timeval(0, 100_000))));
    }
}
