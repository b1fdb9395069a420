package org.socketconsole.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.socketconsole.testing.AnswerAssert.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.socketconsole.testing.Answer;
import org.socketconsole.testing.ContractTests;
import org.socketconsole.testing.NameServer;
import org.socketconsole.testing.Peers;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

class QueryApiTests extends ContractTests {

    private NameServer server;

    @BeforeEach
    void serve() throws IOException {
        server = new NameServer();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void anAnswerHasItsRecordsWithTheirTimes() {
        Answer answer = query("plain.test");
        assertThat(answer).isOk().has("rcode", "NOERROR").has("server", "127.0.0.1");
        assertThat(answer.at("transport").asString()).isEqualTo("udp");
        assertThat(answer.at("flags").toString()).isEqualTo("[\"qr\"]");
        assertThat(answer.at("items").size()).isEqualTo(1);
        assertThat(answer.at("items/0").toString())
                .isEqualTo(
                        "{\"section\":\"answer\",\"name\":\"plain.test.\",\"type\":\"A\","
                                + "\"ttl\":300,\"data\":\"192.0.2.1\"}");
    }

    @Test
    void thatThereIsNoSuchNameIsAnAnswer() {
        Answer answer = query("missing.test");
        assertThat(answer).isOk().has("rcode", "NXDOMAIN");
        assertThat(answer.at("items/0/section").asString()).isEqualTo("authority");
        assertThat(answer.at("items/0/type").asString()).isEqualTo("SOA");
    }

    @Test
    void anAnswerThatIsCutIsAskedForByTcp() {
        Answer answer = query("cut.test");
        assertThat(answer).isOk();
        assertThat(answer.at("transport").asString()).isEqualTo("tcp");
        assertThat(answer.at("items").size()).isEqualTo(200);
        assertThat(answer.at("size").asInt()).isGreaterThan(Question.LARGEST_DATAGRAM);
    }

    @Test
    void whatAnswersAnotherQuestionIsPassedOver() {
        Answer answer = query("liar.test");
        assertThat(answer).isOk();
        assertThat(answer.at("items/0/name").asString()).isEqualTo("liar.test.");
    }

    @Test
    void ofAServerThatOnlyAnswersOtherQuestionsItIsToldWhatWasPassedOverInAllTries() {
        Answer answer = query("false.test&wait=0.4");
        assertThat(answer).isProblem(504, "timeout", "ETIMEDOUT").has("retry", true);
        assertThat(answer.at("detail").asString())
                .contains(
                        "127.0.0.1, port " + server.port(),
                        "passed over",
                        "2 no answer",
                        "2 of another number",
                        "2 to another question");
    }

    @Test
    void recordsWithoutTheirQuestionAreNotBelieved() {
        Answer answer = query("unasked.test&wait=0.2");
        assertThat(answer).isProblem(504, "timeout");
        assertThat(answer.at("detail").asString()).contains("2 to another question");
    }

    @Test
    void aServerThatDoesNotUnderstandTheQuestionNeedNotRepeatIt() {
        assertThat(query("puzzled.test")).isOk().has("rcode", "FORMERR");
    }

    @Test
    void whatIsLostIsAskedAgain() throws IOException {
        assertThat(query("late.test&wait=1")).isOk();
        assertThat(server.asked("late.test")).isEqualTo(2);
    }

    @Test
    void aServerThatIsSilentIsNamed() throws IOException {
        Answer answer = query("silent.test&wait=0.2");
        assertThat(answer).isProblem(504, "timeout", "ETIMEDOUT").has("retry", true);
        assertThat(answer.at("detail").asString())
                .contains("127.0.0.1, port " + server.port(), "did not answer")
                .doesNotContain("passed over");
        assertThat(server.asked("silent.test")).isEqualTo(2);
    }

    @Test
    void aServerThatEndsInsteadIsTold() {
        Answer answer = query("ends.test");
        assertThat(answer).isProblem(422, "socket-error", "EBADMSG");
        assertThat(answer.at("detail").asString()).contains("127.0.0.1", "before its answer");
    }

    @Test
    void aPortAtWhichNobodyListensIsRefused() {
        assertThat(api.get("/dns/query?name=a.test&server=127.0.0.1&port=" + Peers.closedPort()))
                .isProblem(502, "socket-error", "ECONNREFUSED");
    }

    /// Without its zone the kernel refuses it, EINVAL; with it the loopback interface has no route.
    @Test
    void aServerIsAskedThroughTheZoneOfItsAddress() {
        Answer answer = api.get("/dns/query?name=a.test&wait=0.2&server=fe80::1%25lo");
        assertThat(answer.at("symbol").asString()).isNotEqualTo("EINVAL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1:53", "localhost:53", "[::1]:53", "[::1]"})
    void aServerIsWithoutItsPort(String server) {
        Answer answer = api.get("/dns/query?name=a.test&server=" + server);
        assertThat(answer).isInvalid("server");
        assertThat(answer.at("detail").asString()).contains("`port`");
    }

    @Test
    void anEmptyServerIsNone() {
        assertThat(api.get("/dns/query?name=a.test&server=")).isInvalid("server");
    }

    @Test
    void aServerThatIsNotFoundIsTold() {
        Answer answer = api.get("/dns/query?name=a.test&server=nobody.invalid");
        assertThat(answer).isProblem().has("kind", "gaierror");
        assertThat(answer.at("detail").asString()).startsWith("`server`");
        assertThat(answer.at("strerror").asString()).doesNotContain("server");
    }

    @Test
    void anIpv6AddressIsSpelledAsEverywhere() {
        assertThat(query("six.test&type=AAAA")).has("items/0/data", "2001:db8::1");
    }

    @Test
    void anAddressIsAskedForByItsReverseName() throws IOException {
        query("192.0.2.7&type=PTR");
        query("2001:db8::1%25lo&type=ptr");
        assertThat(server.asked("7.2.0.192.in-addr.arpa")).isEqualTo(1);
        String zeros = "1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0";
        assertThat(server.asked(zeros + ".8.b.d.0.1.0.0.2.ip6.arpa")).isEqualTo(1);
    }

    @Test
    void aNameIsAskedForInPunycode() throws IOException {
        assertThat(query("b%C3%BCcher.test")).isOk();
        assertThat(server.asked("xn--bcher-kva.test")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "a..test, A, name",
        "a.test, NONSENSE, type",
        "a.test, '', type",
        "1.2.3.4.5, PTR, name",
        "::g, PTR, name",
        "fe80:%25lo, PTR, name",
    })
    void whatCannotBeAskedIsAnArgument(String name, String type, String field) {
        assertThat(query(name + "&type=" + type))
                .isProblem(400, "invalid-argument")
                .has("field", field);
    }

    @Test
    void itsBytesAreInTheTrafficAndItsSocketsAreClosed() {
        query("cut.test");
        List<JsonNode> chunks =
                api.get("/traffic?filter=call%3Adns_query").at("items").valueStream().toList();
        assertThat(chunks).hasSizeGreaterThanOrEqualTo(5);
        assertThat(api.get("/sockets").at("total").asInt()).isZero();
        assertThat(api.get("/calls").at("items").toString()).contains("dns_query('cut.test'");
    }

    @Test
    void eightAskAtOnce() {
        List<CompletableFuture<Answer>> asking =
                IntStream.range(0, 8)
                        .mapToObj(i -> api.request("GET", path("cut.test")).sendLater())
                        .toList();
        assertThat(asking).allSatisfy(answer -> assertThat(answer.join()).isOk());
    }

    @Test
    void theServersOfThisHostAreTold() {
        Answer servers = api.get("/dns/servers");
        assertThat(servers).isOk();
        assertThat(servers.at("items/0/port").asInt()).isEqualTo(53);
    }

    private Answer query(String question) {
        return api.get(path(question));
    }

    private String path(String question) {
        return "/dns/query?server=127.0.0.1&port=%d&name=%s".formatted(server.port(), question);
    }
}
