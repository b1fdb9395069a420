package org.socketconsole.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.socketconsole.testing.AnswerAssert.assertThat;
import static org.socketconsole.testing.Json.json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.socketconsole.testing.Answer;
import org.socketconsole.testing.Api;
import org.socketconsole.testing.ApiSocket;
import org.socketconsole.testing.ContractTests;

class IoctlApiTests extends ContractTests {

    @ParameterizedTest
    @ValueSource(strings = {"FIONREAD", "SIOCINQ", "21531", "0x541b"})
    void theBytesThatWaitAreCounted(String request) {
        Api.Pair pair = api.connection();
        pair.first().send("hello");
        assertThat(pair.second().recv(5, "MSG_PEEK|MSG_WAITALL")).hasData("hello");
        assertThat(ioctl(pair.second(), request)).isOk().has("value", 5);
        assertThat(pair.second().recv(2)).hasData("he");
        assertThat(ioctl(pair.second(), request)).has("value", 3);
    }

    /// The peer reads nothing, so that its window fills.
    @Test
    void theBytesThatAreNotOnTheWireAreAmongThoseThatAreUnsent() {
        ApiSocket sender = api.connection().first().nonBlocking();
        byte[] piece = new byte[256 * 1024];
        while (sender.send(piece).status() == 200) {}
        int unsent = ioctl(sender, "SIOCOUTQ").at("value").asInt();
        int notOnTheWire = ioctl(sender, "SIOCOUTQNSD").at("value").asInt();
        assertThat(unsent).isGreaterThanOrEqualTo(notOnTheWire);
        assertThat(notOnTheWire).isPositive();
    }

    @Test
    void theUrgentByteIsMarked() {
        Api.Pair pair = api.connection();
        assertThat(pair.first().post("send", json("{'text': 'ab!', 'flags': 'MSG_OOB'}"))).isOk();
        assertThat(pair.second().recv(2, "MSG_PEEK|MSG_WAITALL")).hasData("ab");
        assertThat(ioctl(pair.second(), "SIOCATMARK")).has("value", 0);
        assertThat(pair.second().recv(2)).hasData("ab");
        assertThat(ioctl(pair.second(), "SIOCATMARK")).has("value", 1);
    }

    @Test
    void whatTheKernelDoesNotTellIsItsErrno() {
        assertThat(ioctl(api.listener(), "FIONREAD")).isProblem(409, "socket-error", "EINVAL");
        ApiSocket closed = api.tcp();
        assertThat(closed.close()).isDone();
        assertThat(ioctl(closed, "FIONREAD")).isClosed();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SIOCGIFCONF", "SIOCSIFADDR", "0", "FIONREAD|SIOCATMARK", "NOSUCH", ""})
    void otherRequestsAreNotMade(String request) {
        assertThat(ioctl(api.tcp(), request.replace("|", "%7C"))).isInvalid("request");
    }

    private static Answer ioctl(ApiSocket socket, String request) {
        return socket.get("ioctl?request=" + request);
    }
}
