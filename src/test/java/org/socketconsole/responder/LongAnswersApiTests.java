package org.socketconsole.responder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.socketconsole.testing.AnswerAssert.assertThat;
import static org.socketconsole.testing.Eventually.eventually;

import org.junit.jupiter.api.Test;
import org.socketconsole.testing.ApiSocket;
import org.socketconsole.testing.ContractTests;
import org.springframework.test.context.TestPropertySource;

import java.io.IOException;

/// A server with room for one long answer to a peer who does not read, and not for two.
@TestPropertySource(properties = "console.responder.unfinished=20MB")
class LongAnswersApiTests extends ContractTests {

    private static final int TIMES = 200;
    private static final String MESSAGE = "x".repeat(60_000);
    private static final int ANSWER = TIMES * MESSAGE.length();
    private static final String RULES =
            """
            {"reply": "rules", "framing": "line",
             "rules": [{"match": {"re": "^(x+)$"}, "reply": {"text": "%s"}}]}
            """
                    .formatted("$1".repeat(TIMES));

    @Test
    void answersThatNobodyReadsAreBoundedTogetherAndGiveTheirRoomBackOnceTheyAreRead()
            throws IOException {
        ApiSocket listener = api.listener();
        assertThat(listener.put("responder", RULES)).isOk();
        try (Talk first = Talk.with(listener);
                Talk second = Talk.with(listener);
                Talk third = Talk.with(listener)) {
            first.says(MESSAGE + "\n").hears("x");
            second.says(MESSAGE + "\n").hearsTheEnd();
            assertThat(listener.get("responder"))
                    .has("state", "running")
                    .has("error/kind", "quota");
            assertThat(first.heard(ANSWER - 1)).hasSize(ANSWER - 1);
            eventually().until(() -> listener.get("responder").at("replies").asInt() == 1);
            third.says(MESSAGE + "\n");
            assertThat(third.heard(ANSWER)).hasSize(ANSWER);
        }
    }
}
