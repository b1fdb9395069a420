package org.socketconsole.responder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.socketconsole.testing.AnswerAssert.assertThat;

import org.junit.jupiter.api.Test;
import org.socketconsole.testing.ApiSocket;
import org.socketconsole.testing.ContractTests;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Peers that say more than can be answered, each at once.
class FloodApiTests extends ContractTests {

    private static final int PEERS = 8;
    private static final byte[] MESSAGES = "a\n".repeat(1_000_000).getBytes();

    private static final String RULES =
            """
            {"reply": "rules", "framing": "line",
             "rules": [{"match": {"re": "^(x+)$"}, "reply": {"text": "x"}}]}
            """;

    @Test
    void requestsAreAnsweredBeforeAFloodIsOver() throws Exception {
        ApiSocket listener = api.listener();
        assertThat(listener.put("responder", RULES)).isOk();
        List<Talk> peers = new ArrayList<>();
        try {
            for (int i = 0; i < PEERS; i++) {
                Talk peer = Talk.with(listener);
                peers.add(peer);
                Thread.ofPlatform().start(() -> flood(peer));
            }
            for (int i = 0; i < 20; i++) {
                assertThat(api.get("/sockettype")).isOk();
            }
            long received = listener.get("responder").at("received").asLong();
            assertThat(received).isBetween(1L, PEERS * (long) MESSAGES.length - 1);
        } finally {
            for (Talk peer : peers) {
                peer.close();
            }
        }
    }

    /// Until it is closed.
    private static void flood(Talk peer) {
        try {
            peer.says(MESSAGES);
        } catch (IOException closed) {
            assertThat(peer.socket().isClosed()).isTrue();
        }
    }
}
