package org.socketconsole.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.socketconsole.testing.AnswerAssert.assertThat;
import static org.socketconsole.testing.Json.json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.socketconsole.testing.Answer;
import org.socketconsole.testing.ApiSocket;
import org.socketconsole.testing.Capabilities;
import org.socketconsole.testing.ContractTests;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Options whose value is one number, of 32 or of 64 bits.
class IntegerOptionApiTests extends ContractTests {

    @ParameterizedTest
    @ValueSource(strings = {"SO_COOKIE", "SO_NETNS_COOKIE"})
    void aNumberOf64BitsIsReadAsOne(String optname) {
        ApiSocket socket = api.tcp();
        Answer bytes = socket.get("getsockopt?level=1&optname=" + optname + "&buflen=8");
        Answer number = socket.getsockopt("SOL_SOCKET", optname);
        assertThat(number).isOk();
        assertThat(number.at("value").asLong())
                .isPositive()
                .isEqualTo(ByteBuffer.wrap(bytes.data()).order(ByteOrder.nativeOrder()).getLong());
    }

    @Test
    void aNumberOf64BitsIsSetAsOne() {
        ApiSocket socket = api.tcp();
        assertThat(socket.setsockopt("SOL_SOCKET", "SO_MAX_PACING_RATE", 5_000_000_000L)).isDone();
        assertThat(socket.getsockopt("SOL_SOCKET", "SO_MAX_PACING_RATE"))
                .has("value", 5_000_000_000L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SO_VM_SOCKETS_BUFFER_SIZE",
                "SO_VM_SOCKETS_BUFFER_MIN_SIZE",
                "SO_VM_SOCKETS_BUFFER_MAX_SIZE",
            })
    void theBuffersOfAVirtualSocketAreNumbers(String optname) {
        ApiSocket socket = Capabilities.socketOrSkip(api, json("{'family': 'AF_VSOCK'}"));
        assertThat(socket.setsockopt("AF_VSOCK", optname, 131_072)).isDone();
        assertThat(socket.getsockopt("AF_VSOCK", optname)).isOk().has("value", 131_072);
    }

    /// The kernel takes only the four bytes that it keeps.
    @Test
    void aNumberOfTheSameLevelThatIsAnIntStaysOne() {
        assertThat(api.tcp().setsockopt("SOL_SOCKET", "SO_RCVBUF", 4_294_967_296L))
                .isInvalid("value");
        assertThat(api.tcp().getsockopt("SOL_SOCKET", "SO_PEERCRED")).isOk();
    }

    @ParameterizedTest
    @CsvSource({
        "IPPROTO_IP, IP_MULTICAST_IF, lo, /options/IP_MULTICAST_IF",
        "IPPROTO_IPV6, IPV6_MULTICAST_IF, lo, `data`",
        "SOL_SOCKET, SO_BINDTODEVICE, lo, /options/SO_BINDTODEVICE",
        "IPPROTO_TCP, TCP_CONGESTION, reno, /options/TCP_CONGESTION",
        "SOL_SOCKET, 9999, abc, `data`",
    })
    void whatIsNoNumberIsToldWhereItGoes(String level, String optname, String value, String told) {
        Answer answer = api.tcp().setsockopt(level, optname, "\"" + value + "\"");
        assertThat(answer).isInvalid("value");
        assertThat(answer.at("detail").asString()).contains("`data`").contains(told);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            delimiter = ';',
            value = {
                "IPPROTO_IP; IP_MULTICAST_IF; {'ifindex': 1}",
                "IPPROTO_IP; IP_ADD_MEMBERSHIP; ['239.1.2.3']",
                "SOL_SOCKET; SO_LINGER; {'onoff': 1, 'linger': 2}",
            })
    void whatHasMembersIsToldWhereItGoes(String level, String optname, String value) {
        Answer answer = api.tcp().setsockopt(level, optname, json(value));
        assertThat(answer).isInvalid("value");
        assertThat(answer.at("detail").asString())
                .contains("`data`")
                .contains("/options/" + optname);
    }

    @ParameterizedTest
    @ValueSource(strings = {"IPV6_ADD_MEMBERSHIP", "IPV6_JOIN_GROUP"})
    void anOptionHasEachOfItsNames(String name) {
        ApiSocket socket = api.socket(json("{'family': 'AF_INET6', 'type': 'SOCK_DGRAM'}"));
        String group = json("{'multiaddr': 'ff02::1234', 'interface': 1}");
        assertThat(put(socket, name, group)).isOk().has("name", "IPV6_JOIN_GROUP");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "\"lo\"", "{\"ifindex\": \"lo\"}", "\"1\""})
    void multicastLeavesByAnInterfaceOfAnIndexOrName(String value) {
        ApiSocket socket = api.udp();
        ApiSocket receiver = api.udp();
        assertThat(receiver.bind(json("{'host': '', 'port': 0}"))).isDone();
        assertThat(put(receiver, "IP_ADD_MEMBERSHIP", GROUP)).isOk();
        assertThat(put(socket, "IP_MULTICAST_IF", value)).isOk();
        String address = json("{'host': '239.1.2.3', 'port': %d}", receiver.port());
        assertThat(socket.post("sendto", json("{'text': 'x', 'address': %s}", address))).isOk();
        assertThat(receiver.recv(1)).hasData("x");
    }

    @Test
    void multicastOfIpv6LeavesByAnInterfaceOfAName() {
        ApiSocket socket = api.socket(json("{'family': 'AF_INET6', 'type': 'SOCK_DGRAM'}"));
        assertThat(put(socket, "IPV6_MULTICAST_IF", "\"lo\"")).isOk().has("value", 1);
    }

    private static final String GROUP = json("{'multiaddr': '239.1.2.3', 'ifindex': 'lo'}");

    private Answer put(ApiSocket socket, String name, String value) {
        return api.request("PUT", socket.path("options/" + name))
                .json(json("{'value': %s}", value))
                .send();
    }
}
