package org.socketconsole.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.socketconsole.testing.AnswerAssert.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.socketconsole.testing.Api;
import org.socketconsole.testing.Bytes;
import org.socketconsole.testing.ContractTests;
import org.socketconsole.testing.RawConnection;
import org.socketconsole.testing.Threads;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/// Clients who say the next thing before they have heard of the last, for as long as they like.
class TalkativeClientsApiTests extends ContractTests {

    private static final int CLIENTS = 8;
    private static final int AT_ONCE = 400;
    private static final int PIECE = 64 * 1024;
    private static final byte MASKED = (byte) 0x80;
    private static final int REQUESTS = 20;

    /// Far fewer have their turn while another waits for his.
    private static final int MOST_ANSWERS = 100;

    /// Far fewer are those of other tests.
    private static final long MOST_THREADS = 10_000;

    private final List<RawConnection> clients = new ArrayList<>();
    private final AtomicLong heard = new AtomicLong();

    @AfterEach
    void end() throws IOException {
        for (RawConnection client : clients) {
            client.close();
        }
    }

    /// Each is read when the one before it has ended or waits.
    @Test
    void fewCallsOfAChannelAreBegunAtATime() throws IOException {
        String id = api.tcp().id();
        byte[] call = frame("{\"call\": \"fileno\", \"id\": \"%s\", \"n\": 1}".formatted(id));
        talk("/channel", call);
        awaitAnswersToOthers();
        assertThat(Threads.virtual()).isLessThan(MOST_THREADS);
    }

    @Test
    void whatPagesAskForKeepsNobodyOut() throws IOException {
        talk("/live", frame("{\"subscribe\": {}}"));
        awaitAnswersToOthers();
    }

    /// Pings, and pieces of a message of which there is always one more; of those who have shown no
    /// token, too.
    @ParameterizedTest
    @ValueSource(bytes = {(byte) 0x89, 0x00})
    void framesThatSayNothingKeepNobodyOut(byte frame) throws IOException {
        byte[] many = repeated(new byte[] {frame, MASKED, 0, 0, 0, 0});
        String bridge = "/api/v1/sockets/" + api.pair().first().id() + "/ws";
        for (String path : List.of("/api/v1/live", bridge)) {
            for (int i = 0; i < CLIENTS; i++) {
                RawConnection stranger = new RawConnection(api);
                stranger.headOf("GET", path, "X-Token: none", RawConnection.UPGRADE);
                upgraded(stranger).write(new byte[] {0x01, MASKED, 0, 0, 0, 0});
                speak(stranger, many);
            }
        }
        awaitAnswersToOthers();
    }

    @Test
    void requestsInARowKeepNobodyOut() throws IOException {
        String head =
                "GET /api/v1/sockettype HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nAuthorization: Bearer %s\r\n\r\n";
        byte[] request = Bytes.utf8(head.formatted(api.port(), Api.TOKEN));
        long answer = answerTo(request);
        talk(null, request);
        assertThat(awaitAnswersToOthers()).isLessThan(MOST_ANSWERS * answer);
    }

    /// Its bytes.
    private long answerTo(byte[] request) throws IOException {
        try (RawConnection connection = new RawConnection(api)) {
            return connection.write(request).read(new byte[PIECE]);
        }
    }

    /// @param path of a WebSocket, null for none
    private void talk(@Nullable String path, byte[] said) throws IOException {
        byte[] many = repeated(said);
        for (int i = 0; i < CLIENTS; i++) {
            RawConnection client = new RawConnection(api);
            if (path != null) {
                upgraded(client.head("GET", path, RawConnection.UPGRADE));
            }
            speak(client, many);
        }
    }

    private static RawConnection upgraded(RawConnection client) throws IOException {
        assertThat(client.answer().status()).isEqualTo(101);
        return client;
    }

    private void speak(RawConnection client, byte[] many) {
        clients.add(client);
        Thread.ofPlatform().start(() -> say(client, many));
        Thread.ofPlatform().start(() -> hear(client));
    }

    /// The bytes that come to those who talk while another is answered, of most requests at most.
    private long awaitAnswersToOthers() {
        List<Long> meanwhile = new ArrayList<>();
        for (int i = 0; i < REQUESTS; i++) {
            long before = heard.get();
            assertThat(api.get("/sockettype")).isOk();
            meanwhile.add(heard.get() - before);
        }
        meanwhile.sort(null);
        return meanwhile.get(REQUESTS / 2);
    }

    private static byte[] repeated(byte[] said) {
        ByteArrayOutputStream many = new ByteArrayOutputStream();
        for (int i = 0; i < AT_ONCE; i++) {
            many.writeBytes(said);
        }
        return many.toByteArray();
    }

    private static byte[] frame(String text) {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.writeBytes(new byte[] {(byte) 0x81, (byte) (0x80 | text.length()), 0, 0, 0, 0});
        frame.writeBytes(Bytes.utf8(text));
        return frame.toByteArray();
    }

    /// Until it is closed.
    private static void say(RawConnection client, byte[] many) {
        try {
            while (true) {
                client.write(many);
            }
        } catch (IOException closed) {
            // As it ends.
        }
    }

    private void hear(RawConnection client) {
        byte[] bytes = new byte[PIECE];
        try {
            for (int count = 0; count >= 0; count = client.read(bytes)) {
                heard.addAndGet(count);
            }
        } catch (IOException closed) {
            // As it ends.
        }
    }
}
