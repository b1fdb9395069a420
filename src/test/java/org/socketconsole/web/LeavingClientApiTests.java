package org.socketconsole.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.socketconsole.testing.Api;
import org.socketconsole.testing.ContractTests;
import org.socketconsole.testing.RawConnection;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A client that leaves is told of at debug level.
class LeavingClientApiTests extends ContractTests {

    /// They warn of what others' tests leave unsent, at the same time.
    private static final String FILES = "org.socketconsole.file";

    private static final String BYTES = "application/octet-stream";

    /// More of them than the kernel holds for a client that does not read.
    private static final int PIECES = 24;

    private static final int PIECE = 400 * 1024;

    private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    private final Logger ours = (Logger) LoggerFactory.getLogger("org.socketconsole.web");
    private final Told told = new Told();

    @BeforeEach
    void listen() {
        ours.setLevel(Level.DEBUG);
        told.start();
        root.addAppender(told);
    }

    @AfterEach
    void stop() {
        root.detachAppender(told);
        ours.setLevel(null);
    }

    @Test
    void inTheMiddleOfABodyWithAnEnd() throws IOException {
        begun().close();
        assertIsNoDefect();
    }

    @Test
    void inTheMiddleOfABodyWithAReset() throws IOException {
        begun().reset();
        assertIsNoDefect();
    }

    private RawConnection begun() throws IOException {
        return new RawConnection(api)
                .head("POST", "/sockets", "Content-Type: application/json", "Content-Length: 1000")
                .write("{");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/constants", "/v3/api-docs"})
    void inTheMiddleOfAnAnswer(String target) throws IOException {
        RawConnection connection = new RawConnection(api);
        for (int i = 0; i < 100; i++) {
            connection.headOf("GET", target, "Authorization: Bearer " + Api.TOKEN);
        }
        connection.answer();
        connection.reset();
        assertIsNoDefect();
    }

    @Test
    void inTheMiddleOfACapture() throws IOException {
        Api.Pair pair = api.pair();
        for (int i = 0; i < PIECES; i++) {
            var sent = raw(pair.first().path("sendall")).body(BYTES, new byte[PIECE]).sendLater();
            raw(pair.second().path("recv?flags=MSG_WAITALL&bufsize=" + PIECE)).accept(BYTES).send();
            sent.join();
        }
        RawConnection connection = new RawConnection(api).head("GET", "/traffic.jsonl");
        assertThat(connection.hasAnswerWithin(10_000)).isTrue();
        connection.reset();
        assertIsNoDefect();
    }

    private Api.Request raw(String path) {
        return api.request("POST", path);
    }

    private void assertIsNoDefect() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> told.events.stream().anyMatch(event -> isOf(event)));
        assertThat(told.events)
                .filteredOn(event -> !event.getLoggerName().startsWith(FILES))
                .noneMatch(event -> event.getLevel().isGreaterOrEqual(Level.WARN));
    }

    private static boolean isOf(ILoggingEvent event) {
        return event.getThrowableProxy() != null;
    }

    private static final class Told extends AppenderBase<ILoggingEvent> {
        private final List<ILoggingEvent> events = new CopyOnWriteArrayList<>();

        @Override
        protected void append(ILoggingEvent event) {
            events.add(event);
        }
    }
}
