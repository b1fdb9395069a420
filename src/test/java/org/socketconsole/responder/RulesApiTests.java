package org.socketconsole.responder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.socketconsole.testing.AnswerAssert.assertThat;
import static org.socketconsole.testing.Eventually.eventually;
import static org.socketconsole.testing.Json.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.socketconsole.testing.ApiSocket;
import org.socketconsole.testing.ContractTests;

import java.net.SocketException;
import java.time.Instant;

class RulesApiTests extends ContractTests {

    private ApiSocket rules(String framing, String rules, Object... arguments) {
        ApiSocket listener = api.listener();
        String behaviour = json("{'reply': 'rules', 'framing': %s, 'rules': [%s]}", framing, rules);
        assertThat(listener.put("responder", json(behaviour.formatted(arguments)))).isOk();
        return listener;
    }

    private Talk lines(String rules, Object... arguments) throws Exception {
        return Talk.with(rules("'line'", rules, arguments));
    }

    private static void assertReset(Talk talk) {
        assertThatThrownBy(talk::heardAll)
                .isInstanceOf(SocketException.class)
                .hasMessageContaining("reset");
    }

    /// The connection, of which there is one.
    private ApiSocket accepted() {
        return api.get("/sockets")
                .at("items")
                .valueStream()
                .filter(socket -> socket.get("origin").asString().equals("accept"))
                .map(socket -> api.socketOf(socket.get("id").asString()))
                .findFirst()
                .orElseThrow();
    }

    /// The prompt ones are answered by another thread than the late one.
    @Test
    void aLateAnswerBetweenPromptOnesKeepsItsPlace() throws Exception {
        String late = "{'match': {'text': 'late'}, 'reply': {'text': 'late'}, 'delay': 0.01}";
        try (Talk talk = lines(late + ", {'reply': {'text': '.'}}")) {
            for (int i = 0; i < 20; i++) {
                talk.says("a\nlate\nb\n").hears(".late.");
            }
        }
    }

    @Test
    void theFirstThatMatchesIsTaken() throws Exception {
        try (Talk talk =
                lines(
                        "{'match': {'text': 'a'}, 'reply': {'text': '1'}},"
                                + " {'match': {'text': 'a'}, 'reply': {'text': '2'}},"
                                + " {'reply': {'text': '3'}}")) {
            talk.says("a\n").hears("1").says("b\n").hears("3");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "equals, abc, b, false",
        "equals, b, b, true",
        "contains, abc, b, true",
        "contains, aab, ab, true",
        "contains, abc, d, false",
        "starts, abc, ab, true",
        "starts, abc, bc, false",
        "ends, abc, bc, true",
        "ends, abc, ab, false",
        "ends, c, abc, false"
    })
    void bytesAreLookedForWhereTheRuleSays(
            String where, String message, String wanted, boolean matches) throws Exception {
        try (Talk talk =
                lines(
                        "{'match': {'text': '%s', 'where': '%s'}, 'reply': {'text': 'y'}},"
                                + " {'reply': {'text': 'n'}}",
                        wanted, where)) {
            talk.says(message + "\n").hears(matches ? "y" : "n");
        }
    }

    @Test
    void equalsIsWhereNothingIsSaid() throws Exception {
        try (Talk talk =
                lines(
                        "{'match': {'hex': '61'}, 'reply': {'text': 'y'}}, {'reply': {'hex': '6e'}}")) {
            talk.says("a\n").hears("y").says("aa\n").hears("n");
        }
    }

    @Test
    void groupsOfAnExpressionFillTheReplyAndAreNotFilledAgain() throws Exception {
        try (Talk talk =
                lines(
                        "{'match': {'re': '(\\\\w+)=(\\\\S*)( x)?'},"
                                + " 'reply': {'text': '[$2:$1:$3:$4]'}}")) {
            talk.says("..k=$1${time}..\n").hears("[$1${time}..:k::]");
        }
    }

    @Test
    void anExpressionSeesEachByteAsACharacterOfLatin1() throws Exception {
        try (Talk talk =
                lines("{'match': {'re': '^([\\\\x80-\\\\xff]+)$'}, 'reply': {'text': '<$1>'}}")) {
            talk.says("\u00e9\u00ff\n").hears("<\u00e9\u00ff>");
        }
    }

