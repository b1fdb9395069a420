package org.socketconsole.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.socketconsole.testing.AnswerAssert.assertThat;
import static org.socketconsole.testing.Json.json;

import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.socketconsole.testing.Answer;
import org.socketconsole.testing.Api;
import org.socketconsole.testing.ApiSocket;
import org.socketconsole.testing.ContractTests;
import org.socketconsole.testing.Json;
import org.socketconsole.testing.WebSocketClient;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The console's own port, in every spelling, by every call that names an address.
class OwnPortApiTests extends ContractTests {

    private static final String[] IPV4 = {
        "127.0.0.1",
        "localhost",
        "127.0.0.2",
        "127.255.255.254",
        "127.1",
        "0x7f.1",
        "2130706433",
        "017700000001",
        "0.0.0.0",
        "0",
        ""
    };
    private static final String[] IPV6 = {
        "::1",
        "0:0:0:0:0:0:0:1",
        "::ffff:127.0.0.1",
        "::ffff:7f00:1",
        "::ffff:127.9.9.9",
        "::",
        "",
        "::ffff:0.0.0.0"
    };

    private static final List<String> CALLS =
            List.of("connect", "connect_ex", "sendto", "raw sendto", "sendmsg");

    record Way(String call, String family, String host) {}

    static Stream<Way> everyWay() throws SocketException {
        List<Way> ways = new ArrayList<>();
        for (String call : CALLS) {
            hosts("AF_INET").forEach(host -> ways.add(new Way(call, "AF_INET", host)));
            hosts("AF_INET6").forEach(host -> ways.add(new Way(call, "AF_INET6", host)));
        }
        return ways.stream();
    }

    static Stream<String> hosts(String family) throws SocketException {
        boolean isInet4 = family.equals("AF_INET");
        Stream<String> written = Stream.of(isInet4 ? IPV4 : IPV6);
        return Stream.concat(
                isInet4 ? Stream.concat(written, ownName()) : written,
                NetworkInterface.networkInterfaces()
                        .flatMap(NetworkInterface::inetAddresses)
                        .flatMap(address -> spelt(address, family)));
    }

    /// Of this host, where it has an address.
    private static Stream<String> ownName() {
        try {
            return Stream.of(InetAddress.getLocalHost().getHostName());
        } catch (UnknownHostException nameless) {
            return Stream.empty();
        }
    }

    /// An IPv4 address of this host is one of IPv6 too; only one of a link has a zone.
    private static Stream<String> spelt(InetAddress address, String family) {
        String zoned = address.getHostAddress();
        String host = address.isLinkLocalAddress() ? zoned : zoned.replaceFirst("%.*", "");
        boolean isInet4 = address instanceof Inet4Address;
        if (family.equals("AF_INET")) {
            return isInet4 ? Stream.of(host) : Stream.empty();
        }
        return Stream.of(isInet4 ? "::ffff:" + host : host);
    }

    @ParameterizedTest
    @MethodSource("everyWay")
    void theConsoleIsNotReachedThroughItself(Way way) {
        ApiSocket socket = api.socket(json("{'family': '%s'}", way.family)).within(5);
        assertThat(call(socket, way.call, way.host)).isProblem(403, "forbidden");
        assertThat(socket.state()).isEqualTo("UNCONNECTED");
    }

    private Answer call(ApiSocket socket, String call, String host) {
        return callTo(socket, call, address(host));
    }

    private Answer callTo(ApiSocket socket, String call, String written) {
        String address = "\"address\": " + written;
        return switch (call) {
            case "raw sendto" ->
                    api.request(
                                    "POST",
                                    socket.path("sendto?flags=MSG_FASTOPEN&address=")
                                            + encode(written, UTF_8))
                            .body("application/octet-stream", new byte[1])
                            .send();
            case "sendto" ->
                    socket.post(
                            call,
                            json("{'text': 'GET', 'flags': 'MSG_FASTOPEN', ") + address + "}");
            case "sendmsg" ->
                    socket.post(
                            call,
                            json("{'buffers': ['R0VU'], 'flags': 'MSG_FASTOPEN', ")
                                    + address
                                    + "}");
            default -> socket.post(call, "{" + address + "}");
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"AF_INET", "AF_INET6"})
    void nobodyElseBindsItsNumber(String family) throws SocketException {
        for (String host : hosts(family).toList()) {
            for (String type : List.of("SOCK_STREAM", "SOCK_DGRAM")) {
                ApiSocket socket = api.socket(json("{'family': '%s', 'type': '%s'}", family, type));
                assertThat(socket.setsockopt("SOL_SOCKET", "SO_REUSEADDR", 1)).isDone();
                assertThat(socket.setsockopt("SOL_SOCKET", "SO_REUSEPORT", 1)).isDone();
                assertThat(socket.bind(address(host))).isProblem(403, "forbidden");
            }
        }
    }

