package org.socketconsole.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.socketconsole.testing.Capabilities.assume;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.socketconsole.descriptor.SocketKind;
import org.socketconsole.testing.Answer;
import org.socketconsole.testing.ContractTests;

import tools.jackson.databind.JsonNode;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

class OptionListApiTests extends ContractTests {

    private static final Set<OptionKind> NUMBERS =
            EnumSet.of(OptionKind.FLAG, OptionKind.INT, OptionKind.UINT);

    /// The kernel doubles what is set, to have room for its own records.
    private static final Set<String> DOUBLED = Set.of("SO_RCVBUF", "SO_SNDBUF");

    /// The kernel takes these, and does nothing with them.
    private static final Set<String> WITHOUT_EFFECT = Set.of("SO_BSDCOMPAT", "TCP_THIN_DUPACK");

    /// A stream socket has these to read alone.
    private static final Set<String> NOT_SET_ON_STREAMS =
            Set.of("IP_MULTICAST_TTL", "IPV6_MULTICAST_HOPS", "IPV6_MULTICAST_IF");

    /// These need a privilege, or what this kernel need not have been built with.
    private static final Set<String> MAY_BE_REFUSED =
            Set.of(
                    "IPV6_TRANSPARENT",
                    "IP_TRANSPARENT",
                    "SO_BUSY_POLL",
                    "SO_DEBUG",
                    "SO_MARK",
                    "SO_PREFER_BUSY_POLL",
                    "SO_RESERVE_MEM",
                    "TCP_REPAIR",
                    "TCP_TIMESTAMP",
                    "UDP_ENCAP");

    /// Where the next number is no value: TOS has two bits that TCP keeps for itself, and the
    /// limits of timers are upper limits.
    private static final Map<String, Long> VALUES =
            Map.of(
                    "IPV6_TCLASS", 16L,
                    "IP_TOS", 16L,
                    "SO_TXREHASH", 0L,
                    "TCP_DELACK_MAX_US", 100_000L,
                    "TCP_RTO_MAX_MS", 60_000L,
                    "TCP_RTO_MIN_US", 100_000L,
                    "TCP_WINDOW_CLAMP", 65_536L);

    /// Preferences come in pairs, of which one is always set.
    private static final Set<String> NOT_NUMBERS = Set.of("IPV6_ADDR_PREFERENCES");

    @ParameterizedTest
    @CsvSource({
        "AF_INET, SOCK_STREAM, 0",
        "AF_INET, SOCK_STREAM, IPPROTO_MPTCP",
        "AF_INET, SOCK_DGRAM, 0",
        "AF_INET, SOCK_RAW, IPPROTO_ICMP",
        "AF_INET6, SOCK_STREAM, 0",
        "AF_INET6, SOCK_DGRAM, 0",
        "AF_INET6, SOCK_RAW, IPPROTO_ICMPV6",
        "AF_UNIX, SOCK_STREAM, 0",
        "AF_UNIX, SOCK_DGRAM, 0",
        "AF_UNIX, SOCK_SEQPACKET, 0",
        "AF_NETLINK, SOCK_RAW, NETLINK_ROUTE",
        "AF_PACKET, SOCK_RAW, 0",
        "AF_VSOCK, SOCK_STREAM, 0",
    })
    void everyOptionHasAValueOrTheKernelsErrno(String family, String type, String proto) {
        String request = "{\"family\": \"%s\", \"type\": \"%s\", \"proto\": \"%s\"}";
        Answer socket = api.post("/sockets", request.formatted(family, type, proto));
        assume(socket.status() == 201, family + " is refused: " + socket.json());
        Answer options = api.get("/sockets/" + socket.at("id").asString() + "/options");
        assertThat(options.status()).isEqualTo(200);
        assertThat(options.json().get("items"))
                .hasSizeGreaterThan(50)
                .allSatisfy(OptionListApiTests::isReadOrRefused);
    }

    private static void isReadOrRefused(JsonNode item) {
        SocketOption option = option(item);
        boolean isRead = !item.get("data").isNull();
        boolean isRefused = !item.get("error").isNull();
        assertThat(isRead || isRefused).as("%s", item).isEqualTo(option.access().isReadable());
        assertThat(isRead && isRefused).isFalse();
        assertThat(item.get("optname").asInt()).isEqualTo(option.optname());
        if (isRead && option.kind().codec().size() > 0) {
            assertThat(item.get("value").isNull()).as("%s", item).isFalse();
        }
    }

