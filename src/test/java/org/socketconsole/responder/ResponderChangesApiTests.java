package org.socketconsole.responder;

import static org.socketconsole.testing.AnswerAssert.assertThat;

import org.junit.jupiter.api.Test;
import org.socketconsole.testing.ApiSocket;
import org.socketconsole.testing.ContractTests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/// What is put holds for all that comes after the answer to it, though who attends the socket may
/// just be about to receive: many times, for two clients at once.
class ResponderChangesApiTests extends ContractTests {

    private static final int ROUNDS = 300;

    private static final String ECHO = "{\"reply\": \"echo\"}";
    private static final String OTHER =
            "{\"reply\": \"rules\", \"rules\": [{\"reply\": {\"text\": \"!\"}}]}";

    @Test
    void nothingIsAnsweredByWhatWasToBeDoneBefore() {
        List.of(api.listener(), api.listener()).parallelStream()
                .forEach(ResponderChangesApiTests::changeOften);
    }

    private static void changeOften(ApiSocket listener) {
        for (int i = 0; i < ROUNDS; i++) {
            put(listener, ECHO);
            try (Talk talk = Talk.with(listener)) {
                talk.says("x").hears("x");
                put(listener, OTHER);
                talk.says("y").hears("!");
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    private static void put(ApiSocket socket, String behaviour) {
        assertThat(socket.put("responder", behaviour)).isOk();
    }
}