    /// `fromfd` takes a descriptor for what the caller says.
    @Test
    void aStreamThatIsTakenForAnotherTypeIsStillOne() {
        String request = "{'fd': %d, 'family': 'AF_INET', 'type': 'SOCK_DGRAM'}";
        Answer taken = api.post("/sockets/fromfd", json(request, api.tcp().fd()));
        ApiSocket socket = api.socketOf(taken.at("id").asString());
        for (String call : CALLS) {
            assertThat(call(socket, call, "127.0.0.1")).isProblem(403, "forbidden");
        }
    }

    @Test
    void norIsItReachedOrBoundByMptcp() {
        ApiSocket socket = api.socket(json("{'proto': 'IPPROTO_MPTCP'}"));
        assertThat(socket.connect(api.port())).isProblem(403, "forbidden");
        assertThat(socket.bind(address("127.0.0.2"))).isProblem(403, "forbidden");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "AF_INET; ['127.0.0.1', %d]",
                "AF_INET6; ['::1', %d]",
                "AF_INET6; ['::ffff:127.0.0.1', %d, 0, 0]",
            })
    void norByAnAddressThatIsWrittenAsInPython(String family, String address) {
        ApiSocket socket = api.socket(json("{'family': '%s'}", family)).within(5);
        String written = json(address, api.port());
        for (String call : CALLS) {
            assertThat(callTo(socket, call, written)).as(call).isProblem(403, "forbidden");
        }
        assertThat(socket.bind(written)).isProblem(403, "forbidden");
    }

    @Test
    void norByACallOfAChannel() {
        try (HttpClient http = HttpClient.newHttpClient()) {
            WebSocketClient channel = new WebSocketClient();
            channel.open(http, api, "/channel", "Authorization", "Bearer " + Api.TOKEN);
            String call = "{'n': 1, 'call': 'connect', 'id': '%s', 'body': {'address': %s}}";
            channel.say(json(call, api.tcp().id(), address("127.0.0.1")));
            assertThat(Json.read(channel.next()).at("/body/kind").asString())
                    .isEqualTo("forbidden");
            channel.leave();
            http.shutdownNow();
        }
    }

    /// A server of that number that answers by UDP, of which the console has nothing, that it was
    /// cut.
    @Test
    void norByAQuestionToANameServerThatIsAskedAgainByTcp() throws Exception {
        InetAddress loopback = InetAddress.getByName("127.0.0.1");
        try (DatagramSocket server = new DatagramSocket(api.port(), loopback)) {
            var asked =
                    api.request(
                                    "GET",
                                    "/dns/query?name=cut.test&server=127.0.0.1&port=" + api.port())
                            .sendLater();
            DatagramPacket question = new DatagramPacket(new byte[512], 512);
            server.receive(question);
            question.getData()[2] |= (byte) 0x82;
            server.send(question);
            assertThat(asked.join()).isProblem(403, "forbidden").has("call", "dns_query");
        }
    }

    @Test
    void norByACallOfABatch() {
        String calls =
                "{'calls': [{'call': 'socket', 'as': 's'},"
                        + " {'call': 'connect', 'id': '$s', 'body': {'address': %s}}]}";
        assertThat(api.post("/batch", json(calls, address("127.0.0.1"))))
                .has("results/1/status", 403)
                .has("results/1/body/kind", "forbidden");
    }

    private String address(String host) {
        return json("{'host': '%s', 'port': %d}", host, api.port());
    }

    @Test
    void aDatagramMayGoToThatNumberWhichIsNotTheConsoles() {
        ApiSocket socket = api.udp();
        assertThat(
                        socket.post(
                                "sendto",
                                json("{'text': 'x', 'address': %s}", address("127.0.0.1"))))
                .isOk();
    }

    @Test
    void theRefusalIsTold() {
        Answer answer = api.tcp().connect(api.port());
        assertThat(answer.at("detail").asString()).contains("" + api.port(), "console");
        assertThat(answer).has("call", "connect").lacks("errno");
    }

    @Test
    void everyOtherPortIsTheKernels() {
        ApiSocket listener = api.listener();
        assertThat(api.tcp().connect(listener.port())).isDone();
    }
}