    private static SocketOption option(JsonNode item) {
        return OptionTable.all().stream()
                .filter(option -> option.level().name().equals(item.get("level").asString()))
                .filter(option -> option.name().equals(item.get("name").asString()))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource
    void aNumberThatIsSetIsReadBack(String family, String type, String name) {
        String path = open(family, type) + "/options";
        JsonNode before = item(path, name);
        assume(before.get("error").isNull(), "not to be read now: " + before);
        long value = other(before);
        assertThat(value).isNotEqualTo(before.get("value").asLong());
        Answer after = put(path + "/" + name, "{\"value\": " + value + "}");
        assume(after.status() == 200 || !MAY_BE_REFUSED.contains(name), "refused: " + after.json());
        assertThat(after.status()).as("%s", after.json()).isEqualTo(200);
        assertThat(after.json().get("value").asLong()).isEqualTo(kept(name, value, before));
        assertThat(item(path, name)).isEqualTo(after.json());
    }

    static Stream<Arguments> aNumberThatIsSetIsReadBack() {
        return Stream.of(
                        numbers("AF_INET", "SOCK_STREAM", new SocketKind(2, 1, 6)),
                        numbers("AF_INET6", "SOCK_STREAM", new SocketKind(10, 1, 6)),
                        numbers("AF_INET", "SOCK_DGRAM", new SocketKind(2, 2, 17)),
                        numbers("AF_INET6", "SOCK_DGRAM", new SocketKind(10, 2, 17)))
                .flatMap(numbers -> numbers);
    }

    private static Stream<Arguments> numbers(String family, String type, SocketKind kind) {
        return OptionTable.of(kind).stream()
                .filter(option -> option.access() == Access.RW)
                .filter(option -> NUMBERS.contains(option.kind()))
                .map(SocketOption::name)
                .filter(name -> !NOT_NUMBERS.contains(name))
                .filter(name -> !(kind.isStream() && NOT_SET_ON_STREAMS.contains(name)))
                .map(name -> Arguments.of(family, type, name));
    }

    private static long other(JsonNode before) {
        long value = before.get("value").asLong();
        Long chosen = VALUES.get(before.get("name").asString());
        if (chosen != null) {
            return chosen;
        }
        return before.get("kind").asString().equals("flag") ? 1 - value : value + 1;
    }

    private static long kept(String name, long value, JsonNode before) {
        if (WITHOUT_EFFECT.contains(name)) {
            return before.get("value").asLong();
        }
        return DOUBLED.contains(name) ? 2 * value : value;
    }

    @Test
    void smallBuffersAreDoubledToo() {
        String path = open("AF_INET", "SOCK_STREAM") + "/options/SO_RCVBUF";
        Answer set = put(path, "{\"value\": 4096}");
        assertThat(set.json().get("value").asInt()).isEqualTo(8192);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "SOCK_STREAM; SO_LINGER; {\"onoff\":1,\"linger\":5}; {\"onoff\":1,\"linger\":5}",
                "SOCK_STREAM; SO_KEEPALIVE; true; 1",
                "SOCK_STREAM; TCP_CONGESTION; \"reno\"; \"reno\"",
                "SOCK_DGRAM; IP_MTU_DISCOVER; \"IP_PMTUDISC_DO\"; 2",
                "SOCK_DGRAM; IP_MULTICAST_IF; \"127.0.0.1\"; \"127.0.0.1\"",
                "SOCK_DGRAM; IP_UNICAST_IF; 1; 1",
                "SOCK_DGRAM; SO_BINDTODEVICE; \"lo\"; \"lo\"",
                "SOCK_DGRAM; SO_MAX_PACING_RATE; 5000000000; 5000000000",
                "SOCK_DGRAM; SO_RCVTIMEO; 2.5; 2.5",
            })
    void aTypedValueIsReadBack(String type, String name, String value, String kept) {
        String path = open("AF_INET", type) + "/options/" + name;
        Answer set = put(path, "{\"value\": " + value + "}");
        assertThat(set.status()).as("%s", set.json()).isEqualTo(200);
        assertThat(set.json().get("value")).hasToString(kept);
    }

    @Test
    void aGroupIsJoinedOnceAndLeft() {
        String path = open("AF_INET", "SOCK_DGRAM") + "/options/";
        String group =
                "{\"value\": {\"multiaddr\": \"224.0.0.251\", \"address\": \"127.0.0.1\","
                        + " \"ifindex\": 1}}";
        Answer joined = put(path + "IP_ADD_MEMBERSHIP", group);
        assertThat(joined.status()).isEqualTo(200);
        assertThat(joined.json().get("value").isNull()).isTrue();
        assertThat(joined.json().get("writable").asBoolean()).isTrue();
        assertThat(put(path + "IP_ADD_MEMBERSHIP", group).at("symbol").asString())
                .isEqualTo("EADDRINUSE");
        assertThat(put(path + "IP_DROP_MEMBERSHIP", group).status()).isEqualTo(200);
    }

