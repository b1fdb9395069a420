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
import org.socketconsole.testing.ApiSocket;
import org.socketconsole.testing.Bytes;
import org.socketconsole.testing.Capabilities;
import org.socketconsole.testing.ContractTests;
import org.socketconsole.testing.Json;
import org.socketconsole.testing.Peers;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

class AddressApiTests extends ContractTests {

    private static final String LOOPBACK = "{'host': '127.0.0.1', 'port': 0}";

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, 127.0.0.1",
        "'', 0.0.0.0",
        "0.0.0.0, 0.0.0.0",
        "localhost, 127.0.0.1",
        "127.1, 127.0.0.1",
    })
    void anInternetHostIsANameOrAQuadOrAny(String host, String bound) {
        ApiSocket socket = api.tcp();
        assertThat(socket.bind(json("{'host': '%s', 'port': 0}", host))).isDone();
        assertThat(socket.get("getsockname"))
                .has("family", "AF_INET")
                .has("host", bound)
                .lacks("flowinfo")
                .lacks("path");
    }

    @ParameterizedTest
    @CsvSource({
        "::1, ::1",
        "'', ::",
        "::, ::",
        "0:0::1, ::1",
        "::ffff:127.0.0.1, ::ffff:127.0.0.1"
    })
    void anInternetHostOfSixteenBytesIsTextToo(String host, String bound) {
        ApiSocket socket = inet6();
        assertThat(socket.bind(json("{'host': '%s', 'port': 0}", host))).isDone();
        assertThat(socket.get("getsockname"))
                .has("family", "AF_INET6")
                .has("host", bound)
                .has("flowinfo", 0)
                .has("scope_id", 0);
    }

    @Test
    void flowinfoAndScopeIdMayBeGiven() {
        String address = json("{'host': '::1', 'port': 0, 'flowinfo': 5, 'scope_id': 0}");
        assertThat(inet6().bind(address)).isDone();
    }

    @Test
    void broadcastIsTheAddressOfAllHosts() {
        ApiSocket socket = api.udp();
        assertThat(socket.bind(json("{'host': '<broadcast>', 'port': 0}"))).isDone();
        assertThat(socket.get("getsockname")).has("host", "255.255.255.255");
    }

    @Test
    void theNamesOfAllHostsAndOfAnyHostAreOfInternetSocketsAlone() {
        assertThat(inet6().bind(json("{'host': '<broadcast>', 'port': 0}")))
                .isInvalid("address.host");
    }

    @Test
    void aPairIsAnAddressToo() {
        ApiSocket socket = api.tcp();
        assertThat(socket.bind("[\"127.0.0.1\", 0]")).isDone();
        assertThat(inet6().bind("[\"::1\", 0, 0, 0]")).isDone();
    }

    @Test
    void aStringIsAnAddressOfAUnixSocketToo(@TempDir Path directory) {
        String path = directory.resolve("s").toString();
        ApiSocket socket = api.unix("SOCK_STREAM");
        assertThat(socket.bind(Json.quoted(path))).isDone();
        assertThat(socket.get("getsockname")).has("path", path);
    }

    @Test
    void aTupleHasTheMembersOfTheSocketsFamily() {
        ApiSocket netlink = api.socket(json("{'family': 'AF_NETLINK', 'type': 'SOCK_RAW'}"));
        assertThat(netlink.bind("[0, 2]")).isDone();
        assertThat(netlink.get("getsockname")).has("groups", 2);
        ApiSocket vsock = vsock();
        assertThat(vsock.bind(json("['VMADDR_CID_ANY', 4294967295]"))).isDone();
        assertThat(vsock.get("getsockname")).has("cid", 4_294_967_295L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "['VMADDR_CID_ANY', 'VMADDR_PORT_ANY']",
                "{'cid': '4294967295', 'port': '4294967295'}",
            })
    void thePortOfAVirtualMachineIsAConstantToo(String address) {
        ApiSocket vsock = vsock();
        assertThat(vsock.bind(json(address))).isDone();
        assertThat(vsock.state()).isEqualTo("BOUND");
    }

    @ParameterizedTest
    @ValueSource(strings = {"['lo', 'ETH_P_IP']", "['lo', 2048, 0, 0, 'AAAAAAAA']"})
    void aTupleOfAPacketAddressHasTwoToFiveItems(String address) {
        ApiSocket packet =
                Capabilities.socketOrSkip(api, json("{'family': 'AF_PACKET', 'type': 'SOCK_RAW'}"));
        assertThat(packet.bind(json(address))).isDone();
        assertThat(packet.get("getsockname")).has("ifname", "lo").has("protocol", 0x0800);
    }

    @ParameterizedTest
    @CsvSource({
        "AF_INET, SOCK_DGRAM, 'must be [host, port], or an object with these members'",
        "AF_INET6, SOCK_DGRAM, 'must be [host, port, flowinfo, scope_id], or an object with these members'",
        "AF_NETLINK, SOCK_RAW, 'must be [pid, groups], or an object with these members'",
        "AF_UNIX, SOCK_DGRAM, 'must be a path, or an object with `path` or `path_bytes`'"
    })
    void aTupleThatIsTooLongIsToldWhatIsTaken(String family, String type, String told) {
        ApiSocket socket =
                api.socket(json("{'family': '%s', 'type': '%s', 'proto': 0}", family, type));
        Answer answer = socket.bind("[0, 0, 0, 0, 0]");
        assertThat(answer).isInvalid("address");
        assertThat(answer.at("detail").asString()).endsWith(told);
    }

    @Test
    void aTupleOfAFamilyThatHasNoFormIsNotSupported() {
        ApiSocket xdp =
                Capabilities.socketOrSkip(api, json("{'family': 'AF_XDP', 'type': 'SOCK_RAW'}"));
        assertThat(xdp.bind(json("['lo', 0]"))).isProblem(422, "socket-error", "EAFNOSUPPORT");
    }

    /// As the documentation of 1998 called `bind`.
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "['127.0.0.1', 0]; body",
                "5; body",
                "null; body",
                "{'host': '127.0.0.1', 'port': 0}; address",
                "{}; address",
                "{'port': 0, 'address': '127.0.0.1'}; address",
                "{'address': '127.0.0.1', 'port': 0}; address",
                "{'address': '127.0.0.1:80'}; address",
            })
    void anAddressThatIsNotInItsPlaceIsToldHow(String body, String field) {
        for (String call :
                new String[] {"bind", "connect", "connect_ex", "sendto", "sendto?text=a"}) {
            Answer answer = api.udp().post(call, json(body));
            assertThat(answer).isInvalid(field).tells("[host, port]");
        }
    }

    @Test
    void thePlaceOfAnAddressIsToldInTheTermsOfItsFamily() {
        ApiSocket unix = api.unix("SOCK_DGRAM");
        assertThat(unix.post("bind", json("['/tmp/x']")))
                .isInvalid("body")
                .tells("{\"address\": {\"path\": …}}, or {\"address\": path}");
        ApiSocket netlink = api.socket(json("{'family': 'AF_NETLINK', 'type': 'SOCK_RAW'}"));
        assertThat(netlink.post("bind", "{}")).isInvalid("address").tells("[pid, groups]");
        assertThat(netlink.bind(json("'7'"))).isInvalid("address").tells("[pid, groups]");
    }

    @Test
    void theMembersOfAnotherAddressAreNotTold() {
        assertThat(api.tcp().bind(json("{'host': '127.0.0.1', 'prot': 0}")))
                .isInvalid("address.prot")
                .has(
                        "detail",
                        "`address.prot` is not known here; known are `family`, `host`, `port`");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%7B", "%5B%22127.0.0.1%22,", "127.0.0.1", "%7B%22host%22:"})
    void anAddressInTheQueryThatIsNoneIsNamed(String address) {
        assertThat(
                        api.request("POST", api.udp().path("sendto?address=" + address))
                                .body("application/octet-stream", Bytes.of("x"))
                                .send())
                .isInvalid("address");
    }

    @Test
    void aPathInTheQueryThatIsBrokenJsonIsNone() {
        ApiSocket unix = api.unix("SOCK_DGRAM");
        assertThat(
                        api.request("POST", unix.path("sendto?address=%7B%22path%22:"))
                                .body("application/octet-stream", Bytes.of("x"))
                                .send())
                .isInvalid("address")
                .tells("is not valid JSON");
    }

    @Test
    void whatAnAnswerSaysCanBeGivenAgain() {
        ApiSocket receiver = api.udp().bound();
        assertThat(api.udp().sendto("x", receiver.localAddress())).has("sent", 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'AF_INET'", "'2'", "2"})
    void aRequestMaySayTheFamilyInAnyForm(String family) {
        String address = json("{'family': " + family + ", 'host': '127.0.0.1', 'port': 0}");
        assertThat(api.tcp().bind(address)).isDone();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{}; address.host",
                "{'host': '127.0.0.1'}; address.port",
                "{'port': 0}; address.host",
                "{'host': 5, 'port': 0}; address.host",
                "{'host': true, 'port': 0}; address.host",
                "{'host': null, 'port': 0}; address.host",
                "{'host': '127.0.0.1\\u0000', 'port': 0}; address.host",
                "{'host': '127.0.0.1', 'port': -1}; address.port",
                "{'host': '127.0.0.1', 'port': 65536}; address.port",
                "{'host': '127.0.0.1', 'port': 70000}; address.port",
                "{'host': '127.0.0.1', 'port': 4294967296}; address.port",
                "{'host': '127.0.0.1', 'port': 99999999999999999999}; address.port",
                "{'host': '127.0.0.1', 'port': '80'}; address.port",
                "{'host': '127.0.0.1', 'port': 'IPPORT_ECHO'}; address.port",
                "{'host': '127.0.0.1', 'port': true}; address.port",
                "['127.0.0.1', '80']; address.port",
                "{'host': '127.0.0.1', 'port': 80.5}; address.port",
                "{'host': '127.0.0.1', 'port': null}; address.port",
                "{'host': '127.0.0.1', 'port': 0, 'path': '/tmp/x'}; address.path",
                "{'host': '127.0.0.1', 'port': 0, 'flowinfo': 0}; address.flowinfo",
                "{'host': '127.0.0.1', 'port': 0, 'nosuch': 0}; address.nosuch",
                "{'host': '127.0.0.1', 'port': 0, 'family': 'AF_INET6'}; address.family",
                "{'host': '127.0.0.1', 'port': 0, 'family': 'AF_NOSUCH'}; address.family",
                "5; address",
                "true; address",
                "null; address",
                "['127.0.0.1']; address.port",
                "['127.0.0.1', 0, 0, 0, 0]; address",
                "[]; address.host",
            })
    void aWrongInternetAddressIsNamed(String address, String field) {
        assertThat(api.tcp().bind(json(address))).isInvalid(field);
        assertThat(api.tcp().connect(json(address))).isInvalid(field);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{'host': '::1', 'port': 65536}; address.port",
                "{'host': '::1', 'port': 0, 'flowinfo': -1}; address.flowinfo",
                "{'host': '::1', 'port': 0, 'flowinfo': 1048576}; address.flowinfo",
                "{'host': '::1', 'port': 0, 'scope_id': -1}; address.scope_id",
                "{'host': '::1', 'port': 0, 'scope_id': 4294967296}; address.scope_id",
                "{'host': '::1', 'port': 0, 'scope_id': 'lo'}; address.scope_id",
            })
    void aWrongInternetAddressOfSixteenBytesIsNamed(String address, String field) {
        assertThat(inet6().bind(json(address))).isInvalid(field);
    }

    @Test
    void aHostThatDoesNotResolveIsAnErrorOfTheResolver() {
        Answer answer = api.tcp().bind(json("{'host': 'no-such-host.invalid', 'port': 0}"));
        assertThat(answer)
                .isProblem()
                .has("kind", "gaierror")
                .has("call", "bind")
                .has(
                        "symbol",
                        api.get("/dns/gethostbyname?hostname=no-such-host.invalid").at("symbol"));
    }

    @Test
    void aHostOfTheOtherFamilyIsAnErrorOfTheResolver() {
        assertThat(api.tcp().bind(json("{'host': '::1', 'port': 0}")))
                .isProblem()
                .has("kind", "gaierror");
    }

    @Test
    void aUnixSocketIsReachedByItsPath(@TempDir Path directory) throws IOException {
        Path path = directory.resolve("sockét");
        try (ServerSocketChannel server = Peers.unixServer(path)) {
            ApiSocket client = api.unix("SOCK_STREAM");
            assertThat(client.connect(json("{'path': '%s'}", path))).isDone();
            assertThat(client.get("getpeername"))
                    .has("family", "AF_UNIX")
                    .has("path", path.toString())
                    .lacks("path_bytes")
                    .lacks("host");
            try (SocketChannel peer = server.accept()) {
                assertThat(client.send("hello")).has("sent", 5);
                ByteBuffer received = ByteBuffer.allocate(5);
                assertThat(peer.read(received)).isEqualTo(5);
            }
        }
    }

    @Test
    void aUnixSocketIsReachedByAPeerOfTheJdk(@TempDir Path directory) throws IOException {
        Path path = directory.resolve("s");
        ApiSocket listener = api.unix("SOCK_STREAM");
        assertThat(listener.bind(json("{'path': '%s'}", path))).isDone();
        assertThat(listener.post("listen")).isDone();
        try (SocketChannel peer = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            peer.connect(UnixDomainSocketAddress.of(path));
            assertThat(listener.post("accept"))
                    .isCreated()
                    .has("address", Json.read(json("{'family': 'AF_UNIX', 'path': ''}")));
        }
    }

    @Test
    void anUnnamedUnixSocketReadsAsAnEmptyPath() {
        ApiSocket socket = api.unix("SOCK_STREAM");
        assertThat(socket.get("getsockname")).has("path", "");
        assertThat(api.pair().first().get("getpeername")).has("path", "");
    }

    @Test
    void anEmptyPathAsksForANameOfTheAbstractNamespace() {
        ApiSocket socket = api.unix("SOCK_DGRAM");
        assertThat(socket.bind(json("{'path': ''}"))).isDone();
        String name = socket.localAddress().get("path").asString();
        assertThat(name).startsWith("\0").hasSize(6);
        assertThat(api.unix("SOCK_DGRAM").sendto("x", socket.localAddress())).has("sent", 1);
        assertThat(socket.recv(9)).hasData("x");
    }

    @Test
    void anAbstractNameStartsWithANul() {
        String name = "\\u0000console-test-" + System.nanoTime();
        ApiSocket socket = api.unix("SOCK_DGRAM");
        assertThat(socket.bind("{\"path\": \"" + name + "\"}")).isDone();
        assertThat(socket.localAddress().get("path").asString())
                .isEqualTo(name.replace("\\u0000", "\0"));
        assertThat(api.unix("SOCK_DGRAM").bind("{\"path\": \"" + name + "\"}"))
                .isProblem(409, "socket-error", "EADDRINUSE");
    }

    @Test
    void anAbstractNameMayHaveANulAndAllOfTheBytes() {
        byte[] name = Bytes.noise(108);
        name[0] = 0;
        ApiSocket socket = api.unix("SOCK_DGRAM");
        assertThat(socket.bind(json("{'path_bytes': '%s'}", base64(name)))).isDone();
        assertThat(socket.get("getsockname")).has("path_bytes", base64(name)).lacks("path");
    }

    @Test
    void aNameThatIsNotUtf8TravelsAsBytes() {
        byte[] path = Bytes.of("\0console-" + System.nanoTime() + "\u00ff");
        ApiSocket socket = api.unix("SOCK_DGRAM");
        assertThat(socket.bind(json("{'path_bytes': '%s'}", base64(path)))).isDone();
        assertThat(socket.get("getsockname")).has("path_bytes", base64(path)).lacks("path");
        assertThat(api.unix("SOCK_DGRAM").sendto("x", socket.localAddress())).has("sent", 1);
        assertThat(socket.recv(9)).hasData("x");
    }

    @Test
    void aDatagramOfAnUnnamedUnixSocketHasNoAddress(@TempDir Path directory) {
        ApiSocket socket = api.unix("SOCK_DGRAM");
        assertThat(socket.bind(json("{'path': '%s'}", directory.resolve("s")))).isDone();
        assertThat(api.unix("SOCK_DGRAM").sendto("x", socket.localAddress())).has("sent", 1);
        assertThat(socket.post("recvfrom", json("{'bufsize': 9}"))).hasData("x").hasNull("address");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{}; address.path",
                "{'path': 5}; address.path",
                "{'path': null}; address.path",
                "{'path': '\\ud800'}; address.path",
                "{'path': 'a', 'path_bytes': 'YQ=='}; address.path",
                "{'path_bytes': '!'}; address.path_bytes",
                "{'host': '127.0.0.1', 'port': 0}; address.host",
            })
    void aWrongUnixAddressIsNamed(String address, String field) {
        assertThat(api.unix("SOCK_STREAM").bind(json(address))).isInvalid(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bind", "connect", "connect_ex"})
    void aPathThatIsTooLongIsInvalid(String call) {
        String request = json("{'address': {'path': '/tmp/%s'}}", "x".repeat(103));
        assertThat(api.unix("SOCK_STREAM").post(call, request)).isInvalid("address.path");
    }

    @Test
    void aPathThatIsMissingIsNoEntry() {
        assertThat(api.unix("SOCK_STREAM").connect(json("{'path': '/nonexistent/s'}")))
                .isProblem(409, "socket-error", "ENOENT");
    }

    @Test
    void aPathThatExistsIsInUse(@TempDir Path directory) {
        String address = json("{'path': '%s'}", directory);
        assertThat(api.unix("SOCK_STREAM").bind(address))
                .isProblem(409, "socket-error", "EADDRINUSE");
    }

    @Test
    void aNetlinkAddressIsAPortAndGroups() {
        ApiSocket socket =
                api.socket(json("{'family': 'AF_NETLINK', 'type': 'SOCK_RAW', 'proto': 0}"));
        assertThat(socket.bind(json("{'pid': 0, 'groups': 0}"))).isDone();
        Answer bound = socket.get("getsockname");
        assertThat(bound).has("family", "AF_NETLINK").has("groups", 0).lacks("host");
        assertThat(bound.at("pid").asLong()).isPositive();
        assertThat(socket.state()).isEqualTo("BOUND");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{'groups': 0}; address.pid",
                "{'pid': 0}; address.groups",
                "{'pid': -1, 'groups': 0}; address.pid",
                "{'pid': 4294967296, 'groups': 0}; address.pid",
                "{'pid': 0, 'groups': 4294967296}; address.groups",
                "{'pid': 0, 'groups': 0, 'host': ''}; address.host",
            })
    void aWrongNetlinkAddressIsNamed(String address, String field) {
        ApiSocket socket = api.socket(json("{'family': 'AF_NETLINK', 'type': 'SOCK_RAW'}"));
        assertThat(socket.bind(json(address))).isInvalid(field);
    }

    @Test
    void aPacketAddressIsAnInterfaceAndAProtocol() {
        ApiSocket socket =
                Capabilities.socketOrSkip(api, json("{'family': 'AF_PACKET', 'type': 'SOCK_RAW'}"));
        assertThat(socket.bind(json("{'ifname': 'lo', 'protocol': 'ETH_P_IP'}"))).isDone();
        assertThat(socket.get("getsockname"))
                .has("family", "AF_PACKET")
                .has("ifname", "lo")
                .has("protocol", 0x0800)
                .has("pkttype", 0)
                .has("hatype", 772)
                .has("hwaddr", base64(new byte[6]));
        assertThat(socket.state()).isEqualTo("BOUND");
    }

    @Test
    void aPacketOfTheLoopbackInterfaceHasItsAddress() {
        ApiSocket socket =
                Capabilities.socketOrSkip(
                        api, json("{'family': 'AF_PACKET', 'type': 'SOCK_DGRAM'}"));
        assertThat(socket.bind(json("{'ifname': 'lo', 'protocol': 2048}"))).isDone();
        ApiSocket receiver = api.udp().bound();
        api.udp().sendto("x", receiver.localAddress());
        assertThat(socket.within(10).post("recvfrom", json("{'bufsize': 2000}")))
                .isOk()
                .has("address/ifname", "lo")
                .has("address/protocol", 0x0800);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{'protocol': 0}; address.ifname",
                "{'ifname': 5, 'protocol': 0}; address.ifname",
                "{'ifname': 'lo'}; address.protocol",
                "['lo']; address.protocol",
                "{'ifname': 'lo', 'protocol': 65536}; address.protocol",
                "{'ifname': 'lo', 'protocol': 'ETH_P_NOSUCH'}; address.protocol",
                "{'ifname': 'lo', 'protocol': 0, 'hwaddr': '!'}; address.hwaddr",
                "{'ifname': 'lo', 'protocol': 0, 'hwaddr': 'AAAAAAAAAAAAAAAA'}; address.hwaddr",
                "{'ifname': 'lo', 'protocol': 0, 'pkttype': 256}; address.pkttype",
                "{'ifname': 'lo', 'protocol': 0, 'hatype': 65536}; address.hatype",
            })
    void aWrongPacketAddressIsNamed(String address, String field) {
        ApiSocket socket =
                Capabilities.socketOrSkip(api, json("{'family': 'AF_PACKET', 'type': 'SOCK_RAW'}"));
        assertThat(socket.bind(json(address))).isInvalid(field);
    }

    @Test
    void anInterfaceThatIsNotThereIsNoDevice() {
        ApiSocket socket =
                Capabilities.socketOrSkip(api, json("{'family': 'AF_PACKET', 'type': 'SOCK_RAW'}"));
        assertThat(socket.bind(json("{'ifname': 'nosuch0', 'protocol': 0}")))
                .isProblem(422, "socket-error", "ENODEV");
    }

    @Test
    void aVsockAddressIsAContextAndAPort() {
        ApiSocket socket = vsock();
        String any = json("{'cid': 'VMADDR_CID_ANY', 'port': 4294967295}");
        assertThat(socket.bind(any)).isDone();
        assertThat(socket.get("getsockname"))
                .has("family", "AF_VSOCK")
                .has("cid", 4_294_967_295L)
                .lacks("host");
        assertThat(socket.state()).isEqualTo("BOUND");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{'port': 0}; address.cid",
                "{'cid': 1}; address.port",
                "{'cid': 4294967296, 'port': 0}; address.cid",
                "{'cid': -1, 'port': 0}; address.cid",
                "{'cid': 'VMADDR_CID_NOSUCH', 'port': 0}; address.cid",
                "{'cid': 1, 'port': 4294967296}; address.port",
                "{'cid': 1, 'port': -1}; address.port",
            })
    void aWrongVsockAddressIsNamed(String address, String field) {
        assertThat(vsock().bind(json(address))).isInvalid(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bind", "connect", "connect_ex"})
    void anAddressOfAFamilyWithoutAFormIsNotSupported(String call) {
        ApiSocket socket =
                Capabilities.socketOrSkip(api, json("{'family': 'AF_XDP', 'type': 'SOCK_RAW'}"));
        assertThat(socket.post(call, json("{'address': " + LOOPBACK + "}")))
                .isProblem(422, "socket-error", "EAFNOSUPPORT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"getsockname", "getpeername"})
    void anAddressOfAFamilyWithoutAFormIsNotAskedFor(String call) {
        ApiSocket socket =
                Capabilities.socketOrSkip(api, json("{'family': 'AF_XDP', 'type': 'SOCK_RAW'}"));
        assertThat(socket.get(call)).isProblem(422, "socket-error", "EAFNOSUPPORT");
    }

    @Test
    void aPeerOfTheOtherFamilyShowsAsMapped() throws IOException {
        ApiSocket listener = api.socket(json("{'family': 'AF_INET6'}"));
        assertThat(listener.setsockopt("IPPROTO_IPV6", "IPV6_V6ONLY", 0)).isDone();
        assertThat(listener.bind(json("{'host': '', 'port': 0}"))).isDone();
        assertThat(listener.post("listen")).isDone();
        try (var peer = Peers.connectTo(listener)) {
            assertThat(listener.post("accept"))
                    .has("address/host", "::ffff:127.0.0.1")
                    .has("address/port", peer.getLocalPort());
        }
    }

    private ApiSocket inet6() {
        return Capabilities.socketOrSkip(api, json("{'family': 'AF_INET6'}"));
    }

    private ApiSocket vsock() {
        return Capabilities.socketOrSkip(api, json("{'family': 'AF_VSOCK'}"));
    }
}
