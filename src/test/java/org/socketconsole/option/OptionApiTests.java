package org.socketconsole.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.socketconsole.testing.AnswerAssert.assertThat;
import static org.socketconsole.testing.Json.base64;
import static org.socketconsole.testing.Json.json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.socketconsole.testing.Answer;
import org.socketconsole.testing.ApiSocket;
import org.socketconsole.testing.Bytes;
import org.socketconsole.testing.Capabilities;
import org.socketconsole.testing.ContractTests;

class OptionApiTests extends ContractTests {

    @ParameterizedTest
    @CsvSource({
        "SOL_SOCKET, SO_TYPE, 1",
        "1, 3, 1",
        "SOL_SOCKET, SO_DOMAIN, 2",
        "SOL_SOCKET, SO_PROTOCOL, 6",
        "SOL_SOCKET, SO_ERROR, 0",
        "SOL_SOCKET, SO_ACCEPTCONN, 0",
        "IPPROTO_TCP, TCP_NODELAY, 0",
        "6, 1, 0",
        "IPPROTO_IP, IP_TTL, 64",
        "SOL_IP, IP_TTL, 64",
    })
    void anOptionIsAnInteger(String level, String optname, int value) {
        Answer answer = api.tcp().getsockopt(level, optname);
        assertThat(answer).isOk().has("value", value).lacks("data").lacks("size");
    }

    @Test
    void anOptionThatIsSetReadsAsSet() {
        ApiSocket socket = api.tcp();
        assertThat(socket.setsockopt("SOL_SOCKET", "SO_REUSEADDR", 1)).isDone();
        assertThat(socket.getsockopt("SOL_SOCKET", "SO_REUSEADDR")).has("value", 1);
        assertThat(socket.setsockopt("IPPROTO_TCP", "TCP_NODELAY", 1)).isDone();
        assertThat(socket.getsockopt("IPPROTO_TCP", "TCP_NODELAY")).has("value", 1);
    }

    /// A number is an option only with its level: 2 is `SO_REUSEADDR`, `TCP_MAXSEG` and `IP_TTL`.
    @ParameterizedTest
    @CsvSource({
        "SOL_SOCKET, SO_REUSEADDR, 'SOL_SOCKET, SO_REUSEADDR'",
        "1, 2, 'SOL_SOCKET, SO_REUSEADDR'",
        "6, 2, 'IPPROTO_TCP, TCP_MAXSEG'",
        "SOL_IP, 2, 'IPPROTO_IP, IP_TTL'",
        "1, 9999, 'SOL_SOCKET, 9999'",
        "9998, 2, '9998, 2'",
    })
    void theTextOfACallNamesItsOption(String level, String optname, String named) {
        ApiSocket socket = api.tcp();
        socket.setsockopt(level, optname, 1);
        assertThat(api.get("/calls?socket=" + socket.id()))
                .has("items/0/text", "setsockopt(" + named + ", 1)");
    }

    @Test
    void aValueMayBeTheNameOfAConstant() {
        ApiSocket socket = api.tcp();
        assertThat(socket.setsockopt("IPPROTO_IP", "IP_TOS", "\"IPTOS_LOWDELAY\"")).isDone();
        assertThat(socket.getsockopt("IPPROTO_IP", "IP_TOS")).has("value", 16);
    }

    @Test
    void aBufferSizeReadsBackDoubled() {
        ApiSocket socket = api.tcp();
        assertThat(socket.setsockopt("SOL_SOCKET", "SO_RCVBUF", 4096)).isDone();
        assertThat(socket.getsockopt("SOL_SOCKET", "SO_RCVBUF")).has("value", 8192);
    }

    @Test
    void aNegativeValueIsPassedOn() {
        ApiSocket socket = api.udp();
        assertThat(socket.setsockopt("IPPROTO_IP", "IP_TTL", -1)).isDone();
        assertThat(socket.getsockopt("IPPROTO_IP", "IP_TTL")).has("value", 64);
        assertThat(socket.setsockopt("IPPROTO_IP", "IP_TTL", 300))
                .isProblem(409, "socket-error", "EINVAL");
    }

    @Test
    void withABuflenAnOptionIsBytes() {
        ApiSocket socket = api.tcp();
        assertThat(socket.get("getsockopt?level=SOL_SOCKET&optname=SO_LINGER&buflen=8"))
                .isOk()
                .hasData(Bytes.ints(0, 0))
                .lacks("value");
        assertThat(socket.get("getsockopt?level=SOL_SOCKET&optname=SO_TYPE&buflen=1024"))
                .hasData(Bytes.ints(1));
    }

    @Test
    void aStructIsSetByItsBytes() {
        ApiSocket socket = api.tcp();
        assertThat(socket.post("setsockopt", linger(Bytes.ints(1, 5)))).isDone();
        assertThat(socket.get("getsockopt?level=SOL_SOCKET&optname=SO_LINGER&buflen=8"))
                .hasData(Bytes.ints(1, 5));
        assertThat(socket.post("setsockopt", linger(new byte[3])))
                .isProblem(409, "socket-error", "EINVAL");
    }

