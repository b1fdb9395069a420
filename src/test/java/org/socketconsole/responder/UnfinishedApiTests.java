package org.socketconsole.responder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.socketconsole.testing.AnswerAssert.assertThat;
import static org.socketconsole.testing.Eventually.eventually;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.socketconsole.testing.ApiSocket;
import org.socketconsole.testing.ContractTests;
import org.springframework.test.context.TestPropertySource;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// A server with room for a MiB of messages that are not yet whole.
@TestPropertySource(properties = "console.responder.unfinished=1MB")
class UnfinishedApiTests extends ContractTests {

    private static final String PIECE = "x".repeat(60_000);

    /// There is room for so many, twice what each has said being held, and not for so many.
    private static final int FEW = 4;

    private static final int TOO_MANY = 1024 * 1024 / 60_000 + 1;

    private static final String RULES =
            """
            {"reply": "rules", "framing": "line", "rules": [{"reply": {"text": "all of it"}}]}
            """;

    private final List<Talk> talks = new ArrayList<>();

    @AfterEach
    void leave() throws IOException {
        for (Talk talk : talks) {
            talk.close();
        }
        talks.clear();
    }

    private ApiSocket server() {
        ApiSocket listener = api.listener();
        put(listener);
        return listener;
    }

    private void put(ApiSocket listener) {
        assertThat(listener.put("responder", RULES)).isOk();
    }

    private void begin(ApiSocket listener, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            Talk talk = Talk.with(listener);
            talks.add(talk);
            beginOne(talk);
        }
    }

    private static void beginOne(Talk talk) {
        try {
            talk.says(PIECE);
        } catch (IOException refused) {
            // the others go on
        }
    }

    private static int open(ApiSocket listener) {
        return listener.get("responder").at("open").asInt();
    }

    @Test
    void connectionsThatEachHoldAnUnfinishedMessageAreBoundedTogether() throws IOException {
        ApiSocket listener = server();
        begin(listener, TOO_MANY);
        eventually().until(() -> open(listener) < TOO_MANY);
        assertThat(open(listener)).isGreaterThanOrEqualTo(FEW);
        assertThat(listener.get("responder"))
                .has("state", "running")
                .has("error/kind", "quota")
                .has(
                        "error/detail",
                        "The unfinished messages and answers of all connections take 1048576 bytes,"
                                + " as many as they may: one that went on with its own was closed"
                                + " (`console.responder.unfinished`).");
    }

    @Test
    void whoEndsHisMessageOrLeavesGivesItsRoomBack() throws IOException {
        ApiSocket listener = server();
        for (int round = 0; round < TOO_MANY; round++) {
            begin(listener, FEW);
            put(listener);
            for (Talk talk : talks.subList(0, FEW / 2)) {
                talk.says("\n").hears("all of it");
            }
            leave();
            eventually().until(() -> open(listener) == 0);
        }
        assertThat(listener.get("responder")).hasNull("error");
    }
}
