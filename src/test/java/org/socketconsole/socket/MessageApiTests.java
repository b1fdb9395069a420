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
import org.socketconsole.testing.Json;
import org.socketconsole.testing.Python;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;

class MessageApiTests extends ContractTests {

    private static final String RECEIVE = json("{'bufsize': 100, 'ancbufsize': 256}");

    @Test
    void theBuffersOfAMessageAreJoined() {
        Api.Pair pair = api.pair(json("{'type': 'SOCK_SEQPACKET'}"));
        String request = json("{'buffers': ['%s', '', '%s']}", base64("ab"), base64("cd"));
        assertThat(pair.first().post("sendmsg", request)).isOk().has("sent", 4).has("offset", 0);
        assertThat(pair.second().recv(100)).hasData("abcd");
    }

    @Test
    void aMessageCanBeEmpty() {
        Api.Pair pair = api.pair(json("{'type': 'SOCK_DGRAM'}"));
        assertThat(pair.first().post("sendmsg", json("{'buffers': []}"))).has("sent", 0);
        assertThat(pair.second().recv(100)).hasData("");
    }

    @Test
    void aMessageIsSentToAnAddress() {
        ApiSocket receiver = api.udp().bound();
        ApiSocket sender = api.udp().bound();
        String request = "{'buffers': ['%s'], 'address': %s}";
        assertThat(sender.post("sendmsg", json(request, base64("x"), receiver.localAddress())))
                .has("sent", 1);
        assertThat(receiver.post("recvmsg", RECEIVE))
                .hasData("x")
                .has("address", sender.localAddress())
                .has("msg_flags", "0")
                .has("ancdata", Json.read("[]"))
                .has("offset", 0);
    }

    @Test
    void aLabelWithoutRoomIsSaidToBeCut() {
        Api.Pair pair = api.pair(json("{'type': 'SOCK_DGRAM'}"));
        assertThat(pair.second().setsockopt("SOL_SOCKET", "SO_PASSSEC", 1)).isDone();
        pair.first().send("x");
        assertThat(pair.second().post("recvmsg", json("{'bufsize': 9, 'ancbufsize': 0}")))
                .hasData("x")
                .has("msg_flags", "MSG_CTRUNC");
    }

    @Test
    void aMessageOfAStreamHasNoAddress() {
        Api.Pair pair = api.connection();
        pair.first().send("x");
        assertThat(pair.second().post("recvmsg", RECEIVE)).hasData("x").hasNull("address");
    }

    @Test
    void aCutMessageIsToldByItsFlags() {
        Api.Pair pair = api.pair(json("{'type': 'SOCK_DGRAM'}"));
        pair.first().send("123456");
        assertThat(pair.second().post("recvmsg", json("{'bufsize': 3}")))
                .hasData("123")
                .has("msg_flags", "MSG_TRUNC");
    }

    /// Kernels differ in whether they tell the end of a record.
    @Test
    void theFlagsOfARecordAreThoseThatCPythonGets() throws Exception {
        String script =
                """
                import socket
                a, b = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
                a.send(b"1")
                print({0: "0", socket.MSG_EOR: "MSG_EOR"}[b.recvmsg(9)[2]], end="")
                """;
        String flags = Bytes.latin1(Python.run(script, ""));
        Api.Pair pair = api.pair(json("{'type': 'SOCK_SEQPACKET'}"));
        pair.first().send("1");
        assertThat(pair.second().post("recvmsg", RECEIVE)).hasData("1").has("msg_flags", flags);
    }

    @Test
    void aPassedDescriptorBecomesASocket() {
        Api.Pair pair = api.pair();
        ApiSocket passed = api.listener();
        assertThat(passOn(pair.first(), passed.fd())).isOk().has("sent", 1);
        Answer answer = pair.second().post("recvmsg", RECEIVE);
        assertThat(answer)
                .hasData("x")
                .has("ancdata/0/level", "SOL_SOCKET")
                .has("ancdata/0/type", "SCM_RIGHTS")
                .has("sockets/0/origin", "recvmsg")
                .has("sockets/0/family", "AF_INET")
                .has("sockets/0/type", "SOCK_STREAM")
                .has("sockets/0/state", "LISTENING")
                .has("sockets/0/local_address", passed.localAddress())
                .hasNull("sockets/0/timeout");
        int fd = answer.at("sockets/0/fd").asInt();
        assertThat(fd).isNotEqualTo(passed.fd());
        assertThat(answer.at("ancdata/0/data").asString()).isEqualTo(base64(Bytes.ints(fd)));
    }

