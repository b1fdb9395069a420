package org.socketconsole.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.socketconsole.testing.AnswerAssert.assertThat;
import static org.socketconsole.testing.Json.base64;
import static org.socketconsole.testing.Json.json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

class ConnectionApiTests extends ContractTests {

    private static final Path SOMAXCONN = Path.of("/proc/sys/net/core/somaxconn");

    @Test
    void aBoundSocketHasItsPort() {
        ApiSocket socket = api.tcp().bound();
        assertThat(socket.state()).isEqualTo("BOUND");
        assertThat(socket.port()).isPositive();
    }

    @Test
    void aSecondBindIsInvalid() {
        ApiSocket socket = api.tcp().bound();
        assertThat(socket.bind(json("{'host': '127.0.0.1', 'port': 0}")))
                .isProblem(409, "socket-error", "EINVAL")
                .has("errno", 22)
                .has("strerror", "Invalid argument")
                .has("call", "bind")
                .has("socket_id", socket.id());
    }

    @Test
    void aListenerAcceptsAPeerOfTheJdk() throws IOException {
        ApiSocket listener = api.listener();
        assertThat(listener.state()).isEqualTo("LISTENING");
        try (Socket peer = Peers.connectTo(listener)) {
            Answer answer = listener.post("accept");
            assertThat(answer)
                    .isCreated()
                    .has("address/family", "AF_INET")
                    .has("address/host", "127.0.0.1")
                    .has("address/port", peer.getLocalPort())
                    .has("conn/state", "CONNECTED")
                    .has("conn/origin", "accept")
                    .has("conn/local_address/port", listener.port())
                    .has("conn/peer_address/port", peer.getLocalPort())
                    .hasHeader("Location", "/api/v1/sockets/" + answer.at("conn/id").asString());
        }
    }

    @Test
    void anAcceptedSocketBlocksWhateverItsListenerDoes() throws IOException {
        ApiSocket listener = api.listener().within(30);
        try (Socket peer = Peers.connectTo(listener)) {
            assertThat(listener.post("accept")).isCreated().hasNull("conn/timeout");
            assertThat(peer.isConnected()).isTrue();
        }
    }

    @Test
    void acceptWaitsForAConnection() throws IOException {
        ApiSocket listener = api.listener();
        CompletableFuture<Answer> accepted = listener.postLater("accept", "{}");
        listener.untilWaiting("accept");
        try (Socket peer = Peers.connectTo(listener)) {
            assertThat(accepted.join()).isCreated().has("address/port", peer.getLocalPort());
        }
    }

