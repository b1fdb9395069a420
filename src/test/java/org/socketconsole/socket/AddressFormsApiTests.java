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
import org.socketconsole.testing.Capabilities;
import org.socketconsole.testing.ContractTests;
import org.socketconsole.testing.Json;

import java.net.Inet6Address;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.file.Path;

/// What an address may be besides the usual: a zone, none at all, the socket's own.
class AddressFormsApiTests extends ContractTests {

    /// Multicast of the link's own, whose zone the loopback interface has too.
    @ParameterizedTest
    @ValueSource(strings = {"ff02::1234%lo", "ff02::1234%1"})
    void theZoneOfAHostIsAnInterfacesNameOrIndex(String host) {
        ApiSocket socket = udp6();
        assertThat(socket.bind(json("{'host': '%s', 'port': 0}", host))).isDone();
        assertThat(socket.get("getsockname")).has("host", "ff02::1234").has("scope_id", 1);
    }

    @Test
    void theZoneOfAHostIsTakenByEveryCall() throws SocketException {
        Inet6Address own = linkLocal();
        Capabilities.assume(own != null, "no interface here has a link-local address");
        ApiSocket receiver = udp6();
        String host = own.getHostAddress();
        assertThat(host).contains("%");
        assertThat(receiver.bind(json("{'host': '%s', 'port': 0}", host))).isDone();
        assertThat(receiver.get("getsockname")).has("scope_id", own.getScopeId());
        String address = json("{'host': '%s', 'port': %d}", host, receiver.port());
        ApiSocket connected = udp6();
        assertThat(connected.connect(address)).isDone();
        assertThat(connected.get("getpeername")).has("scope_id", own.getScopeId());
        assertThat(udp6().connect(json("['%s', %d]", host, receiver.port()))).isDone();
        assertThat(udp6().post("connect_ex", json("{'address': %s}", address))).has("errno", 0);
        assertThat(udp6().sendto("x", Json.read(address))).has("sent", 1);
        String message = json("{'buffers': ['eA=='], 'address': %s}", address);
        assertThat(udp6().post("sendmsg", message)).has("sent", 1);
    }

    @Test
    void aZoneAndAScopeIdAreTheSame() {
        assertThat(udp6().bind(json("{'host': 'ff02::1%%lo', 'port': 0, 'scope_id': 1}"))).isDone();
        assertThat(udp6().bind(json("{'host': 'ff02::1%%lo', 'port': 0, 'scope_id': 2}")))
                .isInvalid("address.scope_id");
    }

    @Test
    void aZoneThatIsNoInterfaceIsNoName() {
        assertThat(udp6().bind(json("{'host': 'ff02::1%%no-such-if', 'port': 0}")))
                .isProblem(404, "gaierror", "EAI_NONAME");
    }

    @ParameterizedTest
    @CsvSource({"bind", "connect", "connect_ex", "sendto"})
    void aNulDoesNotCutAPath(String call, @TempDir Path directory) {
        ApiSocket socket = api.unix("SOCK_DGRAM");
        String path = directory.resolve("s") + "\\u0000tail";
        String request = "{'text': 'x', 'address': {'path': '%s'}}";
        if (!call.equals("sendto")) {
            request = request.replace("'text': 'x', ", "");
        }
        assertThat(socket.post(call, json(request, path))).isInvalid("address.path");
        String bytes = base64(directory.resolve("s") + "\0tail");
        assertThat(socket.post(call, json(request.replace("'path'", "'path_bytes'"), bytes)))
                .isInvalid("address.path_bytes");
        assertThat(directory.resolve("s")).doesNotExist();
    }

    @Test
    void aNulInAnAbstractNameIsALetterOfIt() {
        ApiSocket socket = api.unix("SOCK_DGRAM");
        String name = "\\u0000a\\u0000" + socket.id();
        assertThat(socket.bind(json("{'path': '%s'}", name))).isDone();
        assertThat(socket.get("getsockname")).has("path", "\0a\0" + socket.id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"connect", "connect_ex"})
    void anAssociationIsDissolved(String call) {
        ApiSocket first = api.udp().bound();
        ApiSocket second = api.udp().bound();
        ApiSocket socket = api.udp().connected(first.port());
        Answer answer = socket.post(call, json("{'address': {'family': 'AF_UNSPEC'}}"));
        assertThat(answer.status()).isEqualTo(call.equals("connect") ? 204 : 200);
        assertThat(socket.get("getpeername")).isProblem(409, "socket-error", "ENOTCONN");
        assertThat(socket.sendto("x", second.localAddress())).isOk();
        assertThat(second.recv(10)).hasData("x");
        assertThat(second.sendto("y", socket.localAddress())).isOk();
        assertThat(socket.recv(10)).hasData("y");
    }

    @Test
    void anAssociationOfALocalSocketIsDissolvedToo(@TempDir Path directory) {
        ApiSocket receiver = api.unix("SOCK_DGRAM");
        String path = json("{'path': '%s'}", directory.resolve("s"));
        assertThat(receiver.bind(path)).isDone();
        ApiSocket socket = api.unix("SOCK_DGRAM");
        assertThat(socket.connect(path)).isDone();
        assertThat(socket.connect(json("{'family': 'AF_UNSPEC'}"))).isDone();
        assertThat(socket.send("x")).isProblem(409, "socket-error", "ENOTCONN");
    }

    @Test
    void noAddressIsForConnectAlone() {
        String none = json("{'family': 'AF_UNSPEC'}");
        assertThat(api.udp().bind(none)).isInvalid("address.family");
        assertThat(api.udp().sendto("x", Json.read(none))).isInvalid("address.family");
        assertThat(api.udp().connect(json("{'family': 'AF_UNSPEC', 'port': 1}")))
                .isInvalid("address.family");
    }

    /// Both ends of a handshake at once, see RFC 9293, 3.5.
    @Test
    void aSocketThatIsItsOwnPeerSaysSo() {
        ApiSocket socket = api.tcp().bound();
        assertThat(socket.view().get("connected_to_itself").asBoolean()).isFalse();
        assertThat(socket.connect(socket.port())).isDone();
        assertThat(socket.view().get("connected_to_itself").asBoolean()).isTrue();
        socket.send("echo");
        assertThat(socket.recv(10)).hasData("echo");
    }

    @Test
    void onlyAConnectionThatLeadsBackIsItsOwn() {
        ApiSocket udp = api.udp().bound();
        ApiSocket toItself = udp.connected(udp.port());
        assertThat(toItself.view().get("connected_to_itself").asBoolean()).isTrue();
        for (Api.Pair pair : new Api.Pair[] {api.pair(), api.connection()}) {
            assertThat(pair.first().view().get("connected_to_itself").asBoolean()).isFalse();
            assertThat(pair.second().view().get("connected_to_itself").asBoolean()).isFalse();
        }
    }

    private ApiSocket udp6() {
        return api.socket(json("{'family': 'AF_INET6', 'type': 'SOCK_DGRAM'}"));
    }

    private static Inet6Address linkLocal() throws SocketException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address instanceof Inet6Address && address.isLinkLocalAddress())
                .map(Inet6Address.class::cast)
                .findFirst()
                .orElse(null);
    }
}
