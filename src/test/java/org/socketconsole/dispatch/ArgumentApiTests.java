package org.socketconsole.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.socketconsole.testing.AnswerAssert.assertThat;
import static org.socketconsole.testing.Json.json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.socketconsole.call.ConstantArgument;
import org.socketconsole.call.SizeDeserializer;
import org.socketconsole.call.SnakeCase;
import org.socketconsole.testing.Answer;
import org.socketconsole.testing.Api;
import org.socketconsole.testing.ApiSocket;
import org.socketconsole.testing.ContractTests;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.node.JsonNodeFactory;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The kinder forms of arguments, and the ends of their types.
class ArgumentApiTests extends ContractTests {

    private static final Set<String> TARGETS = Set.of("LiveSocket", "SocketFile");

    private static final List<String> BEYOND_INT =
            List.of("2147483648", "4294967296", "4294967297", "-2147483649");

    private static final List<String> BEYOND_LONG =
            List.of("9223372036854775808", "18446744073709551617");

    private static final Map<Class<?>, List<String>> BEYOND =
            Map.of(
                    int.class, BEYOND_INT,
                    Integer.class, BEYOND_INT,
                    ConstantArgument.class, BEYOND_INT,
                    long.class, BEYOND_LONG,
                    Long.class, BEYOND_LONG);

    @ParameterizedTest
    @CsvSource({
        "send, '48656c6c6f'",
        "send, '48 65:6c 6C:6f'",
        "sendall, '48 65 6c 6c 6f'",
    })
    void aPayloadMayBeHexadecimal(String call, String hex) {
        var pair = api.pair();
        assertThat(pair.first().post(call, json("{'hex': '%s'}", hex)).status()).isLessThan(300);
        assertThat(pair.second().recv(10)).hasData("Hello");
    }

    @Test
    void soMayAFilesADatagramsAndAnOptions() {
        ApiSocket receiver = api.udp().bound();
        String to = json("{'hex': '61', 'address': ['127.0.0.1', %d]}", receiver.port());
        assertThat(api.udp().post("sendto", to)).isOk();
        assertThat(receiver.recv(10)).hasData("a");
        String option = "{'level': 'SOL_SOCKET', 'optname': 'SO_RCVBUF', 'hex': '00 10 00 00'}";
        assertThat(receiver.post("setsockopt", json(option))).isDone();
        var pair = api.pair();
        var file = pair.first().post("makefile", json("{'mode': 'wb', 'bufsize': 0}"));
        String write = "/files/" + file.at("id").asString() + "/write";
        assertThat(api.post(write, json("{'hex': '62'}"))).has("written", 1);
        assertThat(pair.second().recv(10)).hasData("b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'4'", "'4g'", "'48-65'", "5", "null"})
    void whatIsNoPairsOfDigitsIsNamed(String hex) {
        assertThat(api.pair().first().post("send", json("{'hex': %s}".formatted(hex))))
                .isInvalid("hex");
    }

    @ParameterizedTest
    @ValueSource(strings = {"YQ==", "YQ"})
    void thePaddingOfBase64MayBeLeftOut(String data) {
        var pair = api.pair();
        assertThat(pair.first().post("send", json("{'data': '%s'}", data)).status()).isEqualTo(200);
        assertThat(pair.second().recv(10)).hasData("a");
    }

    @Test
    void aReceiveWithoutABufsizeTakesAPieceOfTheUsualSize() {
        var pair = api.pair();
        assertThat(pair.first().send(new byte[70_000])).isOk();
        assertThat(pair.second().post("recv", "{}")).has("size", 65_536);
        assertThat(pair.second().post("recvmsg")).has("size", 70_000 - 65_536);
    }

