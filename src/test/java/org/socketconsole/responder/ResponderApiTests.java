package org.socketconsole.responder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.socketconsole.testing.AnswerAssert.assertThat;
import static org.socketconsole.testing.Eventually.eventually;
import static org.socketconsole.testing.Json.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.socketconsole.testing.Answer;
import org.socketconsole.testing.Api.Pair;
import org.socketconsole.testing.ApiSocket;
import org.socketconsole.testing.Bytes;
import org.socketconsole.testing.ContractTests;
import org.socketconsole.testing.Peers;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

class ResponderApiTests extends ContractTests {

    /// Rules that take their time to find that they do not match.
    private static final String SLOW =
            String.join(", ", Collections.nCopies(20, "{'match': {'re': '(a?){80}b'}}"));

    private ApiSocket echo() {
        return answering(api.listener(), "{'reply': 'echo'}");
    }

    private ApiSocket answering(ApiSocket socket, String behaviour, Object... arguments) {
        assertThat(put(socket, json(behaviour, arguments))).isOk();
        return socket;
    }

    private Answer put(ApiSocket socket, String json) {
        return socket.put("responder", json);
    }

    private JsonNode does(ApiSocket socket) {
        Answer answer = socket.get("responder");
        assertThat(answer).isOk();
        return answer.json();
    }

    private void untilIs(ApiSocket socket, String member, long value) {
        eventually().until(() -> does(socket).get(member).asLong(), is -> is == value);
    }

    private List<ApiSocket> connections() {
        return api.get("/sockets")
                .at("items")
                .valueStream()
                .filter(socket -> socket.get("origin").asString().equals("accept"))
                .map(socket -> api.socketOf(socket.get("id").asString()))
                .toList();
    }

    @Test
    void anEchoGivesAllBack() throws Exception {
        try (Talk talk = Talk.with(echo())) {
            talk.says("hello").hears("hello").says("again").hears("again");
        }
    }

    @Test
    void aResponderIsShownWithWhatItDid() throws Exception {
        ApiSocket listener = echo();
        try (Talk talk = Talk.with(listener)) {
            talk.says("hello").hears("hello");
            untilIs(listener, "replied", 5);
            assertThat(listener.get("responder"))
                    .has("accept", true)
                    .has("receive", true)
                    .has("reply", "echo")
                    .has("framing", "chunk")
                    .has("limit", 256)
                    .has("state", "running")
                    .has("accepted", 1)
                    .has("open", 1)
                    .has("received", 5)
                    .has("unmatched", 0)
                    .hasNull("error")
                    .hasNull("rules");
        }
        untilIs(listener, "open", 0);
    }

    @Test
    void aSocketSaysHowItIsAnswered() throws Exception {
        ApiSocket listener = api.listener();
        assertThat(listener.view().get("responder").isNull()).isTrue();
        answering(listener, "{'reply': 'echo'}");
        assertThat(listener.view().get("responder").asString()).isEqualTo("echo");
        try (Talk talk = Talk.with(listener)) {
            talk.says("x").hears("x");
            assertThat(connections().getFirst().view().get("responder").asString())
                    .isEqualTo("echo");
        }
    }

    @Test
    void whatItDoesIsInTheCallsAndTheTrafficByTheResponder() throws Exception {
        ApiSocket listener = echo();
        try (Talk talk = Talk.with(listener)) {
            talk.says("x").hears("x");
            ApiSocket connection = connections().getFirst();
            eventually()
                    .until(
                            () ->
                                    api.get("/calls?socket=" + connection.id()).at("total").asInt()
                                            > 1);
            assertThat(api.get("/calls?socket=" + connection.id()))
                    .has("items/0/call", "recv")
                    .has("items/0/by", "responder")
                    .has("items/1/call", "send")
                    .has("items/1/by", "responder");
            assertThat(connection.get("traffic"))
                    .has("items/0/by", "responder")
                    .has("items/1/by", "responder");
        }
        assertThat(api.get("/calls?socket=" + listener.id())).has("items/3/by", "responder");
    }

    @Test
    void trafficOfAClientIsByNobody() {
        Pair pair = api.pair();
        pair.first().send("x");
        assertThat(pair.first().get("traffic")).lacks("items/0/by");
    }

    @Test
    void whereThereIsNoneItIsNotFound() {
        ApiSocket socket = api.tcp();
        assertThat(socket.get("responder")).isProblem(404, "not-found");
        assertThat(api.delete(socket.path("responder"))).isProblem(404, "not-found");
        socket.close();
        assertThat(socket.get("responder")).isClosed();
    }

