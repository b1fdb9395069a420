package org.socketconsole.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.socketconsole.testing.AnswerAssert.assertThat;
import static org.socketconsole.testing.Json.base64;
import static org.socketconsole.testing.Json.json;

import static java.util.stream.Collectors.joining;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.socketconsole.net.Constant;
import org.socketconsole.net.Constants;
import org.socketconsole.net.Table;
import org.socketconsole.testing.Answer;
import org.socketconsole.testing.ApiSocket;
import org.socketconsole.testing.ContractTests;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Options whose bytes would be addresses or descriptors of the server, on real sockets: none gets
/// as far as the kernel, which would say `EFAULT` or `EBADF` where it looked.
class RefusedOptionsApiTests extends ContractTests {

    /// A length of one, and where it would be: every struct with a pointer finds one in it.
    private static final String POINTERS = base64(pointers());

    private static final List<String> KINDS =
            List.of(
                    "{}",
                    "{'type': 'SOCK_DGRAM'}",
                    "{'family': 'AF_INET6'}",
                    "{'proto': 'IPPROTO_MPTCP'}",
                    "{'type': 'SOCK_RAW', 'proto': 'IPPROTO_RAW'}",
                    "{'family': 'AF_PACKET', 'type': 'SOCK_DGRAM'}",
                    "{'family': 'AF_NETLINK', 'type': 'SOCK_RAW'}",
                    "{'type': 'SOCK_STREAM', 'proto': 'IPPROTO_SCTP'}",
                    "{'family': 'AF_XDP', 'type': 'SOCK_RAW'}",
                    "{'family': 'AF_RDS', 'type': 'SOCK_SEQPACKET'}");

    record Row(String level, String name, int optname, String way, String why) {

        boolean isSet() {
            return way.equals("set");
        }

        int levelNumber() {
            return Constants.parseInt(level);
        }

        @Override
        public String toString() {
            return level + " " + name + " " + way;
        }
    }

