package org.socketconsole.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.socketconsole.call.InvalidArgumentException;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.HexFormat;

class OptionKindTests {

    private static final JsonMapper MAPPER = new JsonMapper();

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "flag; 1; 01000000",
                "int; -2; feffffff",
                "uint; 4294967294; feffffff",
                "ulong; 18446744073709551615; ffffffffffffffff",
                "ulong; 258; 0201000000000000",
                "net_ifindex; 258; 00000102",
                "ifindex; 1; 01000000",
                "multicast_if; \"127.0.0.1\"; 7f000001",
                "sock_filter; [{\"code\":6,\"jt\":1,\"jf\":255,\"k\":4294967295}];"
                        + " 060001ffffffffff",
                "timeval; 2.5; 020000000000000020a1070000000000",
                "string; \"reno\"; 72656e6f",
                "in_addr; \"224.0.0.251\"; e00000fb",
                "in6_addr; \"ff02::fb\"; ff0200000000000000000000000000fb",
                "linger; {\"onoff\":1,\"linger\":5}; 0100000005000000",
                "ucred; {\"pid\":1,\"uid\":4294967295,\"gid\":2}; 01000000ffffffff02000000",
                "txtime; {\"clockid\":11,\"flags\":1}; 0b00000001000000",
                "ip_mreqn; {\"multiaddr\":\"224.0.0.1\",\"address\":\"127.0.0.1\",\"ifindex\":1};"
                        + " e00000017f00000101000000",
                "ipv6_mreq; {\"multiaddr\":\"ff02::1\",\"interface\":1};"
                        + " ff02000000000000000000000000000101000000",
            })
    void aValueIsItsBytesAndBack(String name, String json, String hex) {
        OptionKind kind = OptionKind.of(name);
        byte[] bytes = HexFormat.of().parseHex(hex);
        assertThat(kind.encode("value", MAPPER.readTree(json))).isEqualTo(bytes);
        assertThat(kind.decode(bytes)).hasToString(json);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "flag; true; 01000000",
                "flag; false; 00000000",
                "int; \"IP_PMTUDISC_DO\"; 02000000",
                "int; \"0x10\"; 10000000",
                "uint; -1; ffffffff",
                "timeval; 0.0000001; 00000000000000000100000000000000",
                "timeval; 0.9999999; 01000000000000000000000000000000",
                "raw; \"AQI=\"; 0102",
                "ifindex; \"lo\"; 01000000",
                "net_ifindex; \"lo\"; 00000001",
                "multicast_if; 1; 000000000000000001000000",
                "multicast_if; \"lo\"; 000000000000000001000000",
                "multicast_if; {\"ifindex\":\"lo\"}; 000000000000000001000000",
                "multicast_if; {\"address\":\"127.0.0.1\"}; 000000007f00000100000000",
                "ip_mreqn; {\"multiaddr\":\"224.0.0.1\"}; e00000010000000000000000",
                "sock_filter; \"BgAAAAAAAAA=\"; 0600000000000000",
                "sock_filter; []; ''",
            })
    void otherFormsAreTaken(String kind, String json, String hex) {
        assertThat(OptionKind.of(kind).encode("value", MAPPER.readTree(json)))
                .isEqualTo(HexFormat.of().parseHex(hex));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "flag; 2; value",
                "flag; []; value",
                "flag; 1.5; value",
                "int; 4294967296; value",
                "int; -2147483649; value",
                "int; 1.0; value",
                "int; true; value",
                "int; \"IP_NO_SUCH_NAME\"; value",
                "int; {}; value",
                "ulong; 18446744073709551616; value",
                "timeval; -1; value",
                "timeval; \"1\"; value",
                "string; 1; value",
                "string; \"sixteen-letters-\"; value",
                "in_addr; \"127.1\"; value",
                "in_addr; \"::1\"; value",
                "linger; 1; value",
                "linger; {\"onoff\":1}; value.linger",
                "linger; {\"onoff\":null,\"linger\":1}; value.onoff",
                "linger; {\"onoff\":\"x\",\"linger\":1}; value.onoff",
                "linger; {\"onoff\":1,\"linger\":1,\"l\":1}; value.l",
                "raw; \"?\"; value",
                "string; \"lo\\u0000x\"; value",
                "in_addr; \"127.0.0.1\\u0000\"; value",
                "ifindex; \"no-such-if\"; value",
                "ifindex; \"lo\\u0000x\"; value",
                "multicast_if; \"no-such-if\"; value.ifindex",
                "multicast_if; {\"index\":1}; value.index",
                "sock_filter; \"AAAA\"; value",
                "sock_filter; 1; value",
                "sock_filter; [{\"code\":65536,\"jt\":0,\"jf\":0,\"k\":0}]; value.0.code",
                "sock_filter; [{\"code\":6,\"jt\":0,\"jf\":0}]; value.0.k",
                "raw; 1; value",
            })
    void whatIsNoValueIsRefusedWithItsField(String kind, String json, String field) {
        JsonNode value = MAPPER.readTree(json);
        assertThatExceptionOfType(InvalidArgumentException.class)
                .isThrownBy(() -> OptionKind.of(kind).encode("value", value))
                .extracting(InvalidArgumentException::field)
                .isEqualTo(field);
    }

    @Test
    void aNameEndsAtItsNul() {
        byte[] padded = HexFormat.of().parseHex("6c6f0000000000000000000000000000");
        assertThat(OptionKind.STRING.decode(padded)).hasToString("\"lo\"");
    }

    @Test
    void bytesThatAreTooFewHaveNoValue() {
        assertThat(OptionKind.LINGER.decode(new byte[4])).isNull();
    }
}