    @ParameterizedTest
    @CsvSource({"1, true", "0, false", "true, true", "false, false"})
    void aBooleanMayBeCs(String flag, boolean blocking) {
        ApiSocket socket = api.tcp();
        assertThat(socket.post("setblocking", json("{'flag': %s}", flag))).isDone();
        assertThat(socket.get("getblocking")).has("blocking", blocking);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "-1", "1.0", "'true'", "'1'", "null", "[]"})
    void andNothingElseIsABoolean(String flag) {
        assertThat(api.tcp().post("setblocking", json("{'flag': %s}".formatted(flag))))
                .isInvalid("flag");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "shutdown; how; {'how': %s}",
                "listen; backlog; {'backlog': %s}",
                "recv; flags; {'flags': %s}",
                "setsockopt; level; {'level': %s, 'optname': 1, 'value': 1}",
                "setsockopt; optname; {'level': 1, 'optname': %s, 'value': 1}",
                "setsockopt; value; {'level': 1, 'optname': 2, 'value': %s}",
            })
    void aNumberBeyondItsTypeIsNamedAndNeverWrapped(String call, String field, String body) {
        ApiSocket socket = api.tcp().nonBlocking();
        for (String number : new String[] {"2147483648", "4294967296", "-2147483649"}) {
            assertThat(socket.post(call, json(body, number))).isInvalid(field);
            assertThat(socket.post(call, json(body.formatted("'" + number + "'"))))
                    .isInvalid(field);
        }
    }

    /// Where a call has several arguments, the one that is wrong is told before those that lack.
    @Test
    void soItIsOfEveryCallThatThereIs(@Autowired CallTable table) {
        String socket = api.tcp().nonBlocking().id();
        String file = api.socketOf(socket).post("makefile", "{}").at("id").asString();
        int tried = 0;
        for (CallDefinition call : table.all()) {
            if (call.target() == null || TARGETS.contains(call.target().getSimpleName())) {
                tried += beyondTheirTypes(call, call.path().startsWith("/files") ? file : socket);
            }
        }
        assertThat(tried).isGreaterThan(100);
    }

    private int beyondTheirTypes(CallDefinition call, String id) {
        int tried = 0;
        String path = call.path().replace("{id}", id).replaceAll("\\{\\w+}", "1");
        for (RecordComponent argument : call.record().getRecordComponents()) {
            String field = SnakeCase.of(argument.getName());
            for (String number : beyond(argument)) {
                assertThat(with(call.method(), path, field, number)).isInvalid(field);
                tried++;
            }
        }
        return tried;
    }

    /// A size has 64 bits, whatever its component has.
    private static List<String> beyond(RecordComponent argument) {
        JsonDeserialize read = argument.getAccessor().getAnnotation(JsonDeserialize.class);
        return read != null && read.using() == SizeDeserializer.class
                ? BEYOND_LONG
                : BEYOND.getOrDefault(argument.getType(), List.of());
    }

    private Answer with(String method, String path, String field, String number) {
        return method.equals("GET")
                ? api.get(path + "?" + field + "=" + number)
                : api.request(method, path).json("{\"" + field + "\": " + number + "}").send();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "", "80.0", "true"})
    void aNumberIsToldItsBounds(String port) {
        for (String call : new String[] {"/netdb/getservbyport?port=", "/byteorder/ntohs?x="}) {
            Answer answer = api.get(call + port);
            assertThat(answer).isInvalid(call.endsWith("x=") ? "x" : "port");
            assertThat(answer.at("detail").asString()).contains("0", "65535").doesNotContain("32");
        }
    }

    @Test
    void whatIsNestedTooDeepIsToldSo() {
        assertTooMuch("{\"address\":".repeat(10_000), "deeper than 500");
        assertTooMuch("{\"x\": [" + "[".repeat(10_000), "deeper than 500");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"bufsize\": %s}", "%s", "{\"x\": %s.5}"})
    void aNumberOfTooManyDigitsIsToldSo(String body) {
        assertTooMuch(body.formatted("1".repeat(2000)), "a number of more than 1000 digits");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"address\": [%s", "{\"x\": [%s"})
    void tooManyValuesAreToldSo(String body) {
        assertTooMuch(body.formatted("\"s\",".repeat(300_000)), "names and values than 250000");
    }

    @Test
    void aNameThatIsTooLongIsToldSo() {
        String body = "{\"" + "x".repeat(60_000) + "\": 1}";
        assertTooMuch(body, "a name of more than 50000 characters");
    }

    private void assertTooMuch(String body, String words) {
        Answer answer = api.tcp().post("recv", body);
        assertThat(answer).isInvalid("body");
        assertThat(answer.at("detail").asString()).contains(words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'0x80000000'",
                "'0xFFFFFFFF'",
                "'0x100000000'",
                "'0xFFFFFFFFFFFFFFFF'",
                "'0x10000000000000002'",
                "'AF_INET|4294967295'",
                "'AF_INET|0xFFFFFFFF'",
                "'99999999999999999999'",
                "99999999999999999999",
                "2147483648",
            })
    void soIsOneInHexadecimalDigitsOrBesideAName(String number) {
        assertThat(api.post("/sockets", json("{'family': " + number + "}")))
                .isInvalid("family")
                .tells("does not fit into 32 bits");
        assertThat(api.tcp().setsockopt("SOL_SOCKET", "SO_REUSEADDR", json(number)))
                .isInvalid("value");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "18446744073709551615",
                "'18446744073709551615'",
                "'0xFFFFFFFFFFFFFFFF'",
            })
    void whatHas64BitsTakesAllOfThem(String most) {
        ApiSocket socket = api.tcp();
        assertThat(socket.setsockopt("SOL_SOCKET", "SO_MAX_PACING_RATE", json(most))).isDone();
        String beyond = json("'0x10000000000000000'");
        assertThat(socket.setsockopt("SOL_SOCKET", "SO_MAX_PACING_RATE", beyond))
                .isInvalid("value");
    }

    @ParameterizedTest
    @ValueSource(strings = {"recv", "recvfrom", "recvmsg"})
    void aSizeIsOf64Bits(String call) {
        for (long size : new long[] {1L << 31, 1L << 32, Long.MAX_VALUE}) {
            Api.Pair pair = api.pair();
            pair.first().send("x");
            assertThat(pair.second().post(call, json("{'bufsize': %d}", size))).hasData("x");
        }
    }

    @Test
    void soAreThoseOfAFile() {
        Api.Pair pair = api.pair();
        Answer file = pair.second().post("makefile", json("{'mode': 'rb'}"));
        String path = "/files/" + file.at("id").asString();
        pair.first().send("a\nb\nc");
        assertThat(pair.first().close()).isDone();
        assertThat(api.post(path + "/readline", json("{'size': 4294967296}"))).hasData("a\n");
        assertThat(api.post(path + "/readlines", json("{'hint': 4294967296}")))
                .has("lines/1/size", 1);
        assertThat(api.post(path + "/read", json("{'size': 4294967297}"))).hasData("");
    }

    @Test
    void theBacklogMayBeAConstant() {
        ApiSocket socket = api.tcp().bound();
        assertThat(socket.post("listen", json("{'backlog': 'SOMAXCONN'}"))).isDone();
    }

    @Test
    void aListOfSelectMayBeLeftOut() {
        ApiSocket socket = api.pair().first();
        assertThat(api.post("/select", json("{'write': ['%s']}", socket.id())))
                .isOk()
                .has("write/0", socket.id())
                .has("read", JsonNodeFactory.instance.arrayNode());
    }

    @Test
    void aNullMayBeLeftOutWhereItsMemberMay() {
        assertTells(
                api.post("/sockets", json("{'proto': null}")),
                "proto",
                "cannot be null; leave it out");
        assertTells(api.tcp().post("shutdown", json("{'how': null}")), "how", "cannot be null");
        assertTells(
                api.tcp().bind(json("{'host': null, 'port': 1}")),
                "address.host",
                "cannot be null");
    }

    @Test
    void whatIsNoBase64IsToldSoWhereverItIs() {
        assertTells(api.get("/byteorder/inet_ntoa?packed_ip=!"), "packed_ip", "must be base64");
        assertTells(api.tcp().post("send", json("{'data': '!'}")), "data", "must be base64");
    }

    @Test
    void whatIsNoListIsToldSo() {
        Answer answer = api.tcp().post("sendmsg", json("{'buffers': 'eA=='}"));
        assertTells(answer, "buffers", "must be an array");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e10", "-1", "1e300"})
    void theLongestTimeoutIsTold(String seconds) {
        assertTells(
                api.tcp().setTimeout(seconds),
                "timeout",
                "must be a number of seconds from 0 to 9223372036");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AF_INET|"})
    void aConstantWithoutItsNameIsToldInASentence(String family) {
        assertTells(
                api.post("/sockets", json("{'family': '%s'}", family)),
                "family",
                "must be the name of a constant, or its number");
    }

    private static void assertTells(Answer answer, String field, String message) {
        assertThat(answer).isInvalid(field).has("detail", "`" + field + "` " + message);
    }

    @ParameterizedTest
    @CsvSource({"true, 1", "false, 0", "1, 1"})
    void aBooleanMayStandInAStruct(String given, int onoff) {
        ApiSocket socket = api.tcp();
        String value = json("{'value': {'onoff': %s, 'linger': 5}}", given);
        assertThat(api.request("PUT", socket.path("options/SO_LINGER")).json(value).send())
                .isOk()
                .has("value/onoff", onoff);
    }

    @ParameterizedTest
    @CsvSource({"true, 1", "false, 0"})
    void aBooleanMayBeTheValueOfAnOption(String given, int value) {
        ApiSocket socket = api.tcp();
        assertThat(socket.setsockopt("SOL_SOCKET", "SO_REUSEADDR", given)).isDone();
        assertThat(socket.getsockopt("SOL_SOCKET", "SO_REUSEADDR")).has("value", value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"bufsize=2; {'bufsize': 3}; bufsize", "flags=0; {'flags': 0}; flags"})
    void anArgumentInTheQueryAndInTheBodyIsRefused(String query, String body, String field) {
        ApiSocket socket = api.pair().first().nonBlocking();
        assertTells(
                socket.post("recv?" + query, body.replace('\'', '"')),
                field,
                "is given twice, once in the query");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "/sockets; {'family': 'SOCK_STREAM'}; family; SOCK_STREAM is no constant of AF_ or PF_",
                "/sockets; {'family': 'AF_INET|MSG_OOB'}; family; MSG_OOB is no constant of AF_",
                "/sockets; {'type': 'AF_INET'}; type; AF_INET is no constant of SOCK_",
                "shutdown; {'how': 'AF_INET'}; how; AF_INET is no constant of SHUT_",
                "recv; {'flags': 'SHUT_WR'}; flags; SHUT_WR is no constant of MSG_",
                "setsockopt; {'level': 'SO_DEBUG', 'optname': 1, 'value': 1}; level;"
                        + " SO_DEBUG is no constant of SOL_",
            })
    void aConstantOfAnotherKindIsTold(String call, String body, String field, String told) {
        String path = call.startsWith("/") ? call : api.tcp().path(call);
        assertThat(api.post(path, json(body))).isInvalid(field).tells(told);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "/sockets; {'family': 'PF_INET', 'proto': 'IPPROTO_TCP'}; 201",
                "/sockets; {'family': 'AF_NETLINK', 'type': 'SOCK_RAW', 'proto':"
                        + " 'NETLINK_ROUTE'}; 201",
                "setsockopt; {'level': 'IPPROTO_TCP', 'optname': 'TCP_NODELAY', 'value': 1}; 204",
                "setsockopt; {'level': 'SOL_TCP', 'optname': 'TCP_NODELAY', 'value': 1}; 204",
                "setsockopt; {'level': 'AF_VSOCK', 'optname': 1, 'value': 1}; 422",
                "listen; {'backlog': 'SOMAXCONN'}; 204",
            })
    void soManyKindsAsAPlaceHasAreTaken(String call, String body, int status) {
        String path = call.startsWith("/") ? call : api.tcp().path(call);
        assertThat(api.post(path, json(body))).hasStatus(status);
    }

    @Test
    void whatFlagsAreDependsOnTheCall() {
        assertThat(api.get("/dns/getaddrinfo?host=127.0.0.1&flags=AI_NUMERICHOST")).isOk();
        assertThat(api.get("/dns/getnameinfo?host=127.0.0.1&port=1&flags=NI_NUMERICHOST")).isOk();
        assertThat(api.get("/dns/getaddrinfo?host=127.0.0.1&family=SOCK_RAW")).isInvalid("family");
    }

    @Test
    void aNullInTheMiddleOfAListIsNamed() {
        assertThat(api.pair().first().post("sendmsg", json("{'buffers': ['YQ==', null]}")))
                .isInvalid("buffers")
                .tells("has a null in it");
    }
}
