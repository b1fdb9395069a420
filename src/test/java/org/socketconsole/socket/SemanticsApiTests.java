package org.socketconsole.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.socketconsole.testing.AnswerAssert.assertThat;
import static org.socketconsole.testing.Json.json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.socketconsole.testing.Answer;
import org.socketconsole.testing.Api;
import org.socketconsole.testing.ApiSocket;
import org.socketconsole.testing.ContractTests;
import org.socketconsole.testing.Peers;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;

/// The values that CPython gives, row by row; [OracleApiTests] compares with a CPython that is
/// there.
class SemanticsApiTests extends ContractTests {

    @Test
    void aSecondConnectIsConnectedAlreadyWhateverTheMode() throws IOException {
        try (ServerSocket server = Peers.server()) {
            ApiSocket blocking = api.tcp().connected(server.getLocalPort());
            ApiSocket timed = api.tcp().within(10).connected(server.getLocalPort());
            for (ApiSocket client : new ApiSocket[] {blocking, timed}) {
                assertThat(client.connect(server.getLocalPort()))
                        .isProblem(409, "socket-error", "EISCONN")
                        .has("errno", 106);
            }
        }
    }

    @Test
    void aPortThatIsTakenIsInUse() {
        ApiSocket taken = api.tcp().bound();
        assertThat(api.tcp().bind(taken.localAddress().toString()))
                .isProblem(409, "socket-error", "EADDRINUSE")
                .has("errno", 98);
    }

    @Test
    void aForeignAddressIsNotAvailable() {
        assertThat(api.tcp().bind(json("{'host': '192.0.2.1', 'port': 0}")))
                .isProblem(409, "socket-error", "EADDRNOTAVAIL")
                .has("errno", 99);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "recv; {'bufsize': 1}; 409; ENOTCONN",
                "shutdown; {'how': 1}; 409; ENOTCONN",
                "send; {'text': 'x'}; 502; EPIPE",
                "accept; {}; 409; EINVAL",
            })
    void callsOnAnUnconnectedStreamFail(String call, String request, int status, String symbol) {
        assertThat(api.tcp().post(call, json(request))).isProblem(status, "socket-error", symbol);
    }

    @Test
    void sendOnAnUnconnectedDatagramSocketNeedsAnAddress() {
        assertThat(api.udp().send("x")).isProblem(409, "socket-error", "EDESTADDRREQ");
    }

    @Test
    void aDatagramSocketDoesNotListen() {
        assertThat(api.udp().post("listen")).isProblem(422, "socket-error", "EOPNOTSUPP");
    }

    @Test
    void aClosedPeerOfADatagramSocketRefuses() {
        ApiSocket gone = api.udp().bound();
        ApiSocket sender = api.udp().connected(gone.port());
        assertThat(gone.close()).isDone();
        assertThat(sender.send("x")).has("sent", 1);
        assertThat(sender.recv(1)).isProblem(502, "socket-error", "ECONNREFUSED");
    }

    @Test
    void broadcastNeedsItsOption() {
        String request = json("{'text': 'x', 'address': {'host': '<broadcast>', 'port': 9}}");
        assertThat(api.udp().post("sendto", request)).isProblem(403, "socket-error", "EACCES");
    }

    @Test
    void anUnknownServiceOfGetaddrinfoIsItsOwnError() {
        assertThat(api.get("/dns/getaddrinfo?host=127.0.0.1&port=nosuchsvc"))
                .isProblem(422, "gaierror", "EAI_SERVICE")
                .has("errno", -8);
    }

    @Test
    void anUnknownHostIsNotTakenForAPermission() {
        Answer answer = api.get("/dns/gethostbyaddr?ip_address=192.0.2.1");
        assertThat(answer).isProblem().has("kind", "herror");
        assertThat(answer.status()).isNotEqualTo(403);
        assertThat(answer.at("symbol").asString()).isNotEqualTo("EPERM");
    }

    @Test
    void fromfdIsNotCheckedUntilItsFirstUse() {
        int fd = api.udp().bound().fd();
        String request = json("{'fd': %d, 'family': 'AF_INET', 'type': 'SOCK_STREAM'}", fd);
        Answer answer = api.post("/sockets/fromfd", request);
        assertThat(answer).isCreated().has("type", "SOCK_STREAM");
        assertThat(api.socketOf(answer.at("id").asString()).post("listen"))
                .isProblem(422, "socket-error", "EOPNOTSUPP");
    }

    @Test
    void aSocketOfSixteenBytesTakesBothFamiliesByDefault() throws IOException {
        ApiSocket listener = api.socket(json("{'family': 'AF_INET6'}"));
        int only = listener.getsockopt("IPPROTO_IPV6", "IPV6_V6ONLY").at("value").asInt();
        assertThat(listener.bind(json("{'host': '::', 'port': 0}"))).isDone();
        assertThat(listener.post("listen")).isDone();
        if (only == 0) {
            try (Socket peer = Peers.connectTo(listener)) {
                assertThat(listener.post("accept"))
                        .has("address/host", "::ffff:127.0.0.1")
                        .has("address/port", peer.getLocalPort());
            }
        }
    }

    @Test
    void aRefusedSocketMayConnectAgain() throws IOException {
        ApiSocket client = api.tcp();
        assertThat(client.connect(Peers.closedPort()))
                .isProblem(502, "socket-error", "ECONNREFUSED");
        try (ServerSocket server = Peers.server()) {
            assertThat(client.connect(server.getLocalPort())).isDone();
        }
    }

    @Test
    void theBorderOfAMessageIsKept() {
        Api.Pair pair = api.pair(json("{'type': 'SOCK_SEQPACKET'}"));
        pair.first().send("one");
        pair.first().send("two");
        assertThat(pair.second().recv(100)).hasData("one");
        assertThat(pair.second().recv(100)).hasData("two");
    }
}
