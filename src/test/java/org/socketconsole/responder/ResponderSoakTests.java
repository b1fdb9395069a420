package org.socketconsole.responder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.socketconsole.testing.AnswerAssert.assertThat;
import static org.socketconsole.testing.Eventually.eventually;
import static org.socketconsole.testing.Json.json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.socketconsole.testing.ApiSocket;
import org.socketconsole.testing.ContractTests;
import org.socketconsole.testing.Peers;
import org.socketconsole.testing.Threads;
import org.socketconsole.traffic.TrafficStore;
import org.springframework.beans.factory.annotation.Autowired;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/// Counts what a process has, which others would change. `-Dsoak.seconds=60` takes longer.
@Isolated
class ResponderSoakTests extends ContractTests {

    private static final int SECONDS = Integer.getInteger("soak.seconds", 3);
    private static final int CLIENTS = 64;
    private static final int IDLE = 1000;
    private static final int MOST_BYTES_OF_IDLE = 40 * 1024;

    private static final int CLOSED_SOCKETS_KEPT = 1000;
    private static final int CALLS_KEPT = 20_000;

    /// Less than what each connection, or each message, would leave.
    private static final int MOST_GROWTH = 1024 * 1024;

    /// What a process has.
    private record Held(
            long descriptors,
            long threads,
            long virtualThreads,
            long heap,
            long buffers,
            long kept) {}

    private static final String RULES =
            """
            {'reply': 'rules', 'framing': 'line', 'limit': %d, 'rules': [
             {'on': 'open', 'reply': {'text': 'hello\\n'}},
             {'match': {'text': 'quit'}, 'reply': {'text': 'bye\\n'}, 'then': 'close'},
             {'match': {'text': 'half'}, 'reply': {'text': 'ha'}, 'then': 'reset'},
             {'match': {'re': '^add (\\\\d+) (\\\\d+)$'}, 'reply': {'text': '$2+$1\\n'}},
             {'match': {'text': 'slow'}, 'delay': 0.002, 'chunk_size': 1,
              'reply': {'text': 'slow\\n'}}]}
            """;

    @Autowired private TrafficStore traffic;

    private final AtomicInteger answers = new AtomicInteger();

    private ApiSocket server(int limit) {
        ApiSocket listener = api.listener();
        assertThat(listener.put("responder", json(RULES, limit))).isOk();
        return listener;
    }

    @Test
    void underClientsThatAreKilledNothingIsLeftOverAndNoAnswerIsWrong() throws Exception {
        ApiSocket listener = server(256);
        fillWhatIsBounded(listener);
        Held before = held(listener);
        answers.set(0);
        talkAll(listener, SECONDS);
        assertThat(answers.get()).isGreaterThan(CLIENTS);
        eventually()
                .untilAsserted(
                        () -> {
                            Held now = held(listener);
                            assertThat(now.descriptors).isLessThanOrEqualTo(before.descriptors);
                            assertThat(now.threads).isLessThanOrEqualTo(before.threads);
                            assertThat(now.virtualThreads)
                                    .isLessThanOrEqualTo(before.virtualThreads);
                            assertThat(now.heap).isLessThan(before.heap + MOST_GROWTH);
                            assertThat(now.buffers).isLessThan(before.buffers + MOST_GROWTH);
                            assertThat(now.kept).isZero();
                        });
        assertThat(listener.get("responder"))
                .has("state", "running")
                .has("unmatched", 0)
                .hasNull("error");
        assertThat(api.get("/operations")).has("total", 0);
    }

    /// The calls and the closed sockets that are remembered: from there on each takes the place of
    /// another.
    private void fillWhatIsBounded(ApiSocket listener) throws Exception {
        do {
            talkAll(listener, 1);
        } while (did(listener, "accepted") <= CLOSED_SOCKETS_KEPT
                || api.get("/calls?limit=1").at("total").asInt() < CALLS_KEPT);
    }

    /// Once all have gone, and without the bytes that are kept for whoever wants to see them.
    private Held held(ApiSocket listener) {
        eventually().until(() -> did(listener, "open") == 0);
        assertThat(api.delete("/traffic")).isDone();
        return new Held(
                Objects.requireNonNull(new File("/proc/self/fd").list()).length,
                Threads.platform(),
                Threads.virtual(),
                heap(),
                ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                        .mapToLong(BufferPoolMXBean::getMemoryUsed)
                        .sum(),
                traffic.bytes());
    }

    private static int did(ApiSocket listener, String what) {
        return listener.get("responder").at(what).asInt();
    }

    @Test
    void anIdleConnectionTakesFewBytesOfTheHeap() throws Exception {
        ApiSocket listener = server(2 * IDLE);
        List<Talk> talks = new ArrayList<>();
        try {
            open(listener, talks, 100);
            long before = heap();
            open(listener, talks, IDLE);
            long each = (heap() - before) / IDLE;
            System.out.printf("an idle connection takes %d bytes of the heap%n", each);
            assertThat(each).isLessThan(MOST_BYTES_OF_IDLE);
        } finally {
            for (Talk talk : talks) {
                talk.close();
            }
        }
        eventually().until(() -> did(listener, "open") == 0);
    }

    private static void open(ApiSocket listener, List<Talk> talks, int count) throws IOException {
        int port = listener.port();
        for (int i = 0; i < count; i++) {
            Talk talk = Talk.with(port);
            talks.add(talk);
            talk.hears("hello\n").says("add 1 2\n").hears("2+1\n");
        }
    }

    private static long heap() {
        System.gc();
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private void talkAll(ApiSocket listener, int seconds) throws Exception {
        int port = listener.port();
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                Random random = new Random(i);
                all.add(clients.submit(() -> talkUntil(end, port, random)));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
    }

    private void talkUntil(long end, int port, Random random) {
        while (System.nanoTime() < end) {
            try (Talk talk = Talk.with(port)) {
                talk.hears("hello\n");
                for (int i = random.nextInt(50); i > 0; i--) {
                    say(talk, random);
                }
                leave(talk, random.nextInt(4));
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }

    private void say(Talk talk, Random random) throws IOException {
        int a = random.nextInt(1000);
        int b = random.nextInt(1000);
        if (random.nextInt(100) == 0) {
            talk.says("slow\n").hears("slow\n");
        } else {
            talk.says("add " + a + " " + b + "\n").hears(b + "+" + a + "\n");
        }
        answers.incrementAndGet();
    }

    /// In order, killed with an answer under way, by the server's close, by its reset.
    private static void leave(Talk talk, int how) throws IOException {
        switch (how) {
            case 0 -> talk.ends().hearsTheEnd();
            case 1 -> {
                talk.says("add 1 2\nadd 3 4\n");
                Peers.reset(talk.socket());
            }
            case 2 -> talk.says("quit\n").hears("bye\n").hearsTheEnd();
            default -> talk.says("half\n").hears("ha");
        }
    }
}
