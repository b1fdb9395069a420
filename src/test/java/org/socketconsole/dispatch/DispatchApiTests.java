package org.socketconsole.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.socketconsole.testing.AnswerAssert.assertThat;
import static org.socketconsole.testing.Json.json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.socketconsole.testing.Answer;
import org.socketconsole.testing.ApiSocket;
import org.socketconsole.testing.Bytes;
import org.socketconsole.testing.ContractTests;
import org.socketconsole.testing.RawConnection;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.util.List;

class DispatchApiTests extends ContractTests {

    /// Refusals of each step on the way of a call, each of another kind.
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "POST; /sockets; {; 400; socket",
                "POST; /sockets; []; 400; socket",
                "POST; /sockets; {'nosuch': 1}; 400; socket",
                "POST; /sockets; {'family': 'AF_NOSUCH'}; 400; socket",
                "POST; /sockets?wait=soon; {}; 400; socket",
                "POST; /sockets/s-0/recv; {}; 404; recv",
                "POST; /select; {'read': ['s-0']}; 404; select",
                "POST; /sockets/fromfd; {'fd': 0, 'family': 2, 'type': 1}; 422; fromfd",
                "GET; /dns/getaddrinfo?port=70000; ; 400; getaddrinfo",
                "GET; /dns/gethostbyname; ; 400; gethostbyname",
                "GET; /netdb/getservbyname?servicename=%00; ; 400; getservbyname",
                "GET; /byteorder/htons?x=70000; ; 400; htons",
                "GET; /byteorder/inet_ntop?family=AF_UNIX&packed_ip=AAAA; ; 400; inet_ntop",
                "POST; /files/f-0/read; {}; 404; file.read",
            })
    void whateverRefusesACallItStandsInTheListOfCalls(
            String method, String path, String body, int status, String call) {
        long before = lastCall();
        var request = api.request(method, path);
        Answer answer = (body == null ? request : request.json(json(body))).send();
        assertThat(answer).hasStatus(status);
        assertEnded(answer, call, before);
    }

    /// What a rule, a list of what is refused, and the form of a request or an answer refuse.
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "setsockopt; {'level': 1, 'optname': 76, 'value': 1}; application/json; ; 403",
                "sendmsg; {'buffers': [], 'ancdata': [{'level': 1, 'type': 1, 'data': 'AAAAAA=='}]};"
                        + " application/json; ; 403",
                "connect; {'address': {'host': '127.0.0.1', 'port': PORT}}; application/json; ; 403",
                "bind; ['127.0.0.2', PORT]; application/json; ; 400",
                "bind; {'address': ['127.0.0.2', PORT]}; application/json; ; 403",
                "recv; {}; application/json; image/png; 406",
                "recv; LONG; application/json; ; 413",
                "send; LONG; application/octet-stream; ; 413",
                "recv; {}; text/xml; ; 415",
            })
    void norIsARefusalLeftOutThatIsOfASocketOrOfHttp(
            String call, String body, String type, String accept, int status) {
        ApiSocket socket = api.tcp();
        long before = lastCall();
        String bytes =
                body.equals("LONG")
                        ? " ".repeat(33 * 1024 * 1024)
                        : json(body.replace("PORT", "" + api.port()));
        var request = api.request("POST", socket.path(call)).body(type, Bytes.of(bytes));
        Answer answer = (accept == null ? request : request.accept(accept)).send();
        assertThat(answer).hasStatus(status);
        assertEnded(answer, call, before);
    }

    private void assertEnded(Answer answer, String call, long before) {
        assertThat(answer).has("call", call);
        assertThat(api.get("/calls?after=" + before).at("items"))
                .filteredOn(ended -> ended.get("call").asString().equals(call))
                .singleElement()
                .satisfies(ended -> assertThat(ended.get("kind")).isEqualTo(answer.at("kind")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "send; {}",
                "send; {",
                "setsockopt; {'level': 'SOL_NOSUCH'}",
                "bind; {'address': {'host': 5}}",
                "sendmsg; {'buffers': [], 'ancdata': [{'level': 1, 'type': 1, 'data': 'AA=='}]}",
                "settimeout; {'timeout': -1}",
                "makefile; {'mode': 'x'}",
            })
    void aClosedSocketIsGoneWhateverIsWrongWithTheArguments(String call, String body) {
        ApiSocket socket = api.tcp();
        assertThat(socket.close()).isDone();
        long before = lastCall();
        assertThat(socket.post(call, json(body))).isClosed().has("call", call);
        assertThat(socket.post(call + "?wait=soon", "{}")).isClosed();
        assertThat(api.request("POST", socket.path(call)).body("text/xml", Bytes.of("x")).send())
                .isClosed();
        assertThat(api.get("/calls?after=" + before + "&socket=" + socket.id()).at("items"))
                .hasSize(3)
                .allMatch(ended -> ended.get("symbol").asString().equals("EBADF"));
    }

    @Test
    void aWebSocketOfASocketsBytesThatIsRefusedStandsInTheListOfCalls() throws IOException {
        ApiSocket closed = api.tcp();
        closed.close();
        for (ApiSocket socket : List.of(api.socketOf("s-0"), closed, api.tcp(), api.udp())) {
            long before = lastCall();
            Answer refused = upgraded(socket);
            assertThat(refused).has("call", "receive_stream");
            assertThat(api.get("/calls?after=" + before).at("items"))
                    .singleElement()
                    .satisfies(
                            ended -> {
                                assertThat(ended.get("call").asString())
                                        .isEqualTo("receive_stream");
                                assertThat(ended.get("kind")).isEqualTo(refused.at("kind"));
                            });
        }
    }

    private Answer upgraded(ApiSocket socket) throws IOException {
        try (RawConnection connection = new RawConnection(api)) {
            return connection.head("GET", socket.path("ws"), RawConnection.UPGRADE).answer();
        }
    }

    @Test
    void anArgumentThatCannotBeWrittenDoesNotChangeTheAnswer() {
        ApiSocket socket = api.pair().first();
        assertThat(socket.post("send", json("{'text': 'a', 'hex': '61'}"))).isInvalid("data");
        assertThat(lastOf(socket).get("text").asString()).contains("text='a'", "hex='61'");
    }

    @Test
    void aPayloadIsShortenedInTheListOfCalls() {
        ApiSocket socket = api.pair().first();
        String text = "x".repeat(5000);
        assertThat(socket.post("send", json("{'text': '%s'}", text))).isOk();
        assertThat(lastOf(socket).get("text").asString())
                .isEqualTo("send(b'" + "x".repeat(32) + "'… 5000)");
    }

    @Test
    void anAnswerThatTheClientDoesNotTakeIsNotMadeAndNothingIsLost() {
        var pair = api.pair();
        assertThat(pair.first().send("kept")).isOk();
        Answer refused = api.request("POST", pair.second().path("recv")).accept("image/png").send();
        assertThat(refused).isProblem(406, "invalid-argument").has("call", "recv");
        assertThat(pair.second().recv(10)).isOk().hasData("kept");
    }

    @Test
    void aCallOfAClientIsByNobodyElse() {
        ApiSocket socket = api.tcp();
        assertThat(socket.get("fileno")).isOk();
        assertThat(lastOf(socket).get("by").isNull()).isTrue();
    }

    private JsonNode lastOf(ApiSocket socket) {
        return api.get("/calls?limit=1&socket=" + socket.id()).at("items/0");
    }

    private long lastCall() {
        return api.get("/calls?limit=1").at("items/0/seq").asLong(0);
    }
}