    @Test
    void aStoppedOneLeavesItsConnectionsOpenAndUnanswered() throws Exception {
        ApiSocket listener = echo();
        try (Talk talk = Talk.with(listener)) {
            talk.says("x").hears("x");
            ApiSocket connection = connections().getFirst();
            assertThat(api.delete(listener.path("responder"))).isDone();
            assertThat(listener.get("responder")).isProblem(404, "not-found");
            assertThat(connection.get("responder")).isProblem(404, "not-found");
            talk.says("by hand");
            assertThat(connection.recv(100)).hasData("by hand");
            assertThat(connection.view().get("responder").isNull()).isTrue();
        }
    }

    @Test
    void theListenersCloseClosesWhatItsResponderTook() throws Exception {
        ApiSocket listener = echo();
        try (Talk talk = Talk.with(listener)) {
            talk.says("x").hears("x");
            assertThat(listener.close()).isDone();
            talk.hearsTheEnd();
        }
        eventually().until(() -> connections().isEmpty());
    }

    @Test
    void rulesThatAreTheSameGoOnCounting() {
        Pair pair = api.pair(json("{'type': 'SOCK_SEQPACKET'}"));
        String rules = "'reply': 'rules', 'rules': [{'reply': {'text': '${count}'}}]";
        answering(pair.first(), "{" + rules + "}");
        assertThat(asked(pair.second())).hasData("1");
        answering(pair.first(), "{" + rules + ", 'limit': 9}");
        assertThat(asked(pair.second())).hasData("2");
        answering(pair.first(), "{" + rules.replace("${", "n${") + "}");
        assertThat(asked(pair.second())).hasData("n1");
    }

    private static Answer asked(ApiSocket socket) {
        socket.send("x");
        return socket.recv(100);
    }

    @Test
    void aChangeHoldsFromTheNextMessageAndKeepsTheCounters() throws Exception {
        ApiSocket listener = echo();
        try (Talk talk = Talk.with(listener)) {
            talk.says("x").hears("x");
            answering(
                    listener,
                    "{'reply': 'rules', 'rules': [{'reply': {'text': 'other'}}], 'limit': 7}");
            talk.says("y").hears("other");
            untilIs(listener, "replied", 6);
            assertThat(listener.get("responder"))
                    .has("accepted", 1)
                    .has("received", 2)
                    .has("limit", 7)
                    .has("rules/0/reply/text", "other");
            assertThat(connections().getFirst().view().get("responder").asString())
                    .isEqualTo("rules");
        }
    }

    @Test
    void aConnectionsOwnReplacesItForThatConnectionAlone() throws Exception {
        ApiSocket listener = echo();
        try (Talk one = Talk.with(listener);
                Talk other = Talk.with(listener)) {
            one.says("a").hears("a");
            other.says("b").hears("b");
            ApiSocket first = connections().getFirst();
            answering(first, "{'reply': 'rules', 'rules': [{'reply': {'text': 'own'}}]}");
            one.says("a").hears("own");
            other.says("b").hears("b");
            assertThat(does(listener).get("reply").asString()).isEqualTo("echo");
        }
    }

    @Test
    void aSocketSaysOfTheListenersResponderWhatHoldsForItself() throws Exception {
        ApiSocket listener = echo();
        try (Talk talk = Talk.with(listener)) {
            talk.says("x").hears("x");
            ApiSocket connection = connections().getFirst();
            assertThat(api.delete(connection.path("responder"))).isDone();
            answering(listener, "{'reply': 'discard'}");
            assertThat(connection.view().get("responder").isNull()).isTrue();
            answering(connection, "{'reply': 'none'}");
            answering(listener, "{'reply': 'echo'}");
            assertThat(connection.view().get("responder").asString()).isEqualTo("none");
            assertThat(api.delete(listener.path("responder"))).isDone();
            assertThat(connection.view().get("responder").asString()).isEqualTo("none");
        }
    }

    @Test
    void withoutAcceptConnectionsStayInTheBacklog() throws Exception {
        ApiSocket listener = answering(api.listener(), "{'accept': false, 'reply': 'echo'}");
        try (Talk talk = Talk.with(listener)) {
            talk.says("x");
            ApiSocket byHand = listener.accepted();
            assertThat(byHand.get("responder")).isProblem(404, "not-found");
            assertThat(byHand.recv(10)).hasData("x");
        }
    }

