package org.socketconsole.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.socketconsole.testing.AnswerAssert.assertThat;
import static org.socketconsole.testing.Json.json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.socketconsole.libc.Libc;
import org.socketconsole.testing.Answer;
import org.socketconsole.testing.Api;
import org.socketconsole.testing.ApiSocket;
import org.socketconsole.testing.Capabilities;
import org.socketconsole.testing.ContractTests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// Descriptors that come with a message: each is a listed socket's, or closed.
class ForeignDescriptorsTests extends ContractTests {

    private static final int SOL_SOCKET = 1;
    private static final int SO_PASSPIDFD = 76;

    @ParameterizedTest
    @ValueSource(strings = {"SO_PASSPIDFD", "76"})
    void theOptionThatAsksForThemIsRefused(String optname) {
        assertThat(api.pair().second().setsockopt("SOL_SOCKET", optname, 1))
                .isProblem(403, "forbidden");
    }

    /// As in a socket that another program passed on, the option is set without the API.
    @Test
    void aDescriptorOfTheSendersProcessIsClosed() throws IOException {
        Api.Pair pair = api.pair(json("{'type': 'SOCK_SEQPACKET'}"));
        setPassPidfd(pair.second());
        long before = pidfds();
        for (int i = 0; i < 10; i++) {
            pair.first().send("x");
            assertThat(pair.second().post("recvmsg", json("{'bufsize': 1, 'ancbufsize': 256}")))
                    .hasData("x")
                    .has("ancdata/0/type", "SCM_PIDFD");
        }
        assertThat(pidfds()).isEqualTo(before);
    }

    /// The kernel ends such a receive at the first bytes that came with descriptors.
    @Test
    void descriptorsInTheMiddleOfAFullReceiveBecomeSocketsToo() {
        Api.Pair pair = api.pair();
        ApiSocket passed = api.udp();
        pair.first().send("ab");
        String request =
                "{'buffers': [{'text': 'cd'}], 'ancdata': [{'level': 'SOL_SOCKET',"
                        + " 'type': 'SCM_RIGHTS', 'value': {'sockets': ['%s']}}]}";
        assertThat(pair.first().post("sendmsg", json(request, passed.id()))).isOk();
        pair.first().send("ef");
        String all = json("{'bufsize': 6, 'ancbufsize': 256, 'flags': 'MSG_WAITALL'}");
        Answer answer = pair.second().post("recvmsg", all);
        assertThat(answer).hasData("abcd").has("sockets/0/type", "SOCK_DGRAM");
        assertThat(answer.at("sockets").size()).isEqualTo(1);
        assertThat(pair.second().recv(10)).hasData("ef");
    }

    private static void setPassPidfd(ApiSocket socket) {
        byte[] one = {1, 0, 0, 0};
        int result = Libc.host().setsockopt(socket.fd(), SOL_SOCKET, SO_PASSPIDFD, one, 4);
        Capabilities.assume(result == 0, "no SO_PASSPIDFD here: " + result);
    }

    /// Of this process, which is the server's.
    private static long pidfds() throws IOException {
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
            return descriptors.filter(ForeignDescriptorsTests::isPidfd).count();
        }
    }

    private static boolean isPidfd(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString().contains("pidfd");
        } catch (IOException closed) {
            return false;
        }
    }
}