    @Test
    void bytesMayBeText() {
        ApiSocket socket = api.tcp();
        String reno = json("{'level': 'IPPROTO_TCP', 'optname': 'TCP_CONGESTION', 'text': 'reno'}");
        assertThat(socket.post("setsockopt", reno)).isDone();
        String level = "IPPROTO_TCP&buflen=16&text=true";
        Answer answer = socket.getsockopt(level, "TCP_CONGESTION");
        assertThat(answer.dataText()).startsWith("reno");
        assertThat(answer.at("text").asString()).startsWith("reno");
    }

    @Test
    void anOptlenIsANullValue() {
        String request = "{'level': 'SOL_SOCKET', 'optname': 'SO_REUSEADDR', 'optlen': %d}";
        assertThat(api.tcp().post("setsockopt", json(request, 4)))
                .isProblem(422, "socket-error", "EFAULT");
        assertThat(api.tcp().post("setsockopt", json(request, 0)))
                .isProblem(409, "socket-error", "EINVAL");
    }

    @ParameterizedTest
    @CsvSource({"SOL_SOCKET, 9999", "IPPROTO_TCP, 9999", "IPPROTO_IP, 9999"})
    void anUnknownOptionIsNoOption(String level, String optname) {
        ApiSocket socket = api.tcp();
        assertThat(socket.getsockopt(level, optname)).isProblem(422, "socket-error", "ENOPROTOOPT");
        assertThat(socket.setsockopt(level, optname, 1))
                .isProblem(422, "socket-error", "ENOPROTOOPT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1025", "-1", "x", "1.5", "99999999999"})
    void aBuflenHasItsBounds(String buflen) {
        assertThat(api.tcp().get("getsockopt?level=1&optname=3&buflen=" + buflen))
                .isInvalid("buflen");
    }

    @Test
    void aBuflenOfZeroIsAnInteger() {
        assertThat(api.tcp().get("getsockopt?level=1&optname=3&buflen=0")).has("value", 1);
    }

    @ParameterizedTest
    @CsvSource({
        "optname=3, level",
        "level=1, optname",
        "level=SOL_NOSUCH&optname=3, level",
        "level=1&optname=SO_NOSUCH, optname",
        "level=&optname=3, level",
        "level=99999999999&optname=3, level",
        "level=1.5&optname=3, level",
    })
    void aWrongArgumentOfReadingIsNamed(String query, String field) {
        assertThat(api.tcp().get("getsockopt?" + query)).isInvalid(field);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{'optname': 2, 'value': 1}; level",
                "{'level': 1, 'value': 1}; optname",
                "{'level': 1, 'optname': 2}; value",
                "{'level': 1, 'optname': 2, 'value': 1, 'data': 'AAAAAA=='}; value",
                "{'level': 1, 'optname': 2, 'value': 1, 'optlen': 4}; value",
                "{'level': 1, 'optname': 2, 'data': 'AAAAAA==', 'optlen': 4}; value",
                "{'level': 1, 'optname': 2, 'value': 4294967296}; value",
                "{'level': 1, 'optname': 2, 'value': 1.5}; value",
                "{'level': 1, 'optname': 2, 'value': null}; value",
                "{'level': 1, 'optname': 2, 'value': 'NOSUCH'}; value",
                "{'level': 1, 'optname': 2, 'data': '!'}; data",
                "{'level': 1, 'optname': 2, 'optlen': -1}; optlen",
                "{'level': 1, 'optname': 2, 'optlen': 'x'}; optlen",
            })
    void aWrongArgumentOfSettingIsNamed(String request, String field) {
        assertThat(api.tcp().post("setsockopt", json(request))).isInvalid(field);
    }

    @Test
    void theStateOfAConnectionIsRead() {
        Answer answer =
                api.connection().first().get("getsockopt?level=6&optname=TCP_INFO&buflen=1024");
        assertThat(answer).isOk();
        assertThat(answer.data()[0]).isEqualTo((byte) 1);
    }

    @Test
    void aSocketIsBoundToAnInterfaceByItsName() {
        ApiSocket socket = api.udp();
        String request =
                json(
                        "{'level': 'SOL_SOCKET', 'optname': 'SO_BINDTODEVICE', 'data': '%s'}",
                        base64("lo"));
        Answer answer = socket.post("setsockopt", request);
        Capabilities.assume(answer.status() == 204, "SO_BINDTODEVICE is not permitted here");
        assertThat(socket.get("getsockopt?level=1&optname=SO_BINDTODEVICE&buflen=16"))
                .hasData("lo\0");
    }

    private static String linger(byte[] value) {
        return json("{'level': 'SOL_SOCKET', 'optname': 'SO_LINGER', 'data': '%s'}", base64(value));
    }

    @Test
    void anOptionThatWouldOpenADescriptorIsNotRead() {
        assertThat(api.pair().first().getsockopt("SOL_SOCKET", "SO_PEERPIDFD"))
                .isProblem(403, "forbidden");
    }

    /// The kernel counts its buffer in instructions, of which one stands for 8 bytes.
    @Test
    void aFilterThatIsLongerThanTheBufferIsReadWithoutHarm() {
        ApiSocket socket = api.udp();
        Answer answer = socket.get("getsockopt?level=SOL_SOCKET&optname=SO_GET_FILTER&buflen=64");
        assertThat(answer).isOk();
    }
}