    @Test
    void moreThanTheLimitWait() throws Exception {
        ApiSocket listener = answering(api.listener(), "{'reply': 'echo', 'limit': 1}");
        try (Talk one = Talk.with(listener);
                Talk other = Talk.with(listener)) {
            one.says("a").hears("a");
            other.says("b");
            assertThat(does(listener).get("accepted").asInt()).isEqualTo(1);
            one.close();
            other.hears("b");
            assertThat(does(listener).get("open").asInt()).isEqualTo(1);
        }
    }

    @Test
    void withoutReceiveNothingIsRead() throws Exception {
        ApiSocket listener = answering(api.listener(), "{'receive': false}");
        try (Talk talk = Talk.with(listener)) {
            talk.says("x");
            untilIs(listener, "open", 1);
            assertThat(connections().getFirst().recv(10)).hasData("x");
            assertThat(does(listener).get("received").asInt()).isZero();
        }
    }

    @Test
    void discardReadsAndSaysNothing() throws Exception {
        ApiSocket listener = answering(api.listener(), "{'reply': 'discard'}");
        try (Talk talk = Talk.with(listener)) {
            talk.says("x");
            untilIs(listener, "received", 1);
            talk.ends().hearsTheEnd();
        }
        untilIs(listener, "open", 0);
    }

    @Test
    void daytimeTellsTheTimeAndCloses() throws Exception {
        try (Talk talk = Talk.with(answering(api.listener(), "{'reply': 'daytime'}"))) {
            assertThat(talk.heardAll())
                    .matches("\\w+, \\w+ \\d+, \\d{4} \\d\\d:\\d\\d:\\d\\d-\\S+\r\n");
        }
    }

    @Test
    void chargenGoesOnUntilThePeerEnds() throws Exception {
        ApiSocket listener = answering(api.listener(), "{'reply': 'chargen'}");
        try (Talk talk = Talk.with(listener)) {
            String lines = talk.heard(3 * 74);
            assertThat(lines).matches("(?s)(.{72}\r\n){3}").startsWith(" !\"#");
            assertThat(lines.substring(74)).startsWith("!\"#$");
            assertThat(talk.says("x").heard(1_000_000)).hasSize(1_000_000);
        }
        untilIs(listener, "open", 0);
    }

    @Test
    void chargenWaitsForAPeerThatDoesNotRead() throws Exception {
        ApiSocket listener = answering(api.listener(), "{'reply': 'chargen'}");
        try (Talk talk = Talk.with(listener)) {
            api.untilWaiting("sendall");
            assertThat(api.delete(listener.path("responder"))).isDone();
            eventually().until(() -> api.get("/operations").at("total").asInt() == 0);
            assertThat(connections()).hasSize(1);
            assertThat(talk.heard(10)).hasSize(10);
        }
    }

