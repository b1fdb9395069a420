package org.socketconsole.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.socketconsole.testing.AnswerAssert.assertThat;
import static org.socketconsole.testing.Json.json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.socketconsole.testing.Answer;
import org.socketconsole.testing.ApiSocket;
import org.socketconsole.testing.ContractTests;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;
import java.util.stream.Stream;

/// The console's own port, in every spelling, by every call that names an address.
class OwnPortApiTests extends ContractTests {

    private static final List<String> IPV4 =
            List.of("127.0.0.1", "localhost", "127.0.0.2", "127.255.255.254", "0.0.0.0", "");
    private static final List<String> IPV6 =
            List.of("::1", "::ffff:127.0.0.1", "::ffff:127.9.9.9", "::", "", "::ffff:0.0.0.0");

    private static final List<String> CALLS = List.of("connect", "connect_ex", "sendto", "sendmsg");

    record Way(String call, String family, String host) {}

    static Stream<Way> everyWay() throws SocketException {
        List<String> addresses = addressesOfThisHost();
        return CALLS.stream()
                .flatMap(
                        call ->
                                Stream.concat(
                                        Stream.concat(IPV4.stream(), addresses.stream())
                                                .map(host -> new Way(call, "AF_INET", host)),
                                        IPV6.stream()
                                                .map(host -> new Way(call, "AF_INET6", host))));
    }

    private static List<String> addressesOfThisHost() throws SocketException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(Inet4Address.class::isInstance)
                .map(InetAddress::getHostAddress)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("everyWay")
    void theConsoleIsNotReachedThroughItself(Way way) {
        ApiSocket socket = api.socket(json("{'family': '%s'}", way.family)).within(5);
        assertThat(call(socket, way.call, way.host)).isProblem(403, "forbidden");
        assertThat(socket.state()).isEqualTo("UNCONNECTED");
    }

    private Answer call(ApiSocket socket, String call, String host) {
        String address = json("'address': {'host': '%s', 'port': %d}", host, api.port());
        return switch (call) {
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
    @ValueSource(strings = {"127.0.0.1", "127.0.0.2", "0.0.0.0", ""})
    void nobodyElseBindsItsNumber(String host) {
        for (String type : List.of("SOCK_STREAM", "SOCK_DGRAM")) {
            ApiSocket socket = api.socket(json("{'type': '%s'}", type));
            assertThat(socket.setsockopt("SOL_SOCKET", "SO_REUSEADDR", 1)).isDone();
            assertThat(socket.setsockopt("SOL_SOCKET", "SO_REUSEPORT", 1)).isDone();
            assertThat(socket.bind(address(host))).isProblem(403, "forbidden");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"::1", "::", "::ffff:127.0.0.1"})
    void norAtAnAddressOfTheOtherFamily(String host) {
        for (String type : List.of("SOCK_STREAM", "SOCK_DGRAM")) {
            ApiSocket socket = api.socket(json("{'family': 'AF_INET6', 'type': '%s'}", type));
            assertThat(socket.bind(address(host))).isProblem(403, "forbidden");
        }
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