    @Test
    void aReceivedSocketOutlivesTheOneThatWasPassedOn() {
        Api.Pair pair = api.pair();
        ApiSocket passed = api.listener();
        passOn(pair.first(), passed.fd());
        Answer answer = pair.second().post("recvmsg", RECEIVE);
        ApiSocket received = api.socketOf(answer.at("sockets/0/id").asString());
        assertThat(passed.close()).isDone();
        ApiSocket client = api.tcp().connected(received.port());
        assertThat(received.accepted().view().at("/peer_address/port").asInt())
                .isEqualTo(client.port());
    }

    @Test
    void severalDescriptorsComeTogether() {
        Api.Pair pair = api.pair();
        assertThat(passOn(pair.first(), api.tcp().fd(), api.udp().fd())).isOk();
        assertThat(pair.second().post("recvmsg", RECEIVE))
                .has("sockets/0/type", "SOCK_STREAM")
                .has("sockets/1/type", "SOCK_DGRAM");
    }

    @Test
    void descriptorsWithoutRoomAreToldByTheFlags() {
        Api.Pair pair = api.pair();
        assertThat(passOn(pair.first(), api.tcp().fd())).isOk();
        assertThat(pair.second().post("recvmsg", json("{'bufsize': 100}")))
                .hasData("x")
                .has("msg_flags", "MSG_CTRUNC")
                .has("sockets", Json.read("[]"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 9999, -1})
    void onlyDescriptorsOfListedSocketsArePassedOn(int fd) {
        assertThat(passOn(api.pair().first(), fd)).isProblem(403, "forbidden");
    }

    @Test
    void aDescriptorOfAClosedSocketIsNotPassedOn() {
        ApiSocket sender = api.pair().first();
        ApiSocket closed = api.tcp();
        int fd = closed.fd();
        assertThat(closed.close()).isDone();
        assertThat(passOn(sender, fd)).isProblem(403, "forbidden");
    }

    @Test
    void credentialsComeWhereTheyAreAskedFor() {
        Api.Pair pair = api.pair();
        assertThat(pair.second().setsockopt("SOL_SOCKET", "SO_PASSCRED", 1)).isDone();
        pair.first().send("x");
        Answer answer = pair.second().post("recvmsg", RECEIVE);
        assertThat(answer)
                .has("ancdata/0/level", "SOL_SOCKET")
                .has("ancdata/0/type", "SCM_CREDENTIALS");
        int pid = Math.toIntExact(ProcessHandle.current().pid());
        assertThat(Base64.getDecoder().decode(answer.at("ancdata/0/data").asString()))
                .startsWith(Bytes.ints(pid))
                .hasSize(12);
    }

    @Test
    void aControlMessageOfIpIsNamedByItsLevel() {
        ApiSocket receiver = api.udp().bound();
        assertThat(receiver.setsockopt("IPPROTO_IP", "IP_RECVTTL", 1)).isDone();
        api.udp().sendto("x", receiver.localAddress());
        assertThat(receiver.post("recvmsg", RECEIVE))
                .has("ancdata/0/level", "IPPROTO_IP")
                .has("ancdata/0/type", "IP_TTL");
    }

    @Test
    void aControlMessageOfIpv6IsNamedByItsLevel() {
        ApiSocket receiver = api.socket(json("{'family': 'AF_INET6', 'type': 'SOCK_DGRAM'}"));
        assertThat(receiver.bind(json("{'host': '::1', 'port': 0}"))).isDone();
        assertThat(receiver.setsockopt("IPPROTO_IPV6", "IPV6_RECVHOPLIMIT", 1)).isDone();
        ApiSocket sender = api.socket(json("{'family': 'AF_INET6', 'type': 'SOCK_DGRAM'}"));
        assertThat(sender.sendto("x", receiver.localAddress())).has("sent", 1);
        assertThat(receiver.post("recvmsg", RECEIVE))
                .has("ancdata/0/level", "IPPROTO_IPV6")
                .has("ancdata/0/type", "IPV6_HOPLIMIT");
    }

    @Test
    void aControlMessageSetsWhatTheSocketDoesNot() {
        ApiSocket receiver = api.udp().bound();
        assertThat(receiver.setsockopt("IPPROTO_IP", "IP_RECVTTL", 1)).isDone();
        ApiSocket sender = api.udp().connected(receiver.port());
        String request =
                "{'buffers': ['%s'], 'ancdata': [{'level': 'IPPROTO_IP', 'type': 'IP_TTL',"
                        + " 'data': '%s'}]}";
        assertThat(sender.post("sendmsg", json(request, base64("x"), base64(Bytes.ints(7)))))
                .isOk();
        assertThat(receiver.post("recvmsg", RECEIVE)).has("ancdata/0/data", base64(Bytes.ints(7)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{}; buffers",
                "{'buffers': 'AA=='}; buffers",
                "{'buffers': [5]}; buffers.0",
                "{'buffers': [null]}; buffers",
                "{'buffers': ['!']}; buffers.0",
                "{'buffers': [], 'ancdata': {}}; ancdata",
                "{'buffers': [], 'ancdata': [{'type': 1, 'data': ''}]}; ancdata.0.level",
                "{'buffers': [], 'ancdata': [{'level': 'SOL_NOSUCH', 'type': 1, 'data': ''}]};"
                        + " ancdata.0.level",
                "{'buffers': [], 'ancdata': [{'level': 1, 'data': ''}]}; ancdata.0.type",
                "{'buffers': [], 'ancdata': [{'level': 1, 'type': 1}]}; ancdata.0.data",
                "{'buffers': [{}]}; buffers.0",
                "{'buffers': [{'text': 'a', 'hex': '61'}]}; buffers.0",
                "{'buffers': [{'text': 5}]}; buffers.0",
                "{'buffers': [{'hex': '6'}]}; buffers.0",
                "{'buffers': [{'words': 'a'}]}; buffers.0",
                "{'buffers': [], 'ancdata': [{'level': 0, 'type': 2, 'data': '', 'value': 1}]};"
                        + " ancdata.0.data",
                "{'buffers': [], 'ancdata': [{'level': 0, 'type': 2, 'hex': '00', 'value': 1}]};"
                        + " ancdata.0.data",
                "{'buffers': [], 'ancdata': [{'level': 0, 'type': 2, 'hex': '00', 'text': 'a'}]};"
                        + " ancdata.0.data",
                "{'buffers': [], 'ancdata': [{'level': 0, 'type': 2, 'hex': '0'}]};"
                        + " ancdata.0.hex",
                "{'buffers': [], 'ancdata': [{'level': 0, 'type': 2, 'value': 'x'}]};"
                        + " ancdata.0.value",
                "{'buffers': [], 'ancdata': [{'level': 0, 'type': 11, 'value': {}}]};"
                        + " ancdata.0.value",
                "{'buffers': [], 'ancdata': [{'level': 9, 'type': 9, 'value': 1}]}; ancdata.0.value",
                "{'buffers': [], 'ancdata': [{'level': 1, 'type': 1, 'value': []}]};"
                        + " ancdata.0.value",
                "{'buffers': [], 'ancdata': [{'level': 1, 'type': 1, 'value': {'fds': []}}]};"
                        + " ancdata.0.value",
                "{'buffers': [], 'ancdata': [{'level': 1, 'type': 1, 'data': '!'}]}; ancdata.0.data",
                "{'buffers': [], 'ancdata': [{'level': 1, 'type': 1, 'data': '', 'x': 1}]};"
                        + " ancdata.0.x",
                "{'buffers': [], 'ancdata': [5]}; ancdata.0",
                "{'buffers': [], 'ancdata': [null]}; ancdata",
                "{'buffers': [], 'ancdata': [{'level': null, 'type': 1, 'data': ''}]};"
                        + " ancdata.0.level",
                "{'buffers': ['', {'text': 'a'}, '!']}; buffers.2",
                "{'buffers': [], 'ancdata': [{'level': 0, 'type': 2, 'value': 1}, {'level': 'SOL_I',"
                        + " 'type': 1, 'data': ''}]}; ancdata.1.level",
                "{'buffers': [], 'ancdata': [{'level': 0, 'type': 2, 'value': 1}, {'level': 1,"
                        + " 'type': 1, 'value': {'sockets': [1]}}]}; ancdata.1.value.sockets.0",
                "{'buffers': [], 'flags': 'MSG_NOSUCH'}; flags",
                "{'buffers': [], 'address': 5}; address",
            })
    void aWrongArgumentOfAMessageIsNamed(String request, String field) {
        assertThat(api.pair().first().post("sendmsg", json(request))).isInvalid(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "'x'", "null", "2147483648"})
    void ancbufsizeIsASize(String ancbufsize) {
        String request = json("{'bufsize': 1, 'ancbufsize': " + ancbufsize + "}");
        assertThat(api.pair().first().post("recvmsg", request)).isInvalid("ancbufsize");
    }

    @Test
    void anAncbufsizeOfAnySizeIsTaken() {
        Api.Pair pair = api.pair();
        pair.first().send("x");
        assertThat(pair.second().post("recvmsg", json("{'bufsize': 1, 'ancbufsize': 2147483647}")))
                .hasData("x");
    }

    @Test
    void descriptorsOfAnotherProgramThatAreNoSocketsAreClosed(@TempDir Path directory)
            throws IOException {
        ApiSocket listener = api.unix("SOCK_STREAM");
        Path path = directory.resolve("s");
        assertThat(listener.bind(json("{'path': '%s'}", path))).isDone();
        assertThat(listener.post("listen")).isDone();
        String script =
                """
                import array, os, socket, sys
                peer = socket.socket(socket.AF_UNIX)
                peer.connect(sys.argv[1])
                other = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
                fds = array.array('i', [os.pipe()[0], other.fileno()])
                peer.sendmsg([b'hello'], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, fds)])
                sys.stdin.read()
                """;
        try (Python.Peer peer = Python.start(script, path.toString())) {
            assertThat(peer.process().isAlive()).isTrue();
            Answer answer = listener.accepted().post("recvmsg", RECEIVE);
            assertThat(answer).hasData("hello").has("sockets/0/type", "SOCK_DGRAM");
            assertThat(answer.at("sockets").size()).isEqualTo(1);
        }
    }

    @Test
    void aBufferIsBase64OrTextOrHex() {
        Api.Pair pair = api.pair(json("{'type': 'SOCK_SEQPACKET'}"));
        String request = "{'buffers': ['YQ', {'text': 'é'}, {'hex': '48 65:6c'}]}";
        assertThat(pair.first().post("sendmsg", json(request))).isOk().has("sent", 6);
        assertThat(pair.second().recv(100)).hasData(Bytes.utf8("aéHel"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'hex': '09:00 00 00'", "'text': '\\t\\u0000\\u0000\\u0000'"})
    void aControlMessageIsHexOrTextToo(String data) {
        ApiSocket receiver = api.udp().bound();
        assertThat(receiver.setsockopt("IPPROTO_IP", "IP_RECVTTL", 1)).isDone();
        String request =
                "{'buffers': ['eA=='], 'ancdata': [{'level': 'IPPROTO_IP', 'type': 'IP_TTL', "
                        + data
                        + "}], 'address': ";
        assertThat(api.udp().post("sendmsg", json(request) + receiver.localAddress() + "}")).isOk();
        assertThat(receiver.post("recvmsg", RECEIVE)).has("ancdata/0/value", 9);
    }

    @Test
    void aSocketIsPassedOnByItsId() {
        Api.Pair pair = api.pair();
        String ids = json("{'sockets': ['%s', '%s']}", api.tcp().id(), api.udp().id());
        assertThat(pair.first().post("sendmsg", rights("value", ids))).isOk();
        Answer answer = pair.second().post("recvmsg", RECEIVE);
        assertThat(answer)
                .has("sockets/0/type", "SOCK_STREAM")
                .has("sockets/1/type", "SOCK_DGRAM")
                .has("ancdata/0/value/sockets/0", answer.at("sockets/0/id").asString())
                .has("ancdata/0/value/sockets/1", answer.at("sockets/1/id").asString());
    }

    @Test
    void aSocketThatIsClosedOrNeverWasIsNotPassedOn() {
        ApiSocket sender = api.pair().first();
        ApiSocket closed = api.tcp();
        assertThat(closed.close()).isDone();
        String request = json("{'sockets': ['%s']}", closed.id());
        assertThat(sender.post("sendmsg", rights("value", request))).isClosed();
        assertThat(sender.post("sendmsg", rights("value", json("{'sockets': ['s-0']}"))))
                .isProblem(404, "not-found");
    }

    /// What is left over is no descriptor, and CPython passes the data on as it is.
    @Test
    void theKernelTakesTheWholeDescriptorsOfAMessage() {
        Api.Pair pair = api.pair();
        byte[] data = Arrays.copyOf(Bytes.ints(api.udp().fd()), 7);
        assertThat(pair.first().post("sendmsg", rights("data", "\"" + base64(data) + "\"")))
                .isOk()
                .has("sent", 1);
        assertThat(pair.second().post("recvmsg", RECEIVE))
                .has("sockets/0/type", "SOCK_DGRAM")
                .lacks("sockets/1");
        assertThat(pair.first().post("sendmsg", rights("data", "\"AAAA\""))).isOk();
        assertThat(pair.second().post("recvmsg", RECEIVE)).hasData("x").lacks("ancdata/0");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 6, 7, 8, 9})
    void aControlMessageWithPointersIsRefused(int type) {
        String request =
                "{'buffers': [], 'ancdata': [{'level': 'SOL_RDS', 'type': %d, 'data': '%s'}]}";
        assertThat(api.udp().post("sendmsg", json(request, type, base64(new byte[48]))))
                .isProblem(403, "forbidden");
    }

    private static String rights(String member, String value) {
        return json(
                "{'buffers': ['eA=='], 'ancdata': [{'level': 'SOL_SOCKET', 'type': 'SCM_RIGHTS',"
                        + " '%s': %s}]}",
                member, value);
    }

    private static Answer passOn(ApiSocket sender, int... fds) {
        String request =
                "{'buffers': ['%s'], 'ancdata': [{'level': 'SOL_SOCKET', 'type': 'SCM_RIGHTS',"
                        + " 'data': '%s'}]}";
        return sender.post("sendmsg", json(request, base64("x"), base64(Bytes.ints(fds))));
    }
}
