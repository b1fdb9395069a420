package org.socketconsole.responder;

import static org.socketconsole.testing.AnswerAssert.assertThat;

import org.junit.jupiter.api.Test;
import org.socketconsole.testing.ApiSocket;
import org.socketconsole.testing.ContractTests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;

/// What is put holds for all that comes after the answer to it, though who attends the socket may
/// just be about to receive: each fact many times, for two clients at once.
class ResponderChangesApiTests extends ContractTests {

    private static final int ROUNDS = 300;

    private static final String ECHO = "{\"reply\": \"echo\"}";
    private static final String OTHER =
            "{\"reply\": \"rules\", \"rules\": [{\"reply\": {\"text\": \"!\"}}]}";
    private static final String NO_ACCEPT = "{\"reply\": \"echo\", \"accept\": false}";

    @FunctionalInterface
    private interface Round {
        void go(ApiSocket listener) throws IOException;
    }

    private void manyOfTwo(Round round) {
        List.of(api.listener(), api.listener()).parallelStream()
                .forEach(listener -> IntStream.range(0, ROUNDS).forEach(_ -> go(round, listener)));
    }

    private static void go(Round round, ApiSocket listener) {
        try {
            round.go(listener);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void put(ApiSocket socket, String behaviour) {
        assertThat(socket.put("responder", behaviour)).isOk();
    }

    private void delete(ApiSocket socket) {
        assertThat(api.delete(socket.path("responder"))).isDone();
    }

    @Test
    void nothingIsAnsweredByWhatWasToBeDoneBefore() {
        manyOfTwo(
                listener -> {
                    put(listener, ECHO);
                    try (Talk talk = Talk.with(listener)) {
                        talk.says("x").hears("x");
                        put(listener, OTHER);
                        talk.says("y").hears("!");
                    }
                });
    }

    @Test
    void nothingIsReceivedByOneThatWasDeleted() {
        manyOfTwo(
                listener -> {
                    try (Talk talk = Talk.with(listener)) {
                        ApiSocket connection = listener.accepted();
                        put(connection, ECHO);
                        talk.says("x").hears("x");
                        delete(connection);
                        talk.says("y");
                        assertThat(connection.recv(10)).hasData("y");
                        assertThat(connection.close()).isDone();
                    }
                });
    }

    @Test
    void nothingIsAcceptedByOneThatIsNotTo() {
        manyOfTwo(
                listener -> {
                    put(listener, ECHO);
                    put(listener, NO_ACCEPT);
                    try (Talk _ = Talk.with(listener)) {
                        assertThat(listener.accepted().close()).isDone();
                    }
                });
    }
}