    @Test
    void aReplyIsFilledWithWhatItNames() throws Exception {
        ApiSocket listener =
                rules(
                        "'line'",
                        "{'reply': {'text': '${unixtime} ${time} ${count} ${peer} ${random:4} $$1 $0"
                                + " \u00e9\\n'}}");
        try (Talk talk = Talk.with(listener)) {
            talk.says("\n");
            String[] words = reply(talk).split(" ");
            assertThat(Long.parseLong(words[0]))
                    .isBetween(Instant.now().getEpochSecond() - 60, Instant.now().getEpochSecond());
            assertThat(Instant.parse(words[1])).isBefore(Instant.now());
            assertThat(words[2]).isEqualTo("1");
            assertThat(words[3]).isEqualTo("127.0.0.1:" + talk.socket().getLocalPort());
            assertThat(words[4]).matches("[0-9a-f]{8}");
            assertThat(words[5]).isEqualTo("$1");
            assertThat(words[6]).isEqualTo("$0");
            assertThat(words[7].getBytes(ISO_8859_1)).isEqualTo("\u00e9".getBytes(UTF_8));
            talk.says("\n");
            assertThat(reply(talk).split(" ")[2]).isEqualTo("2");
        }
    }

    private static String reply(Talk talk) throws Exception {
        StringBuilder line = new StringBuilder();
        for (String next; !(next = talk.heard(1)).equals("\n"); ) {
            line.append(next);
        }
        return line.toString();
    }

    @Test
    void bytesOfAReplyAreNotFilled() throws Exception {
        try (Talk talk = lines("{'reply': {'hex': '24 31'}}")) {
            talk.says("x\n").hears("$1");
        }
    }

    @Test
    void everyMatchesEachNthTimeOverAllConnections() throws Exception {
        ApiSocket listener =
                rules(
                        "'line'",
                        "{'match': {'text': 'x'}, 'every': 3, 'reply': {'text': 'third'}},"
                                + " {'reply': {'text': 'n'}}");
        try (Talk one = Talk.with(listener);
                Talk other = Talk.with(listener)) {
            one.says("x\n").hears("n");
            other.says("x\n").hears("n").says("y\n").hears("n");
            one.says("x\n").hears("third").says("x\n").hears("n");
        }
    }

    @Test
    void theOpenAndTheEndAreAnsweredToo() throws Exception {
        try (Talk talk =
                lines(
                        "{'on': 'open', 'reply': {'text': 'hello '}},"
                                + " {'on': 'end', 'reply': {'text': ' bye'}},"
                                + " {'reply': {'text': 'm'}}")) {
            talk.hears("hello ").says("x\n").hears("m").ends().hears(" bye").hearsTheEnd();
        }
    }

    @Test
    void whatMeetsNoRuleIsUnmatched() throws Exception {
        ApiSocket listener = rules("'line'", "{'match': {'text': 'a'}, 'reply': {'text': '1'}}");
        try (Talk talk = Talk.with(listener)) {
            talk.says("b\na\n").hears("1").says("not whole").ends().hearsTheEnd();
            eventually()
                    .until(() -> listener.get("responder").at("open").asInt(), open -> open == 0);
            assertThat(listener.get("responder")).has("unmatched", 2).has("received", 13);
        }
    }

    @Test
    void aReplyComesLate() throws Exception {
        try (Talk talk = lines("{'delay': 0.2, 'reply': {'text': 'late'}}")) {
            long start = System.nanoTime();
            talk.says("x\n").hears("late");
            assertThat(System.nanoTime() - start).isGreaterThan(200_000_000);
        }
    }

    @Test
    void aReplyComesInPieces() throws Exception {
        ApiSocket listener =
                rules(
                        "'line'",
                        "{'chunk_size': 2, 'chunk_delay': 0.05, 'reply': {'text': 'pieces'}}");
        try (Talk talk = Talk.with(listener)) {
            long start = System.nanoTime();
            talk.says("x\n").hears("pieces");
            assertThat(System.nanoTime() - start).isGreaterThan(100_000_000);
            assertThat(accepted().get("traffic?direction=sent").at("items"))
                    .extracting(chunk -> chunk.get("size").asInt())
                    .containsExactly(2, 2, 2);
        }
    }

