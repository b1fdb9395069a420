package org.socketconsole.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.socketconsole.net.SocketConstants.AF_INET;
import static org.socketconsole.net.SocketConstants.SOCK_STREAM;

import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingStream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.socketconsole.libc.Libc;
import org.socketconsole.libc.Sockaddr;
import org.socketconsole.net.SocketAddress.Inet4;
import org.socketconsole.testing.Contract;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/// Calls that wait, each over a connection of its own.
@Isolated("threads are those of the process")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "console.token=parked")
class ParkedCallsIT {

    /// Of each kind; a waiting call needs a socket, a connection and its client's end.
    private static final int MANY =
            (int) Math.min(1000, Libc.host().getrlimit(Libc.RLIMIT_NOFILE) / 8);

    private static final int AT_ONCE = 50;

    private static final Duration PINNED = Duration.ofMillis(20);

    @LocalServerPort private int port;
    @Autowired private SocketFactory factory;
    @Autowired private SocketRegistry registry;

    private final Queue<RecordedEvent> pinned = new ConcurrentLinkedQueue<>();
    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client = HttpClient.newBuilder().executor(callers).build();

    @AfterEach
    void stop() {
        client.shutdownNow();
        callers.shutdownNow();
        registry.stop();
    }

    @Test
    void manyThatReceiveAndManyThatAcceptHoldNeitherThreadsNorCarriersAndAllWakeWithTheClose()
            throws Exception {
        loadClasses();
        long before = platformThreads();
        try (RecordingStream recording = new RecordingStream()) {
            recording.enable("jdk.VirtualThreadPinned").withThreshold(PINNED);
            recording.onEvent("jdk.VirtualThreadPinned", pinned::add);
            recording.startAsync();
            List<LiveSocket> sockets = Stream.generate(this::bound).limit(2L * MANY).toList();
            List<CompletableFuture<HttpResponse<String>>> waiting = parkAll(sockets);

            assertThat(platformThreads() - before).as("more threads").isLessThan(MANY / 25);
            assertThat(checked(get("/api/v1/sockets?limit=1"))).isEqualTo(200);
            assertThat(waiting).noneMatch(CompletableFuture::isDone);

            registry.stop();
            assertThat(waiting).allSatisfy(call -> assertThat(checked(call.join())).isEqualTo(410));
            recording.stop();
        }
        assertThat(pinned)
                .filteredOn(event -> !loadsAClass(event))
                .as("carriers pinned for more than 20 ms")
                .isEmpty();
    }

    /// Some at a time: a connection too many for the backlog of the server is tried again after
    /// seconds, and after twice as many then.
    private List<CompletableFuture<HttpResponse<String>>> parkAll(List<LiveSocket> sockets) {
        List<CompletableFuture<HttpResponse<String>>> waiting = new ArrayList<>();
        for (int from = 0; from < sockets.size(); from += AT_ONCE) {
            int to = Math.min(from + AT_ONCE, sockets.size());
            List<LiveSocket> some = sockets.subList(from, to);
            some.forEach(socket -> waiting.add(park(socket)));
            Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> some.stream().allMatch(socket -> socket.descriptor().isBusy()));
        }
        return waiting;
    }

    /// A class is loaded once, and pins whoever waits for that.
    private static boolean loadsAClass(RecordedEvent pinned) {
        return pinned.getStackTrace() != null
                && pinned.getStackTrace().getFrames().stream()
                        .anyMatch(frame -> frame.getMethod().getName().equals("loadClass"));
    }

    /// The first call of each kind initialises classes, which pins whoever waits for them.
    private void loadClasses() throws Exception {
        for (LiveSocket socket : List.of(bound(), bound())) {
            assertThat(checked(park(socket, "&wait=0").get())).isEqualTo(504);
        }
    }

    /// Every second one listens, the others are datagram sockets to receive on.
    private LiveSocket bound() {
        int number = registry.open().size();
        LiveSocket socket = factory.socket(AF_INET, SOCK_STREAM + number % 2, 0, null);
        socket.bind(Sockaddr.encode(new Inet4(new byte[] {127, 0, 0, 1}, 0)));
        if (socket.kind().isStream()) {
            socket.listen(1);
        }
        return socket;
    }

    private CompletableFuture<HttpResponse<String>> park(LiveSocket socket) {
        return park(socket, "");
    }

    private CompletableFuture<HttpResponse<String>> park(LiveSocket socket, String query) {
        String call = (socket.kind().isStream() ? "accept?" : "recv?bufsize=64") + query;
        HttpRequest request =
                request("/api/v1/sockets/" + socket.id() + "/" + call)
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build();
        return client.sendAsync(request, BodyHandlers.ofString());
    }

    /// The status of an answer that is as the API's description has it.
    private static int checked(HttpResponse<String> answer) {
        Contract.check(answer);
        return answer.statusCode();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(request(path).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Authorization", "Bearer parked");
    }

    private static long platformThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !thread.isVirtual())
                .count();
    }
}
