package org.socketconsole.responder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.socketconsole.testing.AnswerAssert.assertThat;
import static org.socketconsole.testing.Json.json;

import org.junit.jupiter.api.Test;
import org.socketconsole.testing.Answer;
import org.socketconsole.testing.ContractTests;

import tools.jackson.databind.JsonNode;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// Rules are tried by the engine that answers with them.
class TrialApiTests extends ContractTests {

    private static final String CALC =
            "{'match': {'text': 'QUIT'}, 'reply': {'text': 'bye'}, 'then': 'close'},"
                    + " {'match': {'re': '^ADD (\\\\d+)( x)?'}, 'reply': {'text': '+$1 ${count}"
                    + " ${peer}'}, 'delay': 0.5}";

    private Answer trial(String framing, String rules, String message) {
        return api.request("POST", "/responders/try")
                .json(
                        json(
                                "{'framing': %s, 'rules': [%s], 'message': {'text': '%s'},"
                                        + " 'peer': 'me:1'}",
                                json(framing), json(rules), message))
                .send();
    }

    private static String text(JsonNode base64) {
        return new String(
                Base64.getDecoder().decode(base64.asString()), StandardCharsets.ISO_8859_1);
    }

    @Test
    void aMessageIsToldTheRuleThatItMeetsItsGroupsAndTheReply() {
        Answer answer = trial("'chunk'", CALC, "ADD 20");
        assertThat(answer).isOk();
        JsonNode tried = answer.at("items").get(0);
        assertThat(tried.get("rule").asInt()).isEqualTo(1);
        assertThat(text(tried.get("groups").get(0))).isEqualTo("ADD 20");
        assertThat(text(tried.get("groups").get(1))).isEqualTo("20");
        assertThat(text(tried.get("groups").get(2))).isEmpty();
        assertThat(text(tried.get("reply"))).isEqualTo("+20 1 me:1");
        assertThat(tried.get("delay").asDouble()).isEqualTo(0.5);
        assertThat(tried.get("then").isNull()).isTrue();
    }

    @Test
    void itIsCutAsAStreamIsAndGoesOnUntilTheRulesClose() {
        Answer answer = trial("'line'", CALC, "ADD 1\\nHM\\nQUIT\\nADD 2\\n");
        assertThat(answer.at("items").valueStream().map(one -> text(one.get("reply"))))
                .containsExactly("+1 1 me:1", "", "bye");
        assertThat(answer.at("items").get(1).get("rule").isNull()).isTrue();
        assertThat(answer.at("items").get(2).get("then").asString()).isEqualTo("close");
        assertThat(answer.at("unfinished").asInt()).isEqualTo("ADD 2\n".length());
    }

    @Test
    void theOpenAndTheEndAreToldTheirRulesToo() {
        String ends =
                "{'on': 'open', 'reply': {'text': 'hello ${peer}'}, 'delay': 0.5},"
                        + " {'on': 'end', 'reply': {'text': 'bye ${count}'}, 'then': 'reset'}, ";
        Answer answer = trial("'line'", ends + CALC, "ADD 1\\n");
        assertThat(text(answer.at("open/reply"))).isEqualTo("hello me:1");
        assertThat(answer).has("open/rule", 0).has("open/delay", 0.5).hasNull("open/then");
        assertThat(text(answer.at("items/0/reply"))).isEqualTo("+1 1 me:1");
        assertThat(text(answer.at("end/reply"))).isEqualTo("bye 1");
        assertThat(answer).has("end/rule", 1).has("end/then", "reset");
        assertThat(trial("'line'", CALC, "")).hasNull("open").hasNull("end");
    }

    @Test
    void whatTheRulesCloseHearsNoMoreAndHasNoEndOfItsOwn() {
        String end = ", {'on': 'end', 'reply': {'text': 'bye'}}";
        assertThat(trial("'line'", CALC + end, "QUIT\\n"))
                .has("items/0/then", "close")
                .hasNull("end");
        String open = "{'on': 'open', 'then': 'close'}, ";
        Answer closed = trial("'line'", open + CALC + end, "QUIT\\n");
        assertThat(closed).has("open/then", "close").has("unfinished", 5).hasNull("end");
        assertThat(closed.at("items").isEmpty()).isTrue();
    }

    @Test
    void anUnknownPlaceIsNamedAsItWasWritten() {
        assertThat(trial("'line'", "{'reply': {'text': 'a${no}b'}}", "").at("detail").asString())
                .contains("has `${no}`;");
        assertThat(trial("'line'", "{'reply': {'text': 'a${time'}}", "").at("detail").asString())
                .contains("has `${time`;");
    }

    @Test
    void everyCountsFromTheBeginningOfTheTrial() {
        String rules = "{'every': 3, 'reply': {'text': 'third'}}, {'reply': {'text': 'other'}}";
        for (int twice = 0; twice < 2; twice++) {
            assertThat(
                            trial("'line'", rules, "\\n\\n\\n")
                                    .at("items")
                                    .valueStream()
                                    .map(one -> text(one.get("reply"))))
                    .containsExactly("other", "other", "third");
        }
    }

    @Test
    void afterAShutdownNothingGoesBack() {
        String rules = "{'reply': {'text': 'once'}, 'then': 'shutdown'}";
        assertThat(
                        trial("'line'", rules, "\\n\\n")
                                .at("items")
                                .valueStream()
                                .map(one -> text(one.get("reply"))))
                .containsExactly("once", "");
    }

    @Test
    void whatIsWrongHasItsPlace() {
        assertThat(trial("'chunk'", "{}, {'match': {'re': '('}}", "a"))
                .isInvalid("rules.1.match.re");
        assertThat(trial("{'size': 0}", "{}", "a")).isInvalid("framing.size");
        assertThat(trial("'chunk'", "", "a")).isInvalid("rules");
        assertThat(trial("'chunk'", "{}", "a".repeat(64 * 1024 + 1))).isInvalid("message");
    }

    @Test
    void whatTheRepliesTakeTogetherHasAnEnd() {
        String rules = "{'reply': {'text': '" + "${random:65535}".repeat(9) + "'}}";
        assertThat(trial("'line'", rules, "\\n".repeat(100)))
                .isProblem(413, "socket-error", "EMSGSIZE");
    }
}