    @Test
    void aGroupOfIpv6IsJoined() {
        String path = open("AF_INET6", "SOCK_DGRAM") + "/options/IPV6_JOIN_GROUP";
        String group = "{\"value\": {\"multiaddr\": \"ff02::fb\", \"interface\": 1}}";
        assertThat(put(path, group).status()).isEqualTo(200);
    }

    @Test
    void thePeerOfAPairIsThisProcess() {
        Answer pair = api.post("/sockets/socketpair", "{}");
        String path = "/sockets/" + pair.json().at("/sockets/0/id").asString() + "/options";
        assertThat(item(path, "SO_PEERCRED").at("/value/pid").asLong())
                .isEqualTo(ProcessHandle.current().pid());
    }

    @Test
    void listingKeepsThePendingError() {
        String path = open("AF_INET", "SOCK_DGRAM");
        String closed = open("AF_INET", "SOCK_DGRAM");
        api.post(closed + "/bind", "{\"address\": {\"host\": \"127.0.0.1\", \"port\": 0}}");
        int unused = api.get(closed + "/getsockname").json().get("port").asInt();
        put(path + "/options/IP_RECVERR", "{\"value\": 0}");
        api.post(
                path + "/connect",
                "{\"address\": {\"host\": \"127.0.0.1\", \"port\": %d}}".formatted(unused));
        api.delete(closed);
        api.post(path + "/send", "{\"text\": \"x\"}");
        JsonNode listed = item(path + "/options", "SO_ERROR");
        assertThat(listed.get("value").isNull() && listed.get("error").isNull()).isTrue();
        String query = "/getsockopt?level=SOL_SOCKET&optname=SO_ERROR";
        assertThat(api.get(path + query).json().get("value").asInt()).isEqualTo(111);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "SO_TYPE; {\"value\": 1}; name",
                "SO_ERROR; {\"value\": 1}; name",
                "SO_LINGER; {\"value\": {\"onoff\": 1}}; value.linger",
                "SO_LINGER; {\"value\": {\"onoff\": \"x\", \"linger\": 1}}; value.onoff",
                "SO_LINGER; {\"value\": 1}; value",
                "SO_REUSEADDR; {\"value\": null}; value",
                "SO_REUSEADDR; {\"value\": 2}; value",
                "SO_REUSEADDR; {}; value",
                "SO_REUSEADDR; {\"value\": 1, \"data\": \"\"}; data",
                "SO_REUSEADDR; 1; body",
            })
    void whatCannotBeSetNamesItsField(String name, String body, String field) {
        String path = open("AF_INET", "SOCK_STREAM") + "/options/" + name;
        Answer refused = put(path, body);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.at("kind").asString()).isEqualTo("invalid-argument");
        assertThat(refused.at("field").asString()).isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource({"UDP_CORK", "IPV6_V6ONLY", "so_reuseaddr", "NOTHING"})
    void anOptionThatTheSocketHasNotIsNotFound(String name) {
        String path = open("AF_INET", "SOCK_STREAM") + "/options/" + name;
        Answer refused = put(path, "{\"value\": 1}");
        assertThat(refused.status()).isEqualTo(404);
        assertThat(refused.at("kind").asString()).isEqualTo("not-found");
    }

    @Test
    void anOptionThatIsNotFoundIsToldWithTheOneThatWasMeant() {
        String path = open("AF_INET", "SOCK_STREAM") + "/options/so_linger";
        Answer refused = put(path, "{\"value\": 1}");
        assertThat(refused.status()).isEqualTo(404);
        assertThat(refused.at("detail").asString()).contains("`so_linger`", "`SO_LINGER`");
    }

    @Test
    void whatTheKernelRefusesIsItsErrno() {
        String path = open("AF_INET", "SOCK_STREAM") + "/options/TCP_ULP";
        Answer refused = put(path, "{\"value\": \"nothing\"}");
        assertThat(refused.at("kind").asString()).isEqualTo("socket-error");
        assertThat(refused.at("call").asString()).isEqualTo("set_option");
    }

    private JsonNode item(String path, String name) {
        return api.get(path)
                .json()
                .get("items")
                .valueStream()
                .filter(item -> item.get("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Answer put(String path, String json) {
        return api.request("PUT", path).json(json).send();
    }

    /// The path of a new socket.
    private String open(String family, String type) {
        String json = "{\"family\": \"%s\", \"type\": \"%s\"}".formatted(family, type);
        return "/sockets/" + api.socket(json).id();
    }
}