    static Stream<Row> rows() {
        return Table.rows("options-refused").stream()
                .map(
                        cells ->
                                new Row(
                                        cells[0],
                                        cells[1],
                                        Integer.parseInt(cells[2]),
                                        cells[3],
                                        cells[4]));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void noSpellingOfItReachesTheKernel(Row row) {
        ApiSocket socket = api.udp();
        for (String level : spellings(row.level, row.levelNumber())) {
            for (String optname : spellings(row.name, row.optname)) {
                assertRefused(row, call(row, socket, level, optname));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void noKindOfSocketHasItReachTheKernel(Row row) {
        for (ApiSocket socket : kinds()) {
            assertRefused(row, call(row, socket, row.level, row.optname));
        }
    }

    private static void assertRefused(Row row, Answer answer) {
        assertThat(answer)
                .isProblem(403, "forbidden")
                .matches(refused -> refused.at("detail").asString().startsWith(row.name));
    }

    /// Its name where one is known, its number in either base, and its bits one by one.
    private static List<String> spellings(String name, long number) {
        Stream<String> bits =
                IntStream.range(0, Integer.SIZE)
                        .filter(bit -> (number >> bit & 1) == 1)
                        .mapToObj(bit -> "" + (1L << bit));
        return Stream.of(
                        Constants.find(name).map(Constant::name).stream(),
                        Stream.of("" + number, "0x" + Long.toHexString(number)),
                        Stream.of(bits.collect(joining("|"))).filter(text -> !text.isEmpty()))
                .flatMap(all -> all)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void noFormOfItsValueReachesTheKernel(Row row) {
        String[] values = {"'optlen': 16", "'value': 7", "'text': 'abcdefghijklmnop'"};
        for (String value : row.isSet() ? values : new String[0]) {
            String request = "{'level': %d, 'optname': %d, %s}";
            assertThat(
                            api.udp()
                                    .post(
                                            "setsockopt",
                                            json(
                                                    request,
                                                    row.levelNumber(),
                                                    row.optname,
                                                    json(value))))
                    .isProblem(403, "forbidden");
        }
    }

    /// What has a typed form takes its instructions, and no address.
    @ParameterizedTest
    @MethodSource("rows")
    void noneIsSetByItsNameEither(Row row) {
        for (ApiSocket socket : sockets()) {
            Answer answer = put(socket, row.name, json("'%s'", POINTERS));
            if (!row.why.equals("filter")) {
                assertThat(answer).isProblem(403, "forbidden");
            } else if (has(socket, row.name)) {
                assertThat(answer).isProblem(409, "socket-error", "EINVAL");
            } else {
                assertThat(answer).isProblem(404, "not-found");
            }
        }
    }

    private static boolean has(ApiSocket socket, String name) {
        return socket.get("options")
                .json()
                .get("items")
                .valueStream()
                .anyMatch(option -> option.get("name").asString().equals(name));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void itsNumberIsThatOfItsName(Row row) {
        assertThat(Constants.find(row.name).map(Constant::value).orElse((long) row.optname))
                .isEqualTo(row.optname);
    }

    @ParameterizedTest
    @ValueSource(ints = {9999, 65})
    void whatIsNotKnownIsForTheKernelToSay(int optname) {
        assertThat(api.udp().setsockopt("IPPROTO_TCP", "" + optname, 1))
                .isProblem(422, "socket-error", "ENOPROTOOPT");
    }

    @Test
    void anOptionThatIsRefusedOneWayIsThereTheOther() {
        assertThat(api.udp().getsockopt("SOL_SOCKET", "SO_ZEROCOPY")).isOk().has("value", 0);
        assertThat(api.pair().first().getsockopt("SOL_SOCKET", "SO_PASSPIDFD"))
                .isOk()
                .has("value", 0);
    }

    /// On both halves of a datagram's way: `ret #0` drops, `ret #-1` keeps it whole.
    @Test
    void aFilterIsAListOfInstructions() {
        ApiSocket receiver = api.udp().bound();
        ApiSocket sender = api.udp().connected(receiver.port());
        String drop = json("[{'code': 6, 'jt': 0, 'jf': 0, 'k': 0}]");
        assertThat(put(receiver, "SO_ATTACH_FILTER", drop))
                .isOk()
                .has("value/0/code", 6)
                .has("value/0/k", 0)
                .lacks("value/1");
        sender.send("dropped");
        String keep = json("[{'code': 6, 'jt': 0, 'jf': 0, 'k': 4294967295}]");
        assertThat(put(receiver, "SO_ATTACH_FILTER", keep)).has("value/0/k", 4_294_967_295L);
        sender.send("kept");
        assertThat(receiver.recv(10)).hasData("kept");
        assertThat(receiver.get("getsockopt?level=1&optname=SO_GET_FILTER&buflen=64"))
                .hasData(new byte[] {6, 0, 0, 0, -1, -1, -1, -1});
        assertThat(receiver.setsockopt("SOL_SOCKET", "SO_DETACH_FILTER", 0)).isDone();
        assertThat(receiver.get("getsockopt?level=1&optname=SO_GET_FILTER&buflen=64"))
                .has("size", 0);
    }

    @Test
    void theLongestFilterIsReadWhole() {
        ApiSocket socket = api.udp();
        String nop = json("{'code': 0, 'jt': 0, 'jf': 0, 'k': 0}, ");
        String end = json("{'code': 6, 'jt': 0, 'jf': 0, 'k': 0}");
        assertThat(put(socket, "SO_ATTACH_FILTER", "[" + nop.repeat(4095) + end + "]"))
                .isOk()
                .has("value/4095/code", 6)
                .lacks("value/4096");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "[]; 409",
                "[{'code': 65535, 'jt': 0, 'jf': 0, 'k': 0}]; 409",
                "[{'code': 6, 'jt': 256, 'jf': 0, 'k': 0}]; 400",
                "[1]; 400",
                "{'code': 6}; 400",
            })
    void aFilterThatIsNoneIsRefused(String filter, int status) {
        assertThat(put(api.udp(), "SO_ATTACH_FILTER", json(filter))).isProblem().hasStatus(status);
    }

    /// `accept`ing by the length of the queue is what it is for: here the first socket gets all.
    @Test
    void aGroupsFilterPicksItsSocket() {
        ApiSocket first = api.udp();
        ApiSocket second = api.udp();
        for (ApiSocket socket : List.of(first, second)) {
            assertThat(socket.setsockopt("SOL_SOCKET", "SO_REUSEPORT", 1)).isDone();
        }
        first.bound();
        assertThat(second.bind(first.localAddress().toString())).isDone();
        String toTheSecond = json("[{'code': 6, 'jt': 0, 'jf': 0, 'k': 1}]");
        assertThat(put(first, "SO_ATTACH_REUSEPORT_CBPF", toTheSecond)).isOk();
        for (int i = 0; i < 8; i++) {
            api.udp().sendto("x", first.localAddress());
            assertThat(second.recv(1)).hasData("x");
        }
    }

    private List<ApiSocket> sockets() {
        return List.of(api.tcp(), api.udp(), api.pair().first());
    }

    /// Those of a family or protocol that this machine or user has not are left out.
    private List<ApiSocket> kinds() {
        return Stream.concat(
                        Stream.of(api.pair().first()),
                        KINDS.stream()
                                .map(kind -> api.post("/sockets", json(kind)))
                                .filter(answer -> answer.status() == 201)
                                .map(answer -> api.socketOf(answer.at("id").asString())))
                .toList();
    }

    private Answer call(Row row, ApiSocket socket, Object level, Object optname) {
        return row.isSet()
                ? socket.post(
                        "setsockopt",
                        json(
                                "{'level': '%s', 'optname': '%s', 'data': '%s'}",
                                level, optname, POINTERS))
                : socket.get(
                        "getsockopt?buflen=1024&level=%s&optname=%s"
                                .formatted(level, optname)
                                .replace("|", "%7C"));
    }

    private Answer put(ApiSocket socket, String name, String value) {
        return api.request("PUT", socket.path("options/" + name))
                .json(json("{'value': %s}", value))
                .send();
    }

    private static byte[] pointers() {
        ByteBuffer bytes = ByteBuffer.allocate(128).order(ByteOrder.nativeOrder());
        bytes.putLong(1);
        while (bytes.hasRemaining()) {
            bytes.putLong(0x7f00_0000_1000L);
        }
        return bytes.array();
    }
}
