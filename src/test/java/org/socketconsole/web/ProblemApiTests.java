package org.socketconsole.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.socketconsole.testing.AnswerAssert.assertThat;
import static org.socketconsole.testing.Json.base64;
import static org.socketconsole.testing.Json.json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.socketconsole.testing.Answer;
import org.socketconsole.testing.Api;
import org.socketconsole.testing.ApiSocket;
import org.socketconsole.testing.Bytes;
import org.socketconsole.testing.ContractTests;
import org.socketconsole.testing.RawConnection;
import org.socketconsole.testing.RawHttp;

import java.io.IOException;
import java.util.Arrays;

class ProblemApiTests extends ContractTests {

    /// An upgrade to a WebSocket without version and key.
    private static final String[] HALF = {"Connection: Upgrade", "Upgrade: websocket"};

    private static final int MANY = 100_000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nosuch",
                "/",
                "/sockets/",
                "/sockets/s-1/nosuch",
                "/dns",
                "/Sockets",
                "/%20"
            })
    void aPathThatIsNotThereIsNotFound(String path) {
        assertThat(api.get(path)).isProblem(404, "not-found").lacks("errno");
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, /sockets, 'GET, POST'",
        "DELETE, /sockets, 'GET, POST'",
        "PATCH, /sockets, 'GET, POST'",
        "POST, /sockets/s-1, 'DELETE, GET'",
        "GET, /sockets/s-1/bind, POST",
        "GET, /sockets/s-1/recv, POST",
        "POST, /sockets/s-1/fileno, GET",
        "PUT, /select, POST",
        "POST, /dns/gethostname, GET",
        "DELETE, /constants, GET",
        "FOO, /errno, GET",
    })
    void aMethodThatAPathDoesNotHaveIsNotAllowed(String method, String path, String allowed) {
        Answer answer = api.request(method, path).send();
        assertThat(answer).isProblem(405, "invalid-argument");
        assertThat(answer.header("Allow").split(", ?")).contains(allowed.split(", "));
    }

    @Test
    void traceIsNotAllowedAndNotEchoed() throws IOException {
        Answer answer = RawHttp.send(api, "TRACE", "/api/v1/sockets");
        assertThat(answer).isProblem(405, "invalid-argument");
        assertThat(answer.header("Allow")).contains("POST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\\u0000", "\\t", "1"})
    void aStringIsNoNumberNotEvenABlankOne(String text) {
        String request = "{\"bufsize\": \"%s\"}".formatted(text);
        assertThat(api.udp().post("recv", request)).isInvalid("bufsize");
    }

    @Test
    void aBlankQueryIsNoNumber() {
        assertThat(api.get("/byteorder/htons?x=%00")).isInvalid("x");
        assertThat(api.get("/byteorder/htons?x=")).isInvalid("x");
    }

    @Test
    void aMemberThatIsThereTwiceIsInvalid() {
        assertThat(api.post("/sockets", "{\"type\": 1, \"type\": 2}")).isInvalid("body");
    }

    @Test
    void headAnswersAsGetWithoutTheBody() {
        assertThat(api.request("HEAD", "/sockets").send()).isOk().hasBody(new byte[0]);
    }

    @Test
    void optionsTellTheMethods() {
        Answer answer = api.request("OPTIONS", "/sockets").send();
        assertThat(answer).isOk();
        assertThat(answer.header("Allow")).contains("GET").contains("POST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sockets", "/sockets/s-1", "/select", "/constants", "/events"})
    void whatIsNotAllowedIsToldWithTheMethodsThatOptionsTells(String path) {
        String allowed = api.request("FOO", path).send().header("Allow");
        String told = api.request("OPTIONS", path).send().header("Allow");
        assertThat(allowed.split(", ?")).containsExactlyInAnyOrder(told.split(", ?"));
    }

    @Test
    void aPreflightIsAnOptionsLikeAnyOther() throws IOException {
        assertThat(preflight("/api/v1/no-such-path")).isProblem(404, "not-found");
        assertThat(preflight("/api/v1/sockets").header("Allow"))
                .contains("POST")
                .doesNotContain("TRACE");
    }

    private Answer preflight(String path) throws IOException {
        String host = "127.0.0.1:" + api.port();
        return RawHttp.send(
                api,
                "OPTIONS",
                path,
                "Host: " + host,
                "Origin: http://" + host,
                "Access-Control-Request-Method: POST",
                "Authorization: Bearer " + Api.TOKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/channel", "/live", "/sockets/s-1/ws"})
    void aPathOfAWebSocketRefusesAllElseAsAnyPathDoes(String path) {
        assertThat(api.request("POST", path).send()).isProblem(405, "invalid-argument");
        assertThat(api.request("POST", path).send().header("Allow")).startsWith("GET");
        assertThat(api.request("GET", path).header("Authorization", "Bearer wrong").send())
                .isProblem(401, "unauthenticated");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/channel", "/live"})
    void anUpgradeThatIsNoneIsAProblem(String path) throws IOException {
        assertThat(api.get(path)).isProblem(426, "invalid-argument");
        try (RawConnection connection = new RawConnection(api)) {
            Answer answer = connection.head("GET", path, HALF).answer();
            assertThat(answer).isProblem(426, "invalid-argument");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/xml",
                "text/plain",
                "application/octet-stream",
                "nonsense",
                "a/b/c",
                "application/x-www-form-urlencoded",
                "multipart/form-data",
                "*/*"
            })
    void aBodyTypeThatACallDoesNotTakeIsUnsupported(String type) {
        assertThat(api.request("POST", "/sockets").body(type, Bytes.of("{}")).send())
                .isProblem(415, "invalid-argument");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/json", "application/json; charset=utf-8", "APPLICATION/JSON"})
    void jsonIsTakenInEverySpellingOfItsType(String type) {
        assertThat(api.request("POST", "/sockets").body(type, Bytes.of("{}")).send()).isCreated();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "}",
                "{'a'}",
                "{} {}",
                "{}x",
                "x",
                "[]",
                "[{}]",
                "\"x\"",
                "null",
                "true",
                "1",
                "{\"family\": NaN}",
                "{\"family\": 01}",
                "{\"label\": \"\u0001\"}",
                "{'label': \"x\"}",
                "{\"label\": \"\\x\"}",
                "{,}",
                "{\"a\":1,}",
                "//",
                "\u00ff",
                " "
            })
    void aBodyThatIsNoJsonObjectIsInvalid(String body) {
        byte[] bytes = Bytes.of(body);
        assertThat(api.request("POST", "/sockets").body("application/json", bytes).send())
                .isInvalid("body");
    }

    @Test
    void aBodyThatIsNestedDeeplyIsInvalid() {
        String arrays = "{\"family\": " + "[".repeat(MANY) + "]".repeat(MANY) + "}";
        assertThat(api.post("/sockets", arrays)).isInvalid("body");
        String objects = "{\"family\":".repeat(MANY) + "1" + "}".repeat(MANY);
        assertThat(api.post("/sockets", objects)).isInvalid("body");
        String below = "{\"family\": " + "[".repeat(400) + "]".repeat(400) + "}";
        assertThat(api.post("/sockets", below)).isInvalid("family");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e999999999",
                "-1e999999999",
                "1e-999999999",
                "9223372036854775807",
                "9223372036854775808",
                "-9223372036854775808",
                "18446744073709551617",
                "-1.5",
                "1e3"
            })
    void aNumberOfAnySizeIsAnArgumentAtMost(String number) {
        assertThat(api.post("/sockets", "{\"family\": " + number + "}")).isInvalid("family");
        assertThat(api.tcp().post("listen", "{\"backlog\": " + number + "}")).isInvalid("backlog");
        assertThat(api.tcp().post("recvmsg", "{\"ancbufsize\": " + number + "}"))
                .isInvalid("ancbufsize");
    }

    @Test
    void aNumberOfVeryManyDigitsIsInvalid() {
        Answer answer = api.post("/sockets", "{\"family\": " + "9".repeat(MANY) + "}");
        assertThat(answer).isProblem(400, "invalid-argument");
    }

    @Test
    void aVeryLongNameOfAMemberIsInvalid() {
        assertThat(api.post("/sockets", json("{'%s': 1}", "x".repeat(MANY))))
                .isProblem(400, "invalid-argument");
    }

    @Test
    void aVeryLongNameOfAConstantIsInvalid() {
        Answer answer = api.post("/sockets", json("{'family': '%s'}", "A".repeat(MANY)));
        assertThat(answer).isInvalid("family");
        assertThat(answer.body().length).isLessThan(2000);
    }

    @Test
    void aBodyThatIsTooLargeIsRefused() {
        byte[] body = new byte[32 * 1024 * 1024 + 1];
        Arrays.fill(body, (byte) ' ');
        assertThat(api.request("POST", "/sockets").body("application/json", body).send())
                .isProblem(413, "invalid-argument")
                .names("body");
    }

    @Test
    void aBodyOfTheLargestSizeIsTaken() {
        byte[] data = new byte[23 * 1024 * 1024];
        assertThat(api.tcp().post("send?wait=0", json("{'data': '%s'}", base64(data))))
                .isProblem(502, "socket-error", "EPIPE");
    }

    @Test
    void whatTheBodyHasNotMayStandInTheQuery() {
        assertThat(api.post("/sockets?family=AF_INET6", "{}"))
                .isCreated()
                .has("family", "AF_INET6");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, '/byteorder/htons?x=1&y=2', y",
        "GET, '/sockets?nosuch=1', nosuch",
        "GET, '/sockets?=1', ''",
        "POST, '/sockets?nosuch=1', nosuch",
        "POST, '/sockets?Family=AF_INET', Family",
        "POST, '/sockets/s-0/accept?backlog=1', backlog",
        "DELETE, '/sockets/s-0?backlog', backlog",
        "GET, '/dns/gethostname?name=x', name",
    })
    void aParameterOfTheQueryThatACallDoesNotHaveIsNamed(String method, String path, String field) {
        String id = api.tcp().id();
        Answer answer = api.request(method, path.replace("s-0", id)).send();
        assertThat(answer).isInvalid(field);
        assertThat(answer.at("detail").asString()).contains("is not known here; known are ");
    }

    @Test
    void aCallWithoutArgumentsRefusesThoseInItsBody() {
        ApiSocket listener = api.listener();
        assertThat(listener.post("accept", "{\"backlog\": 1}")).isInvalid("backlog");
        assertThat(listener.post("accept", "[]")).isInvalid("body");
        String path = "/sockets/" + listener.id();
        assertThat(api.request("DELETE", path).json("{\"how\": 2}").send()).isInvalid("how");
        assertThat(
                        api.request("POST", listener.path("accept"))
                                .body("application/octet-stream", new byte[1])
                                .send())
                .hasStatus(415);
        assertThat(api.get(path)).isOk().has("state", "LISTENING");
    }

    @Test
    void aReceiveWithAMisspeltSizeTakesNothing() {
        Api.Pair pair = api.pair();
        assertThat(pair.first().send("abc")).isOk();
        assertThat(
                        api.request("POST", pair.second().path("recv?bufzise=1"))
                                .accept("application/octet-stream")
                                .send())
                .isInvalid("bufzise");
        assertThat(pair.second().recv(9)).hasData("abc");
    }

    @ParameterizedTest
    @CsvSource({
        "'/byteorder/htons?x=1&x=1', x",
        "'/byteorder/htons?x=1&wait=1&wait=2', wait",
        "'/dns/gethostname?wait=1&wait=2', wait",
    })
    void aParameterOfTheQueryThatIsThereTwiceIsNamed(String path, String field) {
        assertThat(api.get(path)).isInvalid(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x=%zz", "x=%", "x=%ff", "x=1&%zz=1", "x=%e2%82"})
    void aQueryThatIsMalformedIsTheClients(String query) throws IOException {
        assertThat(RawHttp.send(api, "GET", "/api/v1/byteorder/htons?" + query))
                .isProblem(400, "invalid-argument");
    }

    @Test
    void whatIsNoCallMindsNoParameter() {
        assertThat(api.outside("GET", "/v3/api-docs?nosuch=1").send()).isOk();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "*/*",
                "application/*",
                "text/html, */*",
                "*/*;q=0, application/json",
                "text/*;q=0, */*;q=0.1",
                "application/json, application/problem+json"
            })
    void anAcceptedTypeOfJsonIsAnsweredInJson(String accept) {
        Answer answer = api.request("GET", "/sockets").accept(accept).send();
        assertThat(answer).isOk();
        assertThat(answer.contentType()).isEqualTo("application/json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "image/png", "application/octet-stream", "nonsense"})
    void anErrorIsAProblemWhateverIsAccepted(String accept) {
        assertThat(api.request("GET", "/sockets/s-0").accept(accept).send())
                .isProblem(404, "not-found");
        assertThat(api.request("GET", "/nosuch").accept(accept).send()).isProblem(404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html",
                "image/png",
                "nonsense",
                "application/json;q=0",
                "application/json;q=0, */*",
                "application/*;q=0, */*;q=0.5",
                "*/*;q=0"
            })
    void anAnswerOfATypeThatThereIsNotIsNotAcceptable(String accept) {
        assertThat(api.request("GET", "/sockets").accept(accept).send())
                .isProblem(406, "invalid-argument");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/v1/sockets/%00 | 400",
                "/api/v1/sockets/%2f | 400",
                "/api/v1/sockets/..%2f.. | 400",
                "/api/v1/sockets// | 400",
                "/api/v1/sockets/%ff | 400",
                "/api/v1/sockets/% | 400",
                "/api/v1/sockets/%zz | 400",
                "/api/v1/sockets/s-0;x=y | 404",
                "/api/v1/sockets/s-0%3bx | 404",
                "/api/v1/sockets/%5c | 400",
                "/api/v1/../v1/nosuch | 404",
                "/api/v1/%2e%2e/nosuch | 400",
                "/api/v1/constants/%e2%82%ac | 404",
                "/api/v1/constants/%25s | 400",
                "/api/v1/constants/<script> | 400",
                "/api/v1/constants/a b | 400",
            })
    void aStrangePathIsAProblemOfTheClient(String target, int status) throws IOException {
        assertThat(RawHttp.send(api, "GET", target)).isProblem().hasStatus(status);
    }

    @ParameterizedTest
    @CsvSource({
        "DELETE, /api/v1/sockets/%00, 400",
        "PUT, /api/v1/sockets/%2f, 400",
        "OPTIONS, *, 404",
    })
    void whatJettyRefusesIsAProblemWhateverTheMethod(String method, String target, int status)
            throws IOException {
        String kind = status == 404 ? "not-found" : "invalid-argument";
        assertThat(RawHttp.send(api, method, target)).isProblem(status, kind);
    }

    @Test
    void aRequestForATunnelIsAProblemAndTheEndOfItsConnection() throws IOException {
        try (RawConnection connection = new RawConnection(api)) {
            connection.write("CONNECT peer.test:80 HTTP/1.1\r\nHost: 127.0.0.1:80\r\n\r\n");
            assertThat(connection.answer()).isProblem().hasHeader("Connection", "close");
            assertThat(connection.isEndedWithin(10_000)).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"GET, 404", "POST, 404", "DELETE, 404"})
    void whereSpringHasItsPageOfErrorsThereIsNothing(String method, int status) {
        assertThat(api.outside(method, "/error").header("Authorization", "").send())
                .isProblem(status, "not-found");
    }

    @Test
    void aBrowserIsToldSoWithAPage() throws IOException {
        try (RawConnection connection = new RawConnection(api)) {
            Answer answer = connection.headOf("GET", "/error", "Accept: text/html").answer();
            assertThat(answer).hasStatus(404);
            assertThat(answer.contentType()).isEqualTo("text/html");
        }
    }

    @Test
    void aPathThatIsTooLongIsAProblem() throws IOException {
        Answer answer = RawHttp.send(api, "GET", "/api/v1/sockets/" + "a".repeat(20_000));
        assertThat(answer).isProblem().hasStatus(414);
    }

    @Test
    void withoutTheTokenThereIsNoAnswer() {
        for (String header : new String[] {"", "Bearer wrong", "Basic eDp5", "Bearer", "Bearer "}) {
            Answer answer = api.request("GET", "/sockets").header("Authorization", header).send();
            assertThat(answer)
                    .isProblem(401, "unauthenticated")
                    .hasHeader("WWW-Authenticate", "Bearer");
        }
    }

    @Test
    void withoutTheTokenNoPathIsTold() {
        assertThat(api.request("GET", "/nosuch").header("Authorization", "x").send())
                .isProblem(401, "unauthenticated");
        assertThat(api.request("PUT", "/sockets").header("Authorization", "x").send())
                .isProblem(401, "unauthenticated");
    }

    @Test
    void theDescriptionNeedsNoToken() {
        assertThat(api.outside("GET", "/v3/api-docs").header("Authorization", "x").send()).isOk();
    }

    @Test
    void aProblemTellsItsCallAndSocketAndTime() {
        var socket = api.tcp();
        Answer answer = socket.recv(1);
        assertThat(answer)
                .isProblem(409, "socket-error", "ENOTCONN")
                .has("call", "recv")
                .has("socket_id", socket.id())
                .has("instance", "/api/v1" + socket.path("recv"))
                .has("title", "Conflict")
                .lacks("field")
                .lacks("retry")
                .lacks("sent");
        assertThat(answer.at("elapsed").isNumber()).isTrue();
    }
}
