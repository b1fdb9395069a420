package org.socketconsole.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.socketconsole.testing.AnswerAssert.assertThat;
import static org.socketconsole.testing.Eventually.eventually;

import org.junit.jupiter.api.Test;
import org.socketconsole.testing.Answer;
import org.socketconsole.testing.ApiSocket;
import org.socketconsole.testing.ContractTests;
import org.socketconsole.testing.RawConnection;
import org.springframework.test.context.TestPropertySource;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// A server with patience, but with room for few that ask for nothing.
@TestPropertySource(properties = {"console.http.head-within=60s", "console.http.unfinished=4"})
class ManyConnectionsApiTests extends ContractTests {

    /// Which of those are the oldest that come at once is the server's to say. Those whose calls
    /// wait are older than any, and are left alone.
    @Test
    void ofManyConnectionsWithoutARequestAsManyStayAsMayAndAllWhoseCallsWait() throws IOException {
        ApiSocket waitedFor = api.pair().first();
        List<RawConnection> waiting = new ArrayList<>();
        List<RawConnection> connections = new ArrayList<>();
        try {
            for (int i = 0; i < 8; i++) {
                waiting.add(waiting(waitedFor));
            }
            waitedFor.untilWaiting("recv", waiting.size());
            for (int i = 0; i < 12; i++) {
                connections.add(new RawConnection(api));
            }
            List<RawConnection> open = new ArrayList<>(connections);
            eventually().untilAsserted(() -> assertThat(endedAmong(open)).isEqualTo(8));
            Answer answer = open.getLast().headOf("GET", "/api/v1/sockets", "Accept: */*").answer();
            assertThat(answer).isProblem(401, "unauthenticated");
            waitedFor.close();
            for (RawConnection connection : waiting) {
                assertThat(connection.answer()).isClosed();
            }
        } finally {
            connections.addAll(waiting);
            for (RawConnection connection : connections) {
                connection.close();
            }
        }
    }

    private RawConnection waiting(ApiSocket socket) throws IOException {
        return new RawConnection(api)
                .head(
                        "POST",
                        socket.path("recv?wait=60"),
                        "Content-Type: application/json",
                        "Content-Length: 2")
                .write("{}");
    }

    /// They are taken out of the open ones.
    private static int endedAmong(List<RawConnection> open) throws IOException {
        for (RawConnection connection : List.copyOf(open)) {
            if (connection.isEndedWithin(20)) {
                open.remove(connection);
            }
        }
        return 12 - open.size();
    }
}
