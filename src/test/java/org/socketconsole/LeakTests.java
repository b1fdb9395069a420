package org.socketconsole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.socketconsole.testing.AnswerAssert.assertThat;
import static org.socketconsole.testing.Eventually.eventually;
import static org.socketconsole.testing.Json.json;

import static java.net.http.HttpClient.Version.HTTP_1_1;
import static java.net.http.HttpClient.Version.HTTP_2;

import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.socketconsole.dispatch.CallDefinition;
import org.socketconsole.dispatch.CallTable;
import org.socketconsole.testing.Answer;
import org.socketconsole.testing.Api;
import org.socketconsole.testing.ApiFile;
import org.socketconsole.testing.ApiSocket;
import org.socketconsole.testing.Bytes;
import org.socketconsole.testing.ContractTests;
import org.socketconsole.testing.Peers;
import org.socketconsole.testing.Threads;
import org.socketconsole.testing.WebSocketClient;
import org.socketconsole.traffic.TrafficStore;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Each way of using the API, three times and three times more: the second time leaves nothing that
/// the first did not.
@TestPropertySource(properties = "server.http2.enabled=true")
@Isolated("descriptors and threads are those of the process")
class LeakTests extends ContractTests {

    private static final int TIMES = 3;

    private static final Path TEMPORARY = Path.of(System.getProperty("java.io.tmpdir"));

    @TempDir private static Path recordings;
    @TempDir private Path directory;
    @Autowired private TrafficStore traffic;
    @Autowired private CallTable calls;

    private final HttpClient http = HttpClient.newBuilder().version(HTTP_1_1).build();

    @DynamicPropertySource
    static void recordHere(DynamicPropertyRegistry properties) {
        properties.add("console.recording.directory", () -> recordings);
    }

    @AfterEach
    void leave() {
        http.shutdownNow();
    }

    private interface Scenario {
        void play() throws Exception;
    }

    /// What a process has.
    ///
    /// @param sockets those of the kernel that it has a descriptor of
    /// @param files in the directory of recordings
    /// @param threads of the platform, see [#isOfAPool]
    private record Held(
            long descriptors,
            long sockets,
            long virtualThreads,
            long threads,
            long bytes,
            long files) {}

    @Test
    void noWayOfUsingTheApiLeavesAnythingBehind() throws Exception {
        List<Scenario> scenarios =
                List.of(
                        this::connections,
                        this::datagrams,
                        this::unixSockets,
                        this::passedDescriptors,
                        this::files,
                        this::failures,
                        this::cancelledCalls,
                        this::clientsThatLeave,
                        this::batches,
                        this::channels,
                        this::streams,
                        this::bridges,
                        this::repeats,
                        this::responders,
                        this::names,
                        this::captures,
                        this::events,
                        this::pages,
                        this::descriptorsByNumber,
                        this::options,
                        this::trials,
                        this::selects,
                        this::everyCall,
                        this::receivedAgain,
                        this::keyedAnswers,
                        this::recordings,
                        this::http2);
        try (Recording writes = new Recording()) {
            writes.enable("jdk.FileWrite").withThreshold(Duration.ZERO);
            writes.start();
            play(scenarios);
            Held before = settled();
            play(scenarios);
            eventually().untilAsserted(() -> assertNoMoreThan(before));
            assertThat(temporary(writes)).isEmpty();
        }
    }

    private void assertNoMoreThan(Held before) {
        Held now = held();
        assertThat(now.descriptors).isLessThanOrEqualTo(before.descriptors);
        assertThat(now.sockets).isLessThanOrEqualTo(before.sockets);
        assertThat(now.files).isLessThanOrEqualTo(before.files);
        assertThat(now.virtualThreads).isLessThanOrEqualTo(before.virtualThreads);
        assertThat(now.threads).isLessThanOrEqualTo(before.threads);
        assertThat(now.bytes).isZero();
    }

    /// The temporary files that were written and are still there, but for those of this test.
    private List<Path> temporary(Recording writes) throws IOException {
        Path file = directory.resolve("writes.jfr");
        writes.dump(file);
        return RecordingFile.readAllEvents(file).stream()
                .map(event -> event.getString("path"))
                .filter(Objects::nonNull)
                .map(Path::of)
                .filter(path -> path.startsWith(TEMPORARY) && !path.startsWith(directory))
                .filter(Files::exists)
                .distinct()
                .toList();
    }

    private void play(List<Scenario> scenarios) throws Exception {
        for (int i = 0; i < TIMES; i++) {
            for (Scenario scenario : scenarios) {
                scenario.play();
                closeAll();
            }
        }
    }