    /// Of a socket that listens, `tcpi_sacked` is its backlog, as `ss` shows it.
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "{}; 4096",
                "{'backlog': 7}; 7",
                "{'backlog': 0}; 0",
                "{'backlog': -5}; 0",
                "{'backlog': 2147483647}; 2147483647"
            })
    void theKernelHasTheBacklogThatWasAskedForAndSomaxconnByDefault(String request, int wanted)
            throws IOException {
        int backlog = Math.min(wanted, Integer.parseInt(Files.readAllLines(SOMAXCONN).getFirst()));
        ApiSocket listener = api.tcp().bound();
        assertThat(listener.post("listen", json(request))).isDone();
        assertThat(listener.get("tcp_info")).isOk().has("sacked", backlog);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'backlog': 0}", "{'backlog': -5}", "{'backlog': 2147483647}"})
    void anyBacklogIsTaken(String request) throws IOException {
        ApiSocket listener = api.tcp().bound();
        assertThat(listener.post("listen", json(request))).isDone();
        try (Socket peer = Peers.connectTo(listener)) {
            assertThat(listener.post("accept"))
                    .isCreated()
                    .has("address/port", peer.getLocalPort());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2147483648", "1.5", "'x'", "null", "[]", "99999999999999999999"})
    void aBacklogThatIsNoIntIsInvalid(String backlog) {
        assertThat(api.tcp().post("listen", json("{'backlog': " + backlog + "}")))
                .isInvalid("backlog");
    }

    @Test
    void aSocketListensWithoutABodyAndWithoutABind() {
        ApiSocket listener = api.tcp();
        assertThat(listener.post("listen")).isDone();
        assertThat(listener.port()).isPositive();
    }

    @Test
    void connectReachesAPeerOfTheJdk() throws IOException {
        try (ServerSocket server = Peers.server()) {
            ApiSocket client = api.tcp().connected(server.getLocalPort());
            try (Socket peer = server.accept()) {
                assertThat(client.state()).isEqualTo("CONNECTED");
                assertThat(client.port()).isEqualTo(peer.getPort());
                assertThat(client.get("getpeername"))
                        .isOk()
                        .has("family", "AF_INET")
                        .has("host", "127.0.0.1")
                        .has("port", server.getLocalPort());
            }
        }
    }

    @Test
    void aPortWithoutAListenerRefuses() throws IOException {
        ApiSocket client = api.tcp();
        Answer answer = client.connect(Peers.closedPort());
        assertThat(answer)
                .isProblem(502, "socket-error", "ECONNREFUSED")
                .has("errno", 111)
                .has("strerror", "Connection refused")
                .has("call", "connect")
                .has("socket_id", client.id());
        assertThat(answer.at("elapsed").asDouble()).isBetween(0.0, 10.0);
    }

    @Test
    void aConnectedSocketCannotConnectAgain() throws IOException {
        try (ServerSocket server = Peers.server()) {
            ApiSocket client = api.tcp().connected(server.getLocalPort());
            assertThat(client.connect(server.getLocalPort()))
                    .isProblem(409, "socket-error", "EISCONN");
        }
    }

    @Test
    void connectInNonBlockingModeIsInProgress() throws IOException {
        try (ServerSocket server = Peers.server()) {
            ApiSocket client = api.tcp().nonBlocking();
            assertThat(client.connect(server.getLocalPort()))
                    .isProblem(409, "socket-error", "EINPROGRESS")
                    .has("errno", 115);
            assertThat(select(client)).isOk().has("write/0", client.id());
            assertThat(client.getsockopt("SOL_SOCKET", "SO_ERROR")).has("value", 0);
            assertThat(client.state()).isEqualTo("CONNECTED");
        }
    }

    @Test
    void aRefusalInNonBlockingModeIsReadOnce() throws IOException {
        ApiSocket client = api.tcp().nonBlocking();
        assertThat(client.connect(Peers.closedPort()))
                .isProblem(409, "socket-error", "EINPROGRESS");
        assertThat(select(client)).isOk().has("write/0", client.id());
        assertThat(client.getsockopt("SOL_SOCKET", "SO_ERROR")).has("value", 111);
        assertThat(client.getsockopt("SOL_SOCKET", "SO_ERROR")).has("value", 0);
    }

    @Test
    void connectExAnswersSuccessWithoutASymbol() throws IOException {
        try (ServerSocket server = Peers.server()) {
            assertThat(connectEx(api.tcp(), server.getLocalPort()))
                    .isOk()
                    .has("errno", 0)
                    .hasNull("symbol");
        }
    }

    @Test
    void connectExAnswersTheErrnoOfARefusal() throws IOException {
        assertThat(connectEx(api.tcp(), Peers.closedPort()))
                .isOk()
                .has("errno", 111)
                .has("symbol", "ECONNREFUSED")
                .has("strerror", "Connection refused");
    }

    /// The kernel takes a handshake for one that goes on until it is asked once more.
    @Test
    void withATimeOutARefusalIsToldAndThenOnceThatTheHandshakeHasEnded() throws IOException {
        ApiSocket client = api.tcp().within(5);
        int port = Peers.closedPort();
        assertThat(connectEx(client, port)).has("symbol", "ECONNREFUSED");
        assertThat(client.recv(1)).hasData("");
        assertThat(connectEx(client, port)).has("symbol", "ECONNABORTED");
        assertThat(connectEx(client, port)).has("symbol", "ECONNREFUSED");
    }

    @Test
    void inBlockingModeEachRefusalIsTold() throws IOException {
        ApiSocket client = api.tcp();
        int port = Peers.closedPort();
        assertThat(connectEx(client, port)).has("symbol", "ECONNREFUSED");
        assertThat(connectEx(client, port)).has("symbol", "ECONNREFUSED");
        assertThat(client.recv(1)).isProblem(409, "socket-error", "ENOTCONN");
    }

    @Test
    void connectExInNonBlockingModeAnswersInProgress() throws IOException {
        try (ServerSocket server = Peers.server()) {
            ApiSocket client = api.tcp().nonBlocking();
            assertThat(connectEx(client, server.getLocalPort())).isOk().has("errno", 115);
        }
    }

    @Test
    void connectExFailsWhereANameDoesNotResolve() {
        assertThat(
                        api.tcp()
                                .post(
                                        "connect_ex",
                                        json(
                                                "{'address': {'host': 'no-such-host.invalid',"
                                                        + " 'port': 1}}")))
                .isProblem()
                .has("kind", "gaierror");
    }

    @Test
    void connectExIsRetriedWhereTheRequestEnds(@TempDir Path directory) {
        ApiSocket client = fullBacklog(directory);
        assertThat(client.post("connect_ex?wait=0.1", unixAddress(directory)))
                .isProblem(504, "timeout", "ETIMEDOUT")
                .has("retry", true);
    }

    @Test
    void connectExAnswersATimeOutAsAgain(@TempDir Path directory) {
        ApiSocket client = fullBacklog(directory).within(0.1);
        assertThat(client.post("connect_ex", unixAddress(directory)))
                .isOk()
                .has("errno", 11)
                .has("symbol", "EAGAIN");
    }

    @Test
    void connectTimesOutAtAFullBacklog(@TempDir Path directory) {
        ApiSocket client = fullBacklog(directory).within(0.1);
        assertThat(client.post("connect", unixAddress(directory)))
                .isProblem(504, "timeout", "ETIMEDOUT")
                .lacks("retry");
    }

    @Test
    void connectInNonBlockingModeIsAgainAtAFullBacklog(@TempDir Path directory) {
        ApiSocket client = fullBacklog(directory).nonBlocking();
        assertThat(client.post("connect", unixAddress(directory)))
                .isProblem(409, "socket-error", "EAGAIN");
    }

    @Test
    void connectWaitsForRoomInAFullBacklog(@TempDir Path directory) {
        ApiSocket client = fullBacklog(directory);
        CompletableFuture<Answer> connected = client.postLater("connect", unixAddress(directory));
        client.untilWaiting("connect");
        assertThat(listenerOf(directory).accepted().state()).isEqualTo("CONNECTED");
        assertThat(connected.join()).isDone();
        assertThat(client.state()).isEqualTo("CONNECTED");
    }

    @ParameterizedTest
    @CsvSource({"connect_ex, 115", "connect, 115"})
    void theKernelsTimeOutLeavesAHandshakeInProgress(String call) {
        ApiSocket client = api.tcp();
        String address = json("{'address': %s}", fullListener().localAddress());
        sendWithin(client, 100_000);
        assertThat(client.post(call, address)).has("errno", 115).has("symbol", "EINPROGRESS");
        assertThat(client.state()).isEqualTo("CONNECTING");
        assertThat(client.post(call, address)).has("errno", 114).has("symbol", "EALREADY");
    }

    @Test
    void theKernelsTimeOutInAFullBacklogIsAgain(@TempDir Path directory) {
        ApiSocket client = fullBacklog(directory);
        sendWithin(client, 100_000);
        assertThat(client.post("connect_ex", unixAddress(directory))).has("symbol", "EAGAIN");
    }

    @Test
    void theKernelsTimeOutOfASendThatConnectsIsItsHandshakes() {
        ApiSocket client = api.tcp();
        sendWithin(client, 100_000);
        String request =
                json(
                        "{'text': 'x', 'flags': 'MSG_FASTOPEN', 'address': %s}",
                        fullListener().localAddress());
        assertThat(client.post("sendto", request))
                .isProblem(409, "socket-error", "EINPROGRESS")
                .has("errno", 115);
    }

    @Test
    void inBlockingModeAConnectWaitsForTheHandshakeOfAnother() {
        ApiSocket listener = fullListener();
        String address = json("{'address': %s}", listener.localAddress());
        ApiSocket client = api.tcp().nonBlocking();
        assertThat(client.post("connect_ex", address)).has("symbol", "EINPROGRESS");
        assertThat(client.within(1).post("connect_ex", address)).has("symbol", "EALREADY");
        assertThat(client.setTimeout(null)).isDone();
        CompletableFuture<Answer> connected = client.postLater("connect", address);
        client.untilWaiting("connect");
        listener.accepted();
        assertThat(connected.join()).isDone();
        assertThat(client.state()).isEqualTo("CONNECTED");
    }

    @Test
    void aDatagramSocketConnectsToAPeerAndAway() {
        ApiSocket receiver = api.udp().bound();
        ApiSocket sender = api.udp().connected(receiver.port());
        assertThat(sender.state()).isEqualTo("CONNECTED");
        assertThat(sender.send("x")).has("sent", 1);
        assertThat(receiver.recv(10)).hasData("x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"getpeername", "getsockname"})
    void anAddressOfACloseIsGone(String call) {
        ApiSocket socket = api.tcp();
        assertThat(socket.close()).isDone();
        assertThat(socket.get(call)).isClosed();
    }

    @Test
    void anUnconnectedSocketHasNoPeer() {
        assertThat(api.tcp().get("getpeername")).isProblem(409, "socket-error", "ENOTCONN");
    }

    @ParameterizedTest
    @CsvSource({"SHUT_RD", "SHUT_WR", "SHUT_RDWR", "0", "1", "2"})
    void aConnectionIsShutDownInAnyWay(String how) {
        Api.Pair pair = api.connection();
        assertThat(pair.first().post("shutdown", json("{'how': '%s'}", how))).isDone();
    }

    @ParameterizedTest
    @CsvSource({"3, EINVAL", "-1, EINVAL"})
    void aShutdownOfAnotherWayIsInvalid(int how, String symbol) {
        Api.Pair pair = api.connection();
        assertThat(pair.first().post("shutdown", json("{'how': %d}", how)))
                .isProblem(409, "socket-error", symbol);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'how': null}", "{'how': 'SHUT_NOSUCH'}", "{'how': 1.5}"})
    void aShutdownNeedsItsWay(String request) {
        assertThat(api.tcp().post("shutdown", json(request))).isInvalid("how");
    }

    @Test
    void aHalfThatIsClosedIsTheEndForThePeerAndTheOtherHalfGoesOn() {
        Api.Pair pair = api.connection();
        assertThat(pair.first().post("shutdown", json("{'how': 'SHUT_WR'}"))).isDone();
        assertThat(pair.second().recv(10)).hasData("");
        assertThat(pair.second().send("still")).has("sent", 5);
        assertThat(pair.first().recv(10)).hasData("still");
        assertThat(pair.first().send("x")).isProblem(502, "socket-error", "EPIPE");
    }

    private Answer connectEx(ApiSocket client, int port) {
        return client.post(
                "connect_ex", json("{'address': {'host': '127.0.0.1', 'port': %d}}", port));
    }

    private Answer select(ApiSocket socket) {
        return api.post(
                "/select",
                json("{'read': [], 'write': ['%s'], 'except': [], 'timeout': 10}", socket.id()));
    }

    private static String unixAddress(Path directory) {
        return json("{'address': {'path': '%s'}}", directory.resolve("s"));
    }

    /// A client of a listener whose backlog is full.
    private ApiSocket fullBacklog(Path directory) {
        ApiSocket listener = api.unix("SOCK_STREAM");
        assertThat(listener.post("bind", unixAddress(directory))).isDone();
        assertThat(listener.post("listen", json("{'backlog': 0}"))).isDone();
        assertThat(api.unix("SOCK_STREAM").post("connect", unixAddress(directory))).isDone();
        return api.unix("SOCK_STREAM");
    }

    /// A listener of TCP that drops the first packet of any other client.
    private ApiSocket fullListener() {
        ApiSocket listener = api.tcp().bound();
        assertThat(listener.post("listen", json("{'backlog': 0}"))).isDone();
        api.tcp().connected(listener.port());
        return listener;
    }

    private static void sendWithin(ApiSocket socket, int micros) {
        String option = "{'level': 'SOL_SOCKET', 'optname': 'SO_SNDTIMEO', 'data': '%s'}";
        assertThat(socket.post("setsockopt", json(option, base64(Bytes.timeval(0, micros)))))
                .isDone();
    }

    private ApiSocket listenerOf(Path directory) {
        Answer listeners = api.get("/sockets?state=LISTENING&q=" + directory.getFileName());
        return api.socketOf(listeners.at("items/0/id").asString());
    }
}
