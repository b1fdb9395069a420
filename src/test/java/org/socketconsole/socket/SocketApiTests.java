package org.socketconsole.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.socketconsole.testing.AnswerAssert.assertThat;
import static org.socketconsole.testing.Json.json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.socketconsole.testing.Answer;
import org.socketconsole.testing.Api;
import org.socketconsole.testing.ApiSocket;
import org.socketconsole.testing.Capabilities;
import org.socketconsole.testing.ContractTests;
import org.socketconsole.testing.Json;
import org.socketconsole.testing.Peers;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.net.Socket;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

class SocketApiTests extends ContractTests {

    @Test
    void aSocketIsOfTcpByDefault() {
        Answer answer = api.post("/sockets", "{}");
        assertThat(answer)
                .isCreated()
                .has("family", "AF_INET")
                .has("type", "SOCK_STREAM")
                .has("proto", "IPPROTO_TCP")
                .has("state", "UNCONNECTED")
                .hasNull("timeout")
                .hasNull("label")
                .has("local_address/host", "0.0.0.0")
                .hasNull("peer_address")
                .has("bytes_sent", 0)
                .has("bytes_received", 0)
                .has("origin", "socket")
                .hasHeader("Location", "/api/v1/sockets/" + answer.at("id").asString());
    }

    @Test
    void aSocketCanBeMadeWithoutABody() {
        assertThat(api.post("/sockets")).isCreated();
    }

    @Test
    void aSocketHasTheMembersOfTheContractAndThoseOfThePage() {
        assertThat(Set.copyOf(api.tcp().view().propertyNames()))
                .isEqualTo(
                        Set.of(
                                "id",
                                "fd",
                                "family",
                                "type",
                                "proto",
                                "state",
                                "timeout",
                                "label",
                                "local_address",
                                "peer_address",
                                "connected_to_itself",
                                "bytes_sent",
                                "bytes_received",
                                "created_at",
                                "origin",
                                "parent",
                                "last_activity",
                                "last_error",
                                "responder",
                                "replies",
                                "unread",
                                "unaccepted",
                                "backlog",
                                "peer_ended",
                                "closed_at"));
    }

    @Test
    void theTimeOfASocketIsAnInstant() {
        Instant created = Instant.parse(api.tcp().view().get("created_at").asString());
        assertThat(created).isBetween(Instant.now().minusSeconds(60), Instant.now());
    }

    @Test
    void aSocketTellsItsLabel() {
        assertThat(api.post("/sockets", json("{'label': 'echo client €'}")))
                .isCreated()
                .has("label", "echo client €");
    }