    @Test
    void itDoesNotReadWhileItsPeerDoesNot() throws Exception {
        ApiSocket listener = echo();
        try (Talk talk = Talk.with(listener)) {
            byte[] much = new byte[64 * 1024 * 1024];
            Thread writer = Thread.ofVirtual().start(() -> saysAll(talk, much));
            api.untilWaiting("sendall");
            assertThat(does(listener).get("received").asInt()).isLessThan(much.length);
            assertThat(talk.heardAll()).hasSize(much.length);
            writer.join();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "{'reply': 'shout'}, reply",
        "{'reply': 'rules'}, rules",
        "{'reply': 'recorded'}, recorded",
        "{'limit': 0}, limit",
        "{'shout': true}, shout"
    })
    void whatCannotBeIsAnInvalidArgument(String behaviour, String field) {
        assertThat(put(api.tcp(), behaviour.replace('\'', '"').replace(';', ','))).isInvalid(field);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'match': {'re': '('}} | match.re",
                "{'match': {'re': 'a', 'text': 'b'}} | match.re",
                "{'match': {}} | match.data",
                "{'match': {'hex': '0'}} | match.hex",
                "{'match': {'text': 'a', 'where': 'nowhere'}} | match.where",
                "{'match': {'re': 'a', 'where': 'ends'}} | match.where",
                "{'reply': {'text': '${no}'}} | reply.text",
                "{'reply': {'text': '${time'}} | reply.text",
                "{'reply': {}} | reply.data",
                "{'every': 0} | every",
                "{'on': 'never'} | on",
                "{'then': 'never'} | then",
                "{'delay': -1} | delay",
                "{'chunk_size': 0} | chunk_size",
                "{'chunk_delay': 'x'} | chunk_delay",
                "{'is': 1} | is",
                "{'reply': null} | reply"
            })
    void aRuleThatCannotBeIsToldByItsPlaceCountedFrom0(String rule, String field) {
        String rules = json("{'reply': 'rules', 'rules': [{}, {}, %s]}", rule.replace('\'', '"'));
        assertThat(put(api.listener(), rules)).isInvalid("rules.2." + field);
    }

    @Test
    void aRuleThatIsNoneIsToldByItsPlace() {
        assertThat(put(api.listener(), json("{'reply': 'rules', 'rules': [{}, null]}")))
                .isInvalid("rules.1");
    }

    @Test
    void aLongExpressionIsInvalid() {
        String rules = "{'reply': 'rules', 'rules': [{'match': {'re': '%s'}}]}";
        assertThat(put(api.listener(), json(rules, "a".repeat(1001))))
                .isInvalid("rules.0.match.re");
        answering(api.listener(), rules, "a".repeat(500));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "['line'] | framing",
                "7 | framing",
                "{} | framing",
                "{'size': 0} | framing.size",
                "{'delimiter': {'text': ''}} | framing.delimiter",
                "{'delimiter': {'hex': 'x'}} | framing.delimiter.hex",
                "{'prefix': 3} | framing.prefix",
                "{'prefix': 2, 'order': 'odd'} | framing.order"
            })
    void aFramingThatCannotBeIsToldByItsPlace(String framing, String field) {
        assertThat(put(api.listener(), json("{'framing': %s}", framing.replace('\'', '"'))))
                .isInvalid(field);
    }

    @Test
    void aChangeThatCannotBeChangesNothing() throws Exception {
        ApiSocket listener = echo();
        assertThat(put(listener, json("{'reply': 'rules'}"))).isInvalid("rules");
        try (Talk talk = Talk.with(listener)) {
            talk.says("x").hears("x");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"SOCK_STREAM", "SOCK_SEQPACKET", "SOCK_DGRAM"})
    void aConnectedSocketOfAnyTypeEchoes(String type) {
        Pair pair = api.pair(json("{'type': '%s'}", type));
        answering(pair.first(), "{'reply': 'echo'}");
        pair.second().send("hello");
        assertThat(pair.second().recv(100)).hasData("hello");
    }

    @Test
    void datagramsAreAnsweredToTheirSenders() {
        ApiSocket server = answering(api.udp().bound(), "{'reply': 'echo'}");
        ApiSocket one = api.udp().bound();
        ApiSocket other = api.udp().bound();
        one.sendto("from one", server.localAddress());
        other.sendto("from other", server.localAddress());
        assertThat(one.recv(100)).hasData("from one");
        assertThat(other.recv(100)).hasData("from other");
        other.sendto("", server.localAddress());
        assertThat(other.recv(100)).has("size", 0);
    }

    @Test
    void manyDatagramsAtOnceAreAllAnswered() {
        ApiSocket server = answering(api.udp().bound(), "{'receive': false}");
        ApiSocket client = api.udp().bound();
        for (int i = 0; i < 20; i++) {
            client.sendto("message " + i, server.localAddress());
        }
        answering(server, "{'reply': 'echo'}");
        for (int i = 0; i < 20; i++) {
            assertThat(client.recv(100)).hasData("message " + i);
        }
    }

    @Test
    void daytimeAndChargenAnswerADatagramEach() {
        ApiSocket server = answering(api.udp().bound(), "{'reply': 'daytime'}");
        ApiSocket client = api.udp().bound();
        client.sendto("?", server.localAddress());
        assertThat(client.recv(100).at("size").asInt()).isGreaterThan(20);
        answering(server, "{'reply': 'chargen'}");
        client.sendto("?", server.localAddress());
        assertThat(client.recv(1000).at("size").asInt()).isLessThanOrEqualTo(512);
        assertThat(server.state()).isEqualTo("BOUND");
    }

    @Test
    void datagramsOfUnixAreAnsweredToThosePathsAlone() {
        ApiSocket server = api.unix("SOCK_DGRAM");
        assertThat(server.bind("{\"path\": \"\"}")).isDone();
        answering(server, "{'reply': 'echo'}");
        ApiSocket named = api.unix("SOCK_DGRAM");
        assertThat(named.bind("{\"path\": \"\"}")).isDone();
        api.unix("SOCK_DGRAM").sendto("nobody", server.localAddress());
        named.sendto("somebody", server.localAddress());
        assertThat(named.recv(100)).hasData("somebody");
        assertThat(does(server).get("replied").asInt()).isEqualTo(8);
    }

    @Test
    void aSocketThatConnectsOrListensLaterIsAnsweredThen() throws Exception {
        ApiSocket later = answering(api.tcp().bound(), "{'reply': 'echo'}");
        assertThat(later.post("listen", "{}")).isDone();
        try (Talk talk = Talk.with(later)) {
            talk.says("x").hears("x");
        }
        ApiSocket client = answering(api.tcp(), "{'reply': 'echo'}");
        ApiSocket listener = api.listener();
        client.connected(listener.port());
        ApiSocket peer = listener.accepted();
        peer.send("hello");
        assertThat(peer.recv(100)).hasData("hello");
    }

    @Test
    void howOftenItHasAnsweredIsTheSocketsOwnAndOfAListenerAll() throws Exception {
        ApiSocket listener = echo();
        assertThat(listener.view().get("replies").asInt()).isZero();
        try (Talk one = Talk.with(listener);
                Talk other = Talk.with(listener)) {
            one.says("a").hears("a").says("b").hears("b");
            other.says("c").hears("c");
            untilIs(listener, "replies", 3);
            assertThat(connections().stream().map(conn -> conn.view().get("replies").asInt()))
                    .containsExactlyInAnyOrder(2, 1);
            assertThat(listener.view().get("replies").asInt()).isEqualTo(3);
        }
        assertThat(api.tcp().view().get("replies").isNull()).isTrue();
    }

    @Test
    void anAnswerInPiecesIsOne() throws Exception {
        ApiSocket listener =
                answering(
                        api.listener(),
                        "{'reply': 'rules', 'rules': [{'chunk_size': 2, 'reply': {'text':"
                                + " 'abcde'}}]}");
        try (Talk talk = Talk.with(listener)) {
            talk.says("x").hears("abcde");
            untilIs(listener, "replies", 1);
            talk.says("x").hears("abcde");
            untilIs(listener, "replies", 2);
        }
    }

    @Test
    void theModeOfTheSocketDoesNotMatter() throws Exception {
        ApiSocket listener = echo().nonBlocking();
        try (Talk talk = Talk.with(listener)) {
            talk.says("x").hears("x");
            connections().getFirst().nonBlocking();
            byte[] much = new byte[16 * 1024 * 1024];
            Thread writer = Thread.ofVirtual().start(() -> saysAll(talk, much));
            assertThat(talk.heardAll()).hasSize(much.length);
            writer.join();
        }
    }

    @Test
    void whoSendsAndEndsAtOnceIsAnsweredUpToTheEnd() throws Exception {
        ApiSocket listener = echo();
        for (int i = 0; i < 200; i++) {
            try (Talk talk = Talk.with(listener)) {
                assertThat(talk.says("x").ends().heardAll()).isEqualTo("x");
            }
        }
    }

    /// A receive ends before it, though more has come.
    @Test
    void whatComesBehindAnUrgentByteIsAnsweredToo() throws Exception {
        try (Talk talk = Talk.with(echo())) {
            for (int i = 0; i < 20; i++) {
                talk.says("before");
                talk.socket().sendUrgentData('!');
                talk.says("behind").hears("beforebehind");
            }
        }
    }

    @Test
    void oneThatIsPutWhileTheLastAnswerOfAnotherIsSoughtAnswersAlone() {
        Pair pair = api.connection();
        String rules = SLOW + ", {'reply': {'text': 'old'}}";
        answering(
                pair.second(), "{'reply': 'rules', 'framing': 'line', 'rules': [%s]}", json(rules));
        assertThat(pair.first().send("a".repeat(60_000) + "\n")).isOk();
        untilIs(pair.second(), "received", 60_001);
        assertThat(api.delete(pair.second().path("responder"))).isDone();
        answering(pair.second(), "{'reply': 'echo'}");
        assertThat(pair.first().send("new")).isOk();
        assertThat(pair.first().recv(10)).hasData("new");
    }

    @Test
    void whatIsChangedWhileAnAnswerIsLateHoldsFromTheNextMessage() {
        Pair pair = api.connection();
        String rules = "{'reply': 'rules', 'framing': 'line', 'rules': [%s]}";
        answering(pair.second(), rules, json("{'delay': 0.5, 'reply': {'text': 'old'}}"));
        assertThat(pair.first().send("a\nb\n")).isOk();
        untilIs(pair.second(), "received", 4);
        answering(pair.second(), rules, json("{'reply': {'text': 'new'}}"));
        assertThat(pair.first().recv(3)).hasData("old");
        assertThat(pair.first().recv(10)).hasData("new");
    }

    @Test
    void manyMessagesAtOnceDoNotHoldUpTheAnswerToAnother() throws Exception {
        ApiSocket listener = api.listener();
        answering(listener, "{'reply': 'rules', 'framing': 'line', 'rules': [%s]}", json(SLOW));
        Pair other = api.connection();
        answering(other.second(), "{'reply': 'echo'}");
        try (Talk talk = Talk.with(listener)) {
            talk.says("x\n");
            untilIs(listener, "unmatched", 1);
            talk.says(("a".repeat(20) + "\n").repeat(3_000));
            untilIs(listener, "received", 2 + 21 * 3_000);
            assertThat(other.first().send("x")).isOk();
            assertThat(other.first().recv(1)).hasData("x");
            assertThat(does(listener).get("unmatched").asInt()).isLessThan(3_000);
        }
    }

    @Test
    void aBurstThatThePeerDoesNotTakeAtOnceIsAnsweredInOrder() throws Exception {
        byte[] burst = new byte[4 << 20];
        new Random(1).nextBytes(burst);
        try (Talk talk = Talk.with(echo())) {
            talk.says("first").hears("first");
            Thread speaking = Thread.startVirtualThread(() -> saysAll(talk, burst));
            assertThat(talk.heard(burst.length)).isEqualTo(new String(burst, ISO_8859_1));
            speaking.join();
            talk.hearsTheEnd();
        }
    }

    @ParameterizedTest
    @CsvSource({"IPPROTO_IP, IP_RECVERR", "SOL_SOCKET, SO_TIMESTAMPING"})
    void whatStandsInTheErrorQueueIsNothingToReceive(String level, String name) {
        ApiSocket server = api.udp().bound();
        assertThat(
                        server.post(
                                "setsockopt",
                                json("{'level': '%s', 'optname': '%s', 'value': 18}", level, name)))
                .isDone();
        answering(server, "{'reply': 'echo'}");
        ApiSocket gone = api.udp().bound();
        gone.sendto("x", server.localAddress());
        gone.close();
        untilIs(server, "received", 1);
        ApiSocket client = api.udp().bound();
        for (int i = 0; i < 20; i++) {
            client.sendto("hello", server.localAddress());
            assertThat(client.recv(100)).hasData("hello");
        }
        assertThat(api.get("/calls?socket=" + server.id()).at("total").asInt()).isLessThan(100);
    }

    @Test
    void whoSpokeMoreThanWasHeardStillHasTheReplyAndTheEnd() throws IOException {
        ApiSocket listener =
                answering(
                        api.listener(),
                        "{'reply': 'rules', 'rules': [{'reply': {'text': 'bye'}, 'then':"
                                + " 'close'}]}");
        try (Socket peer = Peers.connectTo(listener)) {
            peer.getOutputStream().write(new byte[300_000]);
            assertThat(peer.getInputStream().readAllBytes()).isEqualTo(Bytes.of("bye"));
        }
    }

    @Test
    void anEmptyMessageIsNotTheEnd() {
        Pair pair = api.pair(json("{'type': 'SOCK_SEQPACKET'}"));
        answering(pair.first(), "{'reply': 'rules', 'rules': [{'reply': {'text': 'heard'}}]}");
        pair.second().send("");
        assertThat(pair.second().recv(100)).hasData("heard");
        pair.second().send("x");
        assertThat(pair.second().recv(100)).hasData("heard");
    }

    @Test
    void whatKeepsMessagesApartNeedsNoFraming() {
        Pair pair = api.pair(json("{'type': 'SOCK_SEQPACKET'}"));
        answering(
                pair.first(),
                "{'reply': 'rules', 'framing': 'line', 'rules': [{'match': {'text': 'a'}, 'reply':"
                        + " {'text': 'A'}}, {'reply': {'text': 'other'}}]}");
        for (String message : List.of("a", "bb", "a")) {
            pair.second().send(message);
            assertThat(pair.second().recv(100)).hasData(message.equals("a") ? "A" : "other");
        }
    }

    @Test
    void aLateAnswerToADatagramHoldsUpNoOther() {
        ApiSocket server =
                answering(
                        api.udp().bound(),
                        "{'reply': 'rules', 'rules': [{'match': {'text': 'late'}, 'delay': 60},"
                                + " {'reply': {'text': 'soon'}}]}");
        ApiSocket client = api.udp().bound();
        client.sendto("late", server.localAddress());
        untilIs(server, "received", 4);
        client.sendto("x", server.localAddress());
        assertThat(client.recv(100)).hasData("soon");
    }

    @Test
    void whatCameBeforeItBeganIsAnsweredUpToItsEnd() {
        Pair pair = api.connection();
        pair.first().send("x");
        assertThat(pair.first().post("shutdown", json("{'how': 'SHUT_WR'}"))).isDone();
        eventually().until(() -> pair.second().view().get("peer_ended").isString());
        answering(pair.second(), "{'reply': 'echo'}");
        assertThat(pair.first().recv(100)).hasData("x");
        assertThat(pair.first().recv(100)).hasData("");
    }

    @Test
    void whatComesWhileAnAnswerCannotGoIsAnsweredAfterIt() throws Exception {
        byte[] much = new byte[12 * 1024 * 1024];
        Arrays.fill(much, (byte) 'm');
        ApiSocket listener =
                answering(
                        api.listener(),
                        "{'reply': 'rules', 'framing': 'line', 'rules': [{'reply': {'text': '%s'}}]}",
                        new String(much, ISO_8859_1));
        try (Talk talk = Talk.with(listener)) {
            eventually().until(() -> connections().size() == 1);
            ApiSocket connection = connections().getFirst().nonBlocking();
            talk.says("a\n");
            eventually()
                    .until(() -> connection.view().get("last_error").asString("").equals("EAGAIN"));
            talk.says("a\n");
            eventually().until(() -> connection.view().get("unread").asInt() == 2);
            assertThat(talk.heard(2 * much.length)).hasSize(2 * much.length);
        }
    }

    @Test
    void aClientThatResetsBeforeItIsTakenLeavesNothingOpen() throws Exception {
        ApiSocket listener = answering(api.listener(), "{'reply': 'echo', 'accept': false}");
        for (int i = 0; i < 5; i++) {
            Peers.reset(Talk.with(listener).socket());
        }
        answering(listener, "{'reply': 'echo'}");
        eventually().until(() -> does(listener).get("accepted").asInt() == 5);
        eventually().until(() -> does(listener).get("open").asInt() == 0);
    }

    @Test
    void oneThatHadStoppedAndBeginsAgainStillHasItsConnections() throws Exception {
        ApiSocket listener = echo();
        try (Talk talk = Talk.with(listener)) {
            talk.says("x").hears("x");
            assertThat(listener.post("shutdown", json("{'how': 'SHUT_RD'}"))).isDone();
            eventually().until(() -> does(listener).get("state").asString().equals("stopped"));
            answering(listener, "{'reply': 'rules', 'rules': [{'reply': {'text': 'again'}}]}");
            assertThat(listener.get("responder"))
                    .has("state", "running")
                    .has("open", 1)
                    .hasNull("error");
            talk.says("x").hears("again");
            listener.close();
            talk.hearsTheEnd();
        }
    }

    @Test
    void aResponderThatCannotGoOnHasStoppedAndSaysWhy() throws Exception {
        ApiSocket listener = echo();
        try (Talk talk = Talk.with(listener)) {
            talk.says("x").hears("x");
        }
        assertThat(listener.post("shutdown", json("{'how': 'SHUT_RD'}"))).isDone();
        eventually().until(() -> does(listener).get("state").asString().equals("stopped"));
        assertThat(listener.get("responder")).has("error/symbol", "EINVAL");
    }

    @Test
    void aResetPeerIsNoProblem() throws Exception {
        ApiSocket listener = echo();
        Talk talk = Talk.with(listener);
        talk.says("x").hears("x");
        Peers.reset(talk.socket());
        untilIs(listener, "open", 0);
        assertThat(listener.get("responder")).has("state", "running").hasNull("error");
    }

    private static void saysAll(Talk talk, byte[] bytes) {
        try {
            talk.says(bytes).ends();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
