package org.socketconsole.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.socketconsole.call.InvalidArgumentException;
import org.socketconsole.libc.ControlMessage;
import org.socketconsole.net.Constant;
import org.socketconsole.net.Constants;
import org.socketconsole.net.Table;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class ControlValuesTests {

    private static final String SOCKADDR_IN =
            "{\"family\":\"AF_INET\",\"host\":\"127.0.0.1\",\"port\":80}";
    private static final String SOCKADDR_IN6 =
            "{\"family\":\"AF_INET6\",\"host\":\"::1\",\"port\":80,\"flowinfo\":1,\"scope_id\":2}";

    private static final String IN_BYTES = "02000050 7f000001 00000000 00000000";
    private static final String IN6_BYTES =
            "0a000050 00000001 00000000 00000000 00000000 00000001 02000000";

    private static final String ERROR =
            "\"errno\":111,\"origin\":\"SO_EE_ORIGIN_ICMP\",\"type\":3,\"code\":4,\"info\":5,"
                    + "\"data\":6";
    private static final String ERROR_BYTES = "6f000000 02030400 05000000 06000000";

    /// A value of each kind, whose members all differ, and its bytes.
    private static final Map<String, Sample> SAMPLES =
            Stream.of(
                            Sample.of("byte", "254", "fe"),
                            Sample.of("short", "258", "0201"),
                            Sample.of("int", "-2", "feffffff"),
                            Sample.of("uint", "4294967294", "feffffff"),
                            Sample.of("ulong", "18446744073709551614", "feffffff ffffffff"),
                            Sample.of("net_int", "258", "00000102"),
                            Sample.of("string", "\"label\"", "6c6162656c"),
                            Sample.of("sockaddr_in", SOCKADDR_IN, IN_BYTES),
                            Sample.of("sockaddr_in6", SOCKADDR_IN6, IN6_BYTES),
                            Sample.of(
                                    "ucred",
                                    "{\"pid\":1,\"uid\":4294967295,\"gid\":2}",
                                    "01000000 ffffffff 02000000"),
                            Sample.of(
                                    "timeval",
                                    "{\"sec\":1,\"usec\":2}",
                                    "01000000 00000000 02000000 00000000"),
                            Sample.of(
                                    "timespec",
                                    "{\"sec\":1,\"nsec\":2}",
                                    "01000000 00000000 02000000 00000000"),
                            Sample.of(
                                    "timestamps",
                                    "{\"software\":{\"sec\":1,\"nsec\":2},\"hardware\":{\"sec\":3,\"nsec\":4}}",
                                    "01000000 00000000 02000000 00000000 00000000 00000000"
                                            + "00000000 00000000 03000000 00000000 04000000 00000000"),
                            Sample.of(
                                    "ts_pktinfo",
                                    "{\"if_index\":1,\"pkt_length\":2}",
                                    "01000000 02000000"),
                            Sample.of(
                                    "in_pktinfo",
                                    "{\"ifindex\":1,\"spec_dst\":\"127.0.0.1\",\"addr\":\"127.0.0.2\"}",
                                    "01000000 7f000001 7f000002"),
                            Sample.of(
                                    "in6_pktinfo",
                                    "{\"addr\":\"::1\",\"ifindex\":2}",
                                    "00000000 00000000 00000000 00000001 02000000"),
                            Sample.of(
                                    "ip6_mtuinfo",
                                    "{\"addr\":" + SOCKADDR_IN6 + ",\"mtu\":1280}",
                                    IN6_BYTES + "00050000"),
                            Sample.of("sock_extended_err", "{" + ERROR + "}", ERROR_BYTES),
                            Sample.of(
                                    "sock_extended_err_in",
                                    "{" + ERROR + ",\"offender\":" + SOCKADDR_IN + "}",
                                    ERROR_BYTES + IN_BYTES),
                            Sample.of(
                                    "sock_extended_err_in6",
                                    "{" + ERROR + ",\"offender\":" + SOCKADDR_IN6 + "}",
                                    ERROR_BYTES + IN6_BYTES),
                            Sample.of("nl_pktinfo", "{\"group\":1}", "01000000"),
                            Sample.of(
                                    "tpacket_auxdata",
                                    "{\"status\":1,\"len\":2,\"snaplen\":3,\"mac\":4,\"net\":5,"
                                            + "\"vlan_tci\":6,\"vlan_tpid\":7}",
                                    "01000000 02000000 03000000 0400 0500 0600 0700"))
                    .collect(Collectors.toMap(Sample::kind, sample -> sample));

    private record Sample(String kind, String json, byte[] bytes) {
        static Sample of(String kind, String json, String hex) {
            return new Sample(kind, json, HexFormat.of().parseHex(hex.replace(" ", "")));
        }

        JsonNode value() {
            return JsonMapper.shared().readTree(json);
        }
    }

    static List<String[]> rows() {
        return Table.rows("controls");
    }

    @ParameterizedTest(name = "{0} {1}: {2} {3}")
    @MethodSource("rows")
    void eachFormOfTheTableIsItsBytesAndBack(
            String level, String type, String received, String sent) {
        if (!received.isEmpty()) {
            Sample sample = SAMPLES.get(received);
            assertThat(decoded(level, type, sample.bytes)).hasToString(sample.json);
        }
        if (!sent.isEmpty()) {
            Sample sample = SAMPLES.get(sent);
            assertThat(encoded(level, type, sample.value())).isEqualTo(sample.bytes);
        }
    }

    /// What would be read beyond its end is not read at all; what follows it is no part of it.
    @ParameterizedTest(name = "{0} {1}: {2}")
    @MethodSource("rows")
    void whatIsShorterHasNoWordsAndWhatIsLongerTheSame(
            String level, String type, String received, String sent) {
        if (received.isEmpty() || received.equals("string")) {
            return;
        }
        Sample sample = SAMPLES.get(received);
        int size = sample.bytes.length;
        assertThat(decoded(level, type, Arrays.copyOf(sample.bytes, size - 1))).isNull();
        assertThat(decoded(level, type, Arrays.copyOf(sample.bytes, size + 4)))
                .hasToString(sample.json);
    }

    @ParameterizedTest(name = "{0} {1}: {2} {3}")
    @MethodSource("rows")
    void whatHasNoFormInADirectionHasNoWordsThere(
            String level, String type, String received, String sent) {
        if (received.isEmpty()) {
            assertThat(decoded(level, type, new byte[64])).isNull();
        }
        if (sent.isEmpty()) {
            JsonNode value = SAMPLES.get(received).value();
            assertThatExceptionOfType(InvalidArgumentException.class)
                    .isThrownBy(() -> encoded(level, type, value));
        }
    }

    @Test
    void anExtendedErrorWithoutAnOffenderSaysNull() {
        byte[] error = Arrays.copyOf(SAMPLES.get("sock_extended_err").bytes, 32);
        assertThat(decoded("IPPROTO_IP", "IP_RECVERR", error))
                .hasToString("{" + ERROR + ",\"offender\":null}");
    }

    /// Those that are parts of others stand in no row.
    @Test
    void eachKindIsUsed() {
        assertThat(Arrays.stream(ControlKind.values()).map(kind -> lower(kind.name())))
                .containsAll(SAMPLES.keySet())
                .filteredOn(kind -> !SAMPLES.containsKey(kind))
                .containsExactlyInAnyOrder("long", "in_addr", "in6_addr", "ifindex");
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static JsonNode decoded(String level, String type, byte[] data) {
        return ControlValues.decode(new ControlMessage(number(level), number(type), data));
    }

    private static byte[] encoded(String level, String type, JsonNode value) {
        return ControlValues.encode(number(level), number(type), "value", value);
    }

    private static int number(String name) {
        return (int) Constants.find(name).map(Constant::value).orElseThrow().longValue();
    }
}