    private void closeAll() {
        for (String kind : List.of("/files", "/sockets", "/recordings")) {
            api.get(kind)
                    .at("items")
                    .forEach(one -> api.delete(kind + "/" + one.get("id").asString()));
        }
        api.delete("/traffic");
        eventually().until(() -> api.get("/operations").at("total").asInt() == 0);
    }

    /// Once nothing that is about to end has not.
    private Held settled() {
        Held[] last = {held()};
        eventually()
                .until(
                        () -> {
                            Held before = last[0];
                            last[0] = held();
                            return last[0].equals(before);
                        });
        return last[0];
    }

    private Held held() {
        List<String> descriptors = descriptors();
        long sockets =
                descriptors.stream().filter(to -> to.startsWith("socket:")).distinct().count();
        return new Held(
                descriptors.size(),
                sockets,
                Threads.virtual(),
                Threads.platform(),
                traffic.bytes(),
                recordedFiles());
    }

    /// What each leads to; of the one that lists them nothing is left to be read.
    private static List<String> descriptors() {
        try (Stream<Path> entries = Files.list(Path.of("/proc/self/fd"))) {
            return entries.map(LeakTests::target).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException closed) {
            return "";
        }
    }

    private static long recordedFiles() {
        try (Stream<Path> entries = Files.walk(recordings)) {
            return entries.count();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void connections() throws IOException {
        Api.Pair connection = api.connection();
        connection.first().send("there");
        connection.second().recv(10);
        ApiSocket listener = api.listener();
        try (Socket peer = Peers.connectTo(listener)) {
            listener.accepted().send("back");
            assertThat(peer.getInputStream().read()).isEqualTo('b');
        }
    }

    private void datagrams() {
        ApiSocket one = api.udp().bound();
        ApiSocket other = api.udp().bound();
        one.sendto("datagram", other.localAddress());
        assertThat(other.post("recvfrom", "{}")).isOk();
    }

    private void unixSockets() {
        ApiSocket listener = api.unix("SOCK_STREAM");
        String path = directory.resolve("s" + listener.id()).toString();
        assertThat(listener.bind(json("{'path': '%s'}", path))).isDone();
        assertThat(listener.post("listen", "{}")).isDone();
        assertThat(api.unix("SOCK_STREAM").connect(json("{'path': '%s'}", path))).isDone();
        listener.accepted().post("dup");
    }

    private void passedDescriptors() {
        Api.Pair pair = api.pair();
        String message =
                "{'buffers': ['eA=='], 'ancdata': [{'level': 'SOL_SOCKET', 'type': 'SCM_RIGHTS',"
                        + " 'value': {'sockets': ['%s']}}]}";
        for (int i = 0; i < 2; i++) {
            assertThat(pair.first().post("sendmsg", json(message, pair.first().id()))).isOk();
        }
        assertThat(pair.second().post("recvmsg", "{\"ancbufsize\": 100}")).isOk();
    }

    private void files() {
        Api.Pair pair = api.pair();
        ApiFile writing = pair.first().makefile("{\"mode\": \"w\"}");
        ApiFile reading = pair.second().makefile("{\"mode\": \"r\"}");
        writing.write("line\nrest");
        writing.call("flush");
        assertThat(reading.call("readline")).isOk();
    }

    private void failures() {
        ApiSocket socket = api.tcp();
        assertThat(socket.connect(Peers.closedPort())).isProblem(502, "socket-error");
        assertThat(api.post("/sockets", "{\"family\": \"AF_NONSENSE\"}"))
                .isProblem(400, "invalid-argument");
        assertThat(api.get("/dns/gethostbyname?hostname=a..b")).isProblem(400, "invalid-argument");
        assertThat(socket.within(0.01).post("recv", "{}")).isProblem(409, "socket-error");
    }

    private void cancelledCalls() {
        Api.Pair pair = api.pair();
        CompletableFuture<Answer> waiting = pair.first().postLater("recv", "{}");
        CompletableFuture<Answer> closed = pair.second().postLater("recv", "{}");
        pair.first().untilWaiting("recv");
        pair.second().untilWaiting("recv");
        String id = api.get("/operations?socket=" + pair.first().id()).at("items/0/id").asString();
        api.delete("/operations/" + id);
        pair.second().close();
        assertThat(waiting.join()).isProblem(409, "cancelled");
        assertThat(closed.join()).isProblem(410, "socket-error");
    }

    private void clientsThatLeave() throws IOException {
        Api.Pair pair = api.pair();
        try (Socket leaving = new Socket(Peers.loopback(), api.port())) {
            String path = "/api/v1" + pair.first().path("stream");
            leaving.getOutputStream()
                    .write(
                            "GET %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n\r\n"
                                    .formatted(path, Api.TOKEN)
                                    .getBytes());
            pair.first().untilWaiting("receive_stream");
        }
        pair.first().untilWaiting("receive_stream", 0);
    }

    private void batches() {
        String calls =
                "{'calls': [{'call': 'socketpair', 'as': 'pair'},"
                        + " {'call': 'send', 'id': '$pair.sockets.0.id', 'body': {'text': 'x'}},"
                        + " {'call': 'recv', 'id': '$pair.sockets.1.id'}]}";
        assertThat(api.post("/batch", json(calls)).at("results").size()).isEqualTo(3);
    }

    private void channels() {
        WebSocketClient channel = new WebSocketClient();
        channel.open(http, api, "/channel", "Authorization", "Bearer " + Api.TOKEN);
        ApiSocket socket = api.udp().bound();
        IntStream.range(0, 10)
                .forEach(
                        n ->
                                channel.say(
                                        json(
                                                "{'n': %d, 'call': 'recv', 'id': '%s'}",
                                                n, socket.id())));
        socket.untilWaiting("recv", 1);
        channel.leave();
    }

    private void streams() {
        Api.Pair pair = api.pair();
        byte[] bytes = new byte[300_000];
        CompletableFuture<Answer> received =
                api.request("GET", pair.second().path("stream")).sendLater();
        Answer sent =
                api.request("PUT", pair.first().path("stream?shutdown=true"))
                        .body("application/octet-stream", bytes)
                        .send();
        assertThat(sent).has("sent", bytes.length);
        assertThat(received.join().body()).hasSize(bytes.length);
    }

    private void bridges() {
        Api.Pair pair = api.pair();
        WebSocketClient bridge = new WebSocketClient();
        bridge.open(http, api, pair.first().path("ws"), "Authorization", "Bearer " + Api.TOKEN);
        bridge.send(new byte[1000]);
        assertThat(pair.second().recv(1000)).isOk();
        bridge.leave();
    }

    private void repeats() {
        for (int i = 0; i < 2; i++) {
            assertThat(
                            api.request("POST", "/sockets")
                                    .header("Idempotency-Key", "leak")
                                    .json("{}")
                                    .send())
                    .hasStatus(201);
        }
    }

    private void responders() throws IOException {
        ApiSocket listener = api.listener();
        assertThat(listener.put("responder", "{\"reply\": \"echo\"}")).isOk();
        for (int i = 0; i < 5; i++) {
            try (Socket peer = Peers.connectTo(listener)) {
                peer.getOutputStream().write('e');
                assertThat(peer.getInputStream().read()).isEqualTo('e');
            }
        }
    }

    private void names() {
        assertThat(api.get("/dns/getaddrinfo?host=localhost")).isOk();
        assertThat(api.get("/dns/query?name=a.test&server=127.0.0.1&port=" + Peers.closedPort()))
                .isProblem(502, "socket-error");
    }

    private void captures() {
        Api.Pair pair = api.pair();
        pair.first().send("captured");
        pair.second().recv(10);
        for (String form : List.of("pcapng", "jsonl", "txt")) {
            assertThat(api.get("/traffic." + form)).isOk();
            assertThat(pair.first().get("traffic." + form)).isOk();
        }
    }

    /// The server hears with its next events that a client has left.
    private void events() throws Exception {
        HttpRequest request = request("/events").build();
        try (InputStream heard = http.send(request, BodyHandlers.ofInputStream()).body()) {
            api.tcp().close();
            assertThat(heard.read()).isEqualTo('i');
        }
        api.tcp().close();
    }

    private void pages() {
        WebSocketClient page = new WebSocketClient();
        page.open(http, api, "/live", "Authorization", "Bearer " + Api.TOKEN);
        page.say(json("{'subscribe': {'filter': 're:/a/', 'traffic': 'all'}}"));
        Api.Pair pair = api.pair();
        pair.first().send("a");
        assertThat(page.next()).contains("hello");
        page.leave();
    }

    private void descriptorsByNumber() {
        Api.Pair pair = api.pair();
        String request = "{'fd': %d, 'family': 'AF_UNIX', 'type': 'SOCK_STREAM'}";
        assertThat(api.post("/sockets/fromfd", json(request, pair.first().fd()))).isCreated();
        assertThat(api.post("/sockets/fromfd", json(request, 1_000_000))).isClosed();
    }

    private void options() {
        for (ApiSocket socket : List.of(api.tcp(), api.udp(), api.pair().first())) {
            assertThat(socket.get("options")).isOk();
            assertThat(set(socket, "SO_LINGER", "{'onoff': 1, 'linger': 5}")).isOk();
            assertThat(set(socket, "SO_LINGER", "{'onoff': 'much'}")).hasStatus(400);
            assertThat(set(socket, "SO_ATTACH_FILTER", "[{'code': 6, 'jt': 0, 'jf': 0, 'k': 9}]"))
                    .isOk();
        }
    }

    private Answer set(ApiSocket socket, String option, String value) {
        return api.request("PUT", socket.path("options/" + option))
                .json(json("{'value': %s}", json(value)))
                .send();
    }

    private void trials() {
        String rules = "'rules': [{'match': {'re': 'a+'}, 'reply': {'text': '$0'}}]";
        assertThat(api.post("/responders/try", json("{'message': {'text': 'a'}, %s}", json(rules))))
                .isOk();
    }

    private void selects() {
        Api.Pair pair = api.pair();
        String ids = "{'read': ['%s'], 'write': ['%s'], 'timeout': %s}";
        String both = json(ids, pair.first().id(), pair.second().id(), 5);
        assertThat(api.post("/select", both)).isOk();
        String waiting = json("{'read': ['%s']}", pair.first().id());
        CompletableFuture<Answer> answer = api.request("POST", "/select").json(waiting).sendLater();
        api.untilWaiting("select");
        pair.first().close();
        assertThat(answer.join()).isProblem();
    }

    private static String path(CallDefinition call, ApiSocket socket) {
        return call.path().replace("{id}", socket.id()).replaceAll("\\{\\w+}", "7");
    }

    /// With no more than what it is on: most are refused, at one step of their way or another.
    private void everyCall() {
        for (CallDefinition call : calls.all()) {
            if (!call.isStream()) {
                String path = path(call, api.pair().first());
                Api.Request request = api.request(call.method(), path + "?wait=0.01");
                Answer answer = (call.method().equals("GET") ? request : request.json("{}")).send();
                assertThat(answer.status()).as(answer.toString()).isLessThan(600);
            }
        }
    }

    private void receivedAgain() {
        Api.Pair pair = api.pair();
        pair.first().send("held");
        for (int i = 0; i < 2; i++) {
            assertThat(pair.second().post("recv", json("{'after': 0}"))).isOk().has("size", 4);
        }
        assertThat(pair.second().get("received?from=1")).isOk();
    }

    private void keyedAnswers() throws IOException {
        ApiSocket listener = api.listener();
        try (Socket peer = Peers.connectTo(listener)) {
            List<String> accepted =
                    IntStream.range(0, 2)
                            .mapToObj(_ -> keyed(listener, "accept").at("conn/id").asString())
                            .toList();
            assertThat(accepted.getFirst()).isEqualTo(accepted.getLast());
            peer.getOutputStream().write(new byte[100_000]);
            ApiSocket socket = api.socketOf(accepted.getFirst());
            assertThat(keyed(socket, "recv")).isOk();
        }
    }

    private Answer keyed(ApiSocket socket, String call) {
        return api.request("POST", socket.path(call))
                .header("Idempotency-Key", "leak")
                .json("{}")
                .send();
    }

    private void recordings() {
        String id = api.post("/recordings", "{}").at("id").asString();
        Api.Pair pair = api.pair();
        pair.first().send("recorded");
        pair.second().recv(10);
        assertThat(api.post("/recordings/" + id + "/stop")).isDone();
        byte[] capture = api.get("/recordings/" + id + ".pcapng").body();
        String imported = imported(capture).at("id").asString();
        assertThat(imported(Bytes.of("no capture"))).hasStatus(400);
        assertThat(api.get("/recordings/" + imported + "/traffic")).isOk();
        assertThat(api.delete("/recordings/" + id)).isDone();
        assertThat(api.delete("/recordings/" + imported)).isDone();
    }

    private Answer imported(byte[] capture) {
        return api.request("POST", "/recordings/import")
                .body("application/octet-stream", capture)
                .send();
    }

    private void http2() throws Exception {
        ApiSocket socket = api.pair().first();
        try (HttpClient client = HttpClient.newBuilder().version(HTTP_2).build()) {
            client.send(request(socket.path("fileno")).build(), BodyHandlers.discarding());
            HttpRequest waits = request(socket.path("recv")).POST(BodyPublishers.noBody()).build();
            CompletableFuture<?> gone = client.sendAsync(waits, BodyHandlers.discarding());
            socket.untilWaiting("recv");
            gone.cancel(true);
            socket.untilWaiting("recv", 0);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:%d/api/v1%s".formatted(api.port(), path)))
                .header("Authorization", "Bearer " + Api.TOKEN);
    }
}