    @ParameterizedTest
    @CsvSource({
        "AF_INET, SOCK_STREAM, 0, IPPROTO_TCP",
        "AF_INET, SOCK_STREAM, IPPROTO_TCP, IPPROTO_TCP",
        "AF_INET, SOCK_DGRAM, 0, IPPROTO_UDP",
        "AF_INET6, SOCK_STREAM, 0, IPPROTO_TCP",
        "AF_INET6, SOCK_DGRAM, IPPROTO_UDP, IPPROTO_UDP",
        "AF_UNIX, SOCK_STREAM, 0, 0",
        "AF_UNIX, SOCK_DGRAM, 0, 0",
        "AF_UNIX, SOCK_SEQPACKET, 0, 0",
    })
    void aSocketIsOfTheKindAskedFor(String family, String type, String proto, String reported) {
        String kind = "{'family': '%s', 'type': '%s', 'proto': '%s'}";
        assertThat(api.post("/sockets", json(kind, family, type, proto)))
                .isCreated()
                .has("family", family)
                .has("type", type)
                .has("proto", reported);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'AF_INET6'", "10", "'10'", "'0xa'", "' AF_INET6 '"})
    void aConstantIsANameOrANumber(String family) {
        assertThat(api.post("/sockets", json("{'family': " + family + "}")))
                .isCreated()
                .has("family", "AF_INET6");
    }

    @Test
    void namesOfConstantsCanBeJoined() {
        assertThat(api.post("/sockets", json("{'type': 'SOCK_DGRAM|SOCK_NONBLOCK|SOCK_CLOEXEC'}")))
                .isCreated()
                .has("type", "SOCK_DGRAM")
                .has("timeout", 0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{'family': 'AF_NOSUCH'}; family",
                "{'family': ''}; family",
                "{'family': 'AF_INET|'}; family",
                "{'family': 2.5}; family",
                "{'family': true}; family",
                "{'family': [2]}; family",
                "{'family': {}}; family",
                "{'family': {'bits': 2}}; family",
                "{'family': null}; family",
                "{'family': 4294967296}; family",
                "{'family': 18446744073709551618}; family",
                "{'type': 'SOCK_NOSUCH'}; type",
                "{'proto': 'IPPROTO_NOSUCH'}; proto",
                "{'label': 5}; label",
                "{'label': true}; label",
                "{'label': []}; label",
                "{'label': null}; label",
                "{'famly': 'AF_INET'}; famly",
            })
    void aWrongArgumentIsNamed(String request, String field) {
        assertThat(api.post("/sockets", json(request))).isInvalid(field);
    }

    @ParameterizedTest
    @CsvSource({
        "99, SOCK_STREAM, 0, 422, EAFNOSUPPORT",
        "AF_UNIX, SOCK_STREAM, 99, 422, EPROTONOSUPPORT",
        "AF_INET, SOCK_STREAM, IPPROTO_UDP, 422, EPROTONOSUPPORT",
        "AF_INET, SOCK_SEQPACKET, 0, 422, ESOCKTNOSUPPORT",
        "AF_INET, 99, 0, 409, EINVAL",
    })
    void whatTheKernelRefusesIsItsErrno(
            String family, String type, String proto, int status, String symbol) {
        String kind = "{'family': '%s', 'type': '%s', 'proto': '%s'}";
        assertThat(api.post("/sockets", json(kind, family, type, proto)))
                .isProblem(status, "socket-error", symbol)
                .has("call", "socket")
                .lacks("socket_id");
    }

    @Test
    void aRawSocketKeepsItsProtocol() {
        ApiSocket raw =
                Capabilities.socketOrSkip(
                        api, json("{'type': 'SOCK_RAW', 'proto': 'IPPROTO_ICMP'}"));
        assertThat(api.get("/sockets/" + raw.id()))
                .has("type", "SOCK_RAW")
                .has("proto", "IPPROTO_ICMP")
                .has("state", "UNCONNECTED");
    }

    /// Their addresses do not tell: what a bind to all of them leaves is what was there before.
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{'type': 'SOCK_RAW', 'proto': 'IPPROTO_ICMP'}; ['', 0]",
                "{'type': 'SOCK_RAW', 'proto': 'IPPROTO_ICMP'}; ['127.0.0.1', 0]",
                "{'family': 'AF_INET6', 'type': 'SOCK_RAW', 'proto': 'IPPROTO_ICMPV6'}; ['::', 0]",
                "{'family': 'AF_PACKET', 'type': 'SOCK_RAW'}; ['', 'ETH_P_IP']",
                "{'family': 'AF_PACKET', 'type': 'SOCK_DGRAM'}; ['lo', 0]",
                "{'family': 'AF_NETLINK', 'type': 'SOCK_RAW'}; [0, 0]",
                "{}; ['', 0]",
            })
    void aSocketIsBoundOnceItsBindHasSucceeded(String kind, String address) {
        ApiSocket socket = Capabilities.socketOrSkip(api, json(kind));
        assertThat(socket.state()).isEqualTo("UNCONNECTED");
        assertThat(socket.bind(json(address))).isDone();
        assertThat(socket.state()).isEqualTo("BOUND");
        ApiSocket copy = api.socketOf(socket.post("dup").at("id").asString());
        assertThat(copy.state()).isEqualTo("BOUND");
    }

    @Test
    void aSocketIsFoundByItsId() {
        ApiSocket socket = api.tcp();
        assertThat(api.get("/sockets/" + socket.id())).isOk().has("id", socket.id());
    }

    @Test
    void idsAreNeverUsedAgain() {
        ApiSocket first = api.tcp();
        assertThat(first.close()).isDone();
        assertThat(api.tcp().id()).isNotEqualTo(first.id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"s-0", "s-1234567890", "nonsense", "s-", "s--1", "42"})
    void anIdThatNeverWasIsNotFound(String id) {
        assertThat(api.get("/sockets/" + id)).isProblem(404, "not-found");
        assertThat(api.delete("/sockets/" + id)).isProblem(404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"s-0%s", "s-+%s", "s-%s ", "S-%s", "%s"})
    void anIdHasOneSpellingOnly(String spelling) {
        String number = api.tcp().id().substring("s-".length());
        String other = spelling.formatted(number).replace(" ", "%20");
        assertThat(api.get("/sockets/" + other)).isProblem(404, "not-found");
    }

    @Test
    void theListHasTheOpenSockets() {
        ApiSocket first = api.tcp();
        ApiSocket second = api.udp();
        assertThat(idsOf("/sockets")).containsExactly(first.id(), second.id());
    }

    @ParameterizedTest
    @CsvSource({
        "state=BOUND, bound",
        "state=LISTENING, listening",
        "family=AF_INET6, inet6",
        "family=10, inet6",
        "type=SOCK_DGRAM, datagrams",
        "q=INET6, inet6",
        "q=listen, listening",
        "family=AF_INET&type=SOCK_DGRAM&state=UNCONNECTED, datagrams",
        "offset=1&limit=1, listening",
        "limit=1, bound",
    })
    void theListCanBeNarrowed(String query, String label) {
        api.socket(json("{'label': 'bound'}")).bound();
        ApiSocket listening = api.socket(json("{'label': 'listening'}")).bound();
        assertThat(listening.post("listen")).isDone();
        api.socket(json("{'label': 'inet6', 'family': 'AF_INET6'}"));
        api.socket(json("{'label': 'datagrams', 'type': 'SOCK_DGRAM'}"));
        assertThat(labelsOf("/sockets?" + query)).containsExactly(label);
    }

    @Test
    void theTotalCountsBeyondThePage() {
        api.tcp();
        api.tcp();
        assertThat(api.get("/sockets?limit=1")).isOk().has("total", 2);
        assertThat(api.get("/sockets?limit=0"))
                .isOk()
                .has("total", 2)
                .has("items", Json.read("[]"));
        assertThat(api.get("/sockets?offset=5"))
                .isOk()
                .has("total", 2)
                .has("items", Json.read("[]"));
    }

    @ParameterizedTest
    @CsvSource({
        "state=NOSUCH, state",
        "family=AF_NOSUCH, family",
        "type=x, type",
        "offset=-1, offset",
        "limit=-1, limit",
        "limit=x, limit",
    })
    void aWrongArgumentOfTheListIsNamed(String query, String field) {
        assertThat(api.get("/sockets?" + query)).isInvalid(field);
    }

    @Test
    void aClosedSocketIsListedOnlyWhereAskedFor() {
        ApiSocket socket = api.tcp();
        assertThat(socket.close()).isDone();
        assertThat(idsOf("/sockets")).doesNotContain(socket.id());
        assertThat(idsOf("/sockets?state=CLOSED&limit=20000")).contains(socket.id());
    }

    @Test
    void aClosedSocketIsShownAsClosed() {
        ApiSocket socket = api.socket(json("{'label': 'gone for good'}"));
        assertThat(socket.close()).isDone();
        assertThat(api.get("/sockets?state=CLOSED&q=gone+for+good"))
                .has("items/0/id", socket.id())
                .has("items/0/state", "CLOSED");
    }

    @Test
    void ofAConnectionThatWasBrokenOffTheListKeepsThePeer() throws IOException {
        ApiSocket listener = api.listener();
        try (Socket peer = Peers.connectTo(listener)) {
            ApiSocket socket = listener.accepted();
            Peers.reset(peer);
            assertThat(socket.recv(1)).isProblem(502, "socket-error", "ECONNRESET");
            assertThat(socket.state()).isEqualTo("BOUND");
            assertThat(socket.close()).isDone();
            assertThat(api.get("/sockets?state=CLOSED&q=" + socket.id()))
                    .has("items/0/peer_address/port", peer.getLocalPort());
        }
    }

    @Test
    void closingTwiceIsGone() {
        ApiSocket socket = api.tcp();
        assertThat(socket.close()).isDone();
        assertThat(socket.close()).isClosed().has("call", "close").has("socket_id", socket.id());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            nullValues = "-",
            value = {
                "GET; fileno; -",
                "GET; getpeername; -",
                "GET; getsockname; -",
                "GET; getsockopt?level=1&optname=3; -",
                "GET; getblocking; -",
                "GET; gettimeout; -",
                "POST; accept; -",
                "POST; bind; {'address': {'host': '127.0.0.1', 'port': 0}}",
                "POST; connect; {'address': {'host': '127.0.0.1', 'port': 1}}",
                "POST; connect_ex; {'address': {'host': '127.0.0.1', 'port': 1}}",
                "POST; setsockopt; {'level': 1, 'optname': 2, 'value': 1}",
                "POST; listen; {}",
                "POST; recv; {'bufsize': 1}",
                "POST; recv; {'bufsize': 0}",
                "POST; recvfrom; {'bufsize': 1}",
                "POST; recvmsg; {'bufsize': 1}",
                "POST; send; {'data': ''}",
                "POST; sendall; {'data': ''}",
                "POST; sendto; {'data': '', 'address': {'host': '127.0.0.1', 'port': 1}}",
                "POST; sendmsg; {'buffers': []}",
                "POST; setblocking; {'flag': true}",
                "POST; settimeout; {'timeout': null}",
                "POST; shutdown; {'how': 2}",
                "POST; dup; -",
            })
    void everyCallOnAClosedSocketIsGone(String method, String call, String body) {
        ApiSocket socket = api.tcp();
        assertThat(socket.close()).isDone();
        Api.Request request = api.request(method, socket.path(call));
        assertThat((body == null ? request : request.json(json(body))).send())
                .isClosed()
                .has("call", call.replaceFirst("\\?.*", ""))
                .has("socket_id", socket.id());
    }

    @Test
    void aClosedSocketItselfIsGone() {
        ApiSocket socket = api.tcp();
        assertThat(socket.close()).isDone();
        assertThat(api.get("/sockets/" + socket.id())).isClosed();
        assertThat(
                        api.post(
                                "/select",
                                json("{'read': ['%s'], 'write': [], 'except': []}", socket.id())))
                .isClosed();
    }

    @Test
    void aPairIsOfUnixStreamsByDefault() {
        Answer answer = api.post("/sockets/socketpair");
        assertThat(answer)
                .isCreated()
                .has("sockets/0/family", "AF_UNIX")
                .has("sockets/1/type", "SOCK_STREAM")
                .has("sockets/0/state", "CONNECTED")
                .has("sockets/1/origin", "socketpair")
                .hasHeader("Location", "/api/v1/sockets/" + answer.at("sockets/0/id").asString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"SOCK_STREAM", "SOCK_DGRAM", "SOCK_SEQPACKET"})
    void aPairCarriesBytesBothWays(String type) {
        Api.Pair pair = api.pair(json("{'type': '%s'}", type));
        assertThat(pair.first().send("there")).has("sent", 5);
        assertThat(pair.second().recv(100)).hasData("there");
        assertThat(pair.second().send("back")).has("sent", 4);
        assertThat(pair.first().recv(100)).hasData("back");
    }

    @Test
    void bothSocketsOfAPairHaveTheModeOfItsType() {
        String type = json("{'type': 'SOCK_STREAM|SOCK_NONBLOCK'}");
        assertThat(api.post("/sockets/socketpair", type))
                .isCreated()
                .has("sockets/0/type", "SOCK_STREAM")
                .has("sockets/0/timeout", 0)
                .has("sockets/1/timeout", 0);
    }

    @Test
    void aPairOfInternetSocketsDoesNotExist() {
        assertThat(api.post("/sockets/socketpair", json("{'family': 'AF_INET'}")))
                .isProblem(422, "socket-error", "EOPNOTSUPP");
    }

    @Test
    void aDuplicateIsAnotherDescriptorOfTheSameSocket() {
        ApiSocket socket = api.udp().bound().within(2.5);
        Answer answer = socket.post("dup");
        assertThat(answer)
                .isCreated()
                .has("origin", "dup")
                .has("timeout", 2.5)
                .has("local_address/port", socket.port());
        assertThat(answer.at("fd").asInt()).isNotEqualTo(socket.fd());
        assertThat(socket.close()).isDone();
        assertThat(api.get("/sockets/" + answer.at("id").asString())).isOk();
    }

    @Test
    void aDuplicateReceivesWhatIsForTheOther() {
        Api.Pair pair = api.pair();
        ApiSocket copy = api.socketOf(pair.first().post("dup").at("id").asString());
        assertThat(pair.first().close()).isDone();
        assertThat(pair.second().send("still here")).has("sent", 10);
        assertThat(copy.recv(100)).hasData("still here");
    }

    @Test
    void theBytesOfASocketAreCounted() {
        Api.Pair pair = api.pair();
        assertThat(pair.first().send("12345")).isOk();
        assertThat(pair.second().recv(3)).isOk();
        assertThat(pair.first().view().get("bytes_sent").asInt()).isEqualTo(5);
        assertThat(pair.second().view().get("bytes_received").asInt()).isEqualTo(3);
    }

    @Test
    void bytesThatAreDiscardedOrCutAreCountedToo() {
        Api.Pair stream = api.connection();
        assertThat(stream.first().send("12345")).isOk();
        assertThat(stream.second().recv(4, "MSG_TRUNC|MSG_WAITALL")).has("length", 4);
        assertThat(stream.second().recv(1)).has("offset", 4);
        assertThat(stream.second().view().get("bytes_received").asInt()).isEqualTo(5);
        Api.Pair messages = api.pair(json("{'type': 'SOCK_DGRAM'}"));
        assertThat(messages.first().send("12345")).isOk();
        assertThat(messages.second().recv(3)).has("length", 5);
        assertThat(messages.second().view().get("bytes_received").asInt()).isEqualTo(5);
    }

    @Test
    void peekingIsNotCounted() {
        Api.Pair pair = api.pair();
        assertThat(pair.first().send("12345")).isOk();
        assertThat(pair.second().recv(3, "MSG_PEEK")).hasData("123");
        assertThat(pair.second().view().get("bytes_received").asInt()).isZero();
    }

    private List<String> idsOf(String path) {
        return membersOf(path, "id");
    }

    private List<String> labelsOf(String path) {
        return membersOf(path, "label");
    }

    private List<String> membersOf(String path, String member) {
        Answer answer = api.get(path);
        assertThat(answer).isOk();
        return StreamSupport.stream(answer.at("items").spliterator(), false)
                .map((JsonNode item) -> item.get(member).asString(""))
                .toList();
    }
}
