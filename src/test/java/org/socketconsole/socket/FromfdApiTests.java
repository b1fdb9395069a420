package org.socketconsole.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.socketconsole.testing.AnswerAssert.assertThat;
import static org.socketconsole.testing.Json.json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.socketconsole.testing.Answer;
import org.socketconsole.testing.Api;
import org.socketconsole.testing.ApiSocket;
import org.socketconsole.testing.ContractTests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

@Isolated("the numbers of descriptors are those of the process")
class FromfdApiTests extends ContractTests {

    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

    @Test
    void aListedDescriptorIsDuplicatedInBlockingMode() {
        ApiSocket socket = api.udp().bound().within(3);
        Answer answer = fromfd(socket.fd(), "AF_INET", "SOCK_DGRAM");
        assertThat(answer)
                .isCreated()
                .has("origin", "fromfd")
                .has("local_address", socket.localAddress())
                .has("family", "AF_INET")
                .has("type", "SOCK_DGRAM")
                .has("proto", "IPPROTO_UDP")
                .hasNull("timeout");
        assertThat(answer.at("fd").asInt()).isNotEqualTo(socket.fd());
    }

    @Test
    void theDuplicateLivesOnItsOwn() {
        Api.Pair pair = api.pair();
        Answer answer = fromfd(pair.first().fd(), "AF_UNIX", "SOCK_STREAM");
        ApiSocket copy = api.socketOf(answer.at("id").asString());
        assertThat(pair.first().close()).isDone();
        assertThat(pair.second().send("x")).isOk();
        assertThat(copy.recv(9)).hasData("x");
    }

    @Test
    void theFamilyAndTypeAreNotChecked() {
        assertThat(fromfd(api.udp().fd(), "AF_INET6", "SOCK_STREAM"))
                .isCreated()
                .has("family", "AF_INET6")
                .has("type", "SOCK_STREAM");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "IPPROTO_TCP", "IPPROTO_MPTCP", "IPPROTO_UDP", "77"})
    void theProtocolIsWhatTheKernelSays(String proto) {
        String request = "{'fd': %d, 'family': 'AF_INET', 'type': 'SOCK_STREAM', 'proto': '%s'}";
        assertThat(api.post("/sockets/fromfd", json(request, api.tcp().fd(), proto)))
                .isCreated()
                .has("proto", "IPPROTO_TCP");
    }

    @ParameterizedTest
    @CsvSource({"9999", "-1", "2147483647"})
    void aClosedNumberIsABadDescriptor(int fd) {
        assertThat(fromfd(fd, "AF_INET", "SOCK_STREAM")).isClosed().has("call", "fromfd");
    }

    /// What the process opens meanwhile takes one of the lower numbers.
    @Test
    void theNumberOfAClosedSocketIsABadDescriptor() {
        List<ApiSocket> sockets = Stream.generate(api::tcp).limit(8).toList();
        int highest = sockets.stream().mapToInt(ApiSocket::fd).max().orElseThrow();
        sockets.forEach(socket -> assertThat(socket.close()).isDone());
        assertThat(fromfd(highest, "AF_INET", "SOCK_STREAM")).isClosed();
    }

    @Test
    void aDescriptorThatIsNoSocketIsNone() throws IOException {
        assertThat(fromfd(anyDescriptor("/"), "AF_INET", "SOCK_STREAM"))
                .isProblem(422, "socket-error", "ENOTSOCK")
                .has("errno", 88);
    }

    @Test
    void aSocketOfTheServerItselfIsForbidden() throws IOException {
        assertThat(fromfd(serverSocket(), "AF_INET", "SOCK_STREAM")).isProblem(403, "forbidden");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{'family': 2, 'type': 1}; fd",
                "{'fd': 'x', 'family': 2, 'type': 1}; fd",
                "{'fd': null, 'family': 2, 'type': 1}; fd",
                "{'fd': 1, 'type': 1}; family",
                "{'fd': 1, 'family': 2}; type",
                "{'fd': 1, 'family': 2, 'type': 1, 'proto': 'x'}; proto",
            })
    void aWrongArgumentIsNamed(String request, String field) {
        assertThat(api.post("/sockets/fromfd", json(request))).isInvalid(field);
    }

    private Answer fromfd(int fd, String family, String type) {
        String request = "{'fd': %d, 'family': '%s', 'type': '%s'}";
        return api.post("/sockets/fromfd", json(request, fd, family, type));
    }

    /// The application runs in the process of the tests.
    private int serverSocket() throws IOException {
        var listed = api.get("/sockets").at("items");
        assertThat(listed.isEmpty()).isTrue();
        return anyDescriptor("socket:");
    }

    private static int anyDescriptor(String target) throws IOException {
        try (Stream<Path> descriptors = Files.list(DESCRIPTORS)) {
            return descriptors
                    .filter(descriptor -> target(descriptor).startsWith(target))
                    .mapToInt(descriptor -> Integer.parseInt(descriptor.getFileName().toString()))
                    .filter(fd -> fd > 2)
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException closed) {
            return "";
        }
    }
}