    @Test
    void closeComesAfterTheReply() throws Exception {
        try (Talk talk = lines("{'reply': {'text': 'half'}, 'then': 'close'}")) {
            assertThat(talk.says("x\n").heardAll()).isEqualTo("half");
        }
    }

    @Test
    void resetComesAfterThePeersKernelHasTheReply() throws Exception {
        try (Talk talk = lines("{'reply': {'text': 'half'}, 'then': 'reset'}")) {
            talk.says("x\n").hears("half");
            assertReset(talk);
        }
    }

    @Test
    void afterAShutdownItGoesOnReading() throws Exception {
        ApiSocket listener = rules("'line'", "{'reply': {'text': 'last'}, 'then': 'shutdown'}");
        try (Talk talk = Talk.with(listener)) {
            assertThat(talk.says("x\n").heardAll()).isEqualTo("last");
            talk.says("more\n");
            eventually().until(() -> listener.get("responder").at("received").asInt(), n -> n == 7);
            assertThat(listener.get("responder")).has("open", 1).hasNull("error");
        }
    }

    @Test
    void whatIsOwedIsSentAfterThePeersEnd() throws Exception {
        try (Talk talk = lines("{'delay': 0.05, 'reply': {'text': 'owed '}}")) {
            assertThat(talk.says("1\n2\n3\n").ends().heardAll()).isEqualTo("owed owed owed ");
        }
    }

    @Test
    void nothingIsAddedToAReplyForTheFraming() throws Exception {
        try (Talk talk = Talk.with(rules("{'prefix': 1}", "{'reply': {'text': 'bare'}}"))) {
            talk.says("\u0001x").hears("bare");
        }
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "'line'",
                "{'delimiter': {'text': 'xy'}}",
                "{'size': 16777216}",
                "{'prefix': 4}"
            })
    void aMessageThatIsTooLongClosesTheConnectionAndIsTold(String framing) throws Exception {
        ApiSocket listener = rules(framing.replace(';', ','), "{'reply': {'text': '!'}}");
        try (Talk talk = Talk.with(listener)) {
            byte[] much = new byte[17 * 1024 * 1024];
            much[0] = 2;
            try {
                talk.says(much);
            } catch (SocketException closed) {
                assertThat(closed).hasMessageMatching("(?i).*(reset|pipe).*");
            }
            if (framing.contains("size")) {
                talk.hears("!");
            } else {
                eventually()
                        .until(
                                () -> listener.get("responder").at("error/symbol").asString(""),
                                "EMSGSIZE"::equals);
            }
        }
    }

    @Test
    void aLengthShorterThanThePrefixThatItIncludesClosesTheConnection() throws Exception {
        ApiSocket listener =
                rules("{'prefix': 4, 'includes_itself': true}", "{'reply': {'text': '!'}}");
        try (Talk talk = Talk.with(listener)) {
            talk.says("\0\0\0\u0003").hearsTheEnd();
            assertThat(listener.get("responder"))
                    .has("error/symbol", "EBADMSG")
                    .has("state", "running");
        }
    }

    @Test
    void aReplyThatGroupsMakeTooLongClosesTheConnection() throws Exception {
        ApiSocket listener =
                rules(
                        "{'delimiter': {'text': '.'}}",
                        "{'match': {'re': '(?s)(.*)'}, 'reply': {'text': '%s'}}",
                        "$1".repeat(20));
        try (Talk talk = Talk.with(listener)) {
            talk.says("a".repeat(1_000_000)).says(".").hearsTheEnd();
            assertThat(listener.get("responder")).has("error/symbol", "EMSGSIZE");
        }
    }

    @Test
    void datagramsAreMessages() {
        ApiSocket server = api.udp().bound();
        assertThat(
                        server.put(
                                "responder",
                                json(
                                        "{'reply': 'rules', 'framing': 'line', 'rules':"
                                                + " [{'match': {'re': '^a\\\\n(.)$'}, 'reply':"
                                                + " {'text': '$1 ${peer}'}, 'then': 'close'}]}")))
                .isOk();
        ApiSocket client = api.udp().bound();
        client.sendto("no", server.localAddress());
        client.sendto("a\nb", server.localAddress());
        assertThat(client.recv(100)).hasData("b 127.0.0.1:" + client.port());
        assertThat(server.get("responder")).has("unmatched", 1);
        assertThat(server.state()).isEqualTo("BOUND");
    }
}
