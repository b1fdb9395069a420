package org.socketconsole.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.socketconsole.testing.AnswerAssert.assertThat;
import static org.socketconsole.testing.Eventually.eventually;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;
import org.socketconsole.testing.Answer;
import org.socketconsole.testing.Api;
import org.socketconsole.testing.ApiSocket;
import org.socketconsole.testing.Command;
import org.socketconsole.testing.ServerProcess;
import org.socketconsole.testing.Tshark;

import java.io.ByteArrayOutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/// `kill -9` at random while clients move bytes: all that a client saw is in the recording.
@Order(1)
class KilledServerIT {

    private static final int ROUNDS = 10;
    private static final int CLIENTS = 6;

    @TempDir private static Path directory;

    private static ServerProcess server;

    /// What clients saw, by the socket and its direction.
    private final Map<String, ByteArrayOutputStream> seen = new ConcurrentHashMap<>();

    /// What receives in connections of TCP is in the packets of its other end alone.
    private final Map<String, String> sentBy = new ConcurrentHashMap<>();

    private final AtomicInteger answers = new AtomicInteger();

    @BeforeAll
    static void startAServer() {
        Tshark.assumePresent();
        server = ServerProcess.start("console.recording.directory=" + directory);
    }

    @AfterAll
    static void stopIt() {
        if (server != null) {
            server.close();
        }
    }

    @RepeatedTest(ROUNDS)
    void everyByteThatAClientSawIsInTheRecording() throws InterruptedException {
        Api api = server.api();
        Answer started = api.post("/recordings", "{}");
        assertThat(started).hasStatus(201);
        String id = started.at("id").asString();
        List<Thread> clients = clients(api);
        int killedAfter = new Random().nextInt(300);
        eventually().until(() -> answers.get() > killedAfter);
        server.kill();
        for (Thread client : clients) {
            client.join();
        }
        Path file = directory.resolve(id).resolve("00000001.pcapng");
        List<String> packets = packets(file);
        assertThat(recorded(packets))
                .satisfies(recorded -> hasAll(recorded, way -> sentBy.getOrDefault(way, way)));
        assertThat(readByTcpdump(file)).isEqualTo(packets.size());
        server.startAnew();
        Answer recording = api.get("/recordings/" + id);
        assertThat(recording).has("state", "stopped");
        assertThat(recording.at("packets").asInt()).isGreaterThan(packets.size());
        assertThat(Command.run(directory, "capinfos", file.toString()).status()).isZero();
        assertThat(ofTheApi(api, id)).satisfies(recorded -> hasAll(recorded, way -> way));
        assertThat(api.delete("/recordings/" + id)).isDone();
    }

    private void hasAll(Map<String, String> recorded, UnaryOperator<String> name) {
        assertThat(seen).isNotEmpty();
        seen.forEach(
                (way, bytes) ->
                        assertThat(recorded.getOrDefault(name.apply(way), ""))
                                .as(way)
                                .startsWith(HexFormat.of().formatHex(bytes.toByteArray())));
    }

    private List<Thread> clients(Api api) {
        List<Thread> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            Api.Pair pair = i % 2 == 0 ? api.connection() : api.pair();
            if (i % 2 == 0) {
                sentBy.put(pair.second().id() + " recv", pair.first().id() + " send");
            }
            clients.add(Thread.ofVirtual().start(() -> talk(pair)));
        }
        return clients;
    }

    /// Until the server is gone.
    private void talk(Api.Pair pair) {
        Random random = new Random();
        try {
            while (true) {
                byte[] data = new byte[1 + random.nextInt(5000)];
                random.nextBytes(data);
                assertThat(pair.first().send(data)).isOk();
                saw(pair.first(), "send", data);
                Answer received = pair.second().recv(10_000);
                byte[] got = Base64.getDecoder().decode(received.at("data").asString());
                saw(pair.second(), "recv", got);
            }
        } catch (UncheckedIOException gone) {
            assertThat(gone.getMessage()).startsWith("/api/v1/sockets/");
        }
    }

    private void saw(ApiSocket socket, String call, byte[] data) {
        seen.computeIfAbsent(socket.id() + " " + call, none -> new ByteArrayOutputStream())
                .writeBytes(data);
        answers.incrementAndGet();
    }

    /// Of each its comment, its payload in TCP and its payload elsewhere. The last may be cut,
    /// which tshark tells.
    private static List<String> packets(Path file) {
        String[] read = {
            "tshark",
            "-n",
            "-r",
            file.toString(),
            "-T",
            "fields",
            "-e",
            "frame.comment",
            "-e",
            "tcp.payload",
            "-e",
            "data.data"
        };
        return Command.run(directory, read)
                .output()
                .lines()
                .filter(line -> line.startsWith("s-"))
                .toList();
    }

    private Map<String, String> recorded(List<String> packets) {
        Map<String, String> recorded = new TreeMap<>();
        for (String packet : packets) {
            String[] words = packet.split("\t");
            String way = words[0].replaceAll(" errno=.*", "");
            recorded.merge(
                    sentBy.getOrDefault(way, way),
                    words[1].isEmpty() ? words[2] : words[1],
                    String::concat);
        }
        return recorded;
    }

    private static long readByTcpdump(Path file) {
        return Command.run(directory, "tcpdump", "-nn", "-q", "-r", file.toString())
                .output()
                .lines()
                .filter(line -> line.matches("\\d\\d:\\d\\d:.*"))
                .count();
    }

    private static Map<String, String> ofTheApi(Api api, String id) {
        Map<String, String> recorded = new TreeMap<>();
        String traffic = "/recordings/" + id + "/traffic";
        api.get(traffic + "?limit=10000")
                .at("items")
                .forEach(
                        chunk -> {
                            String data = traffic + "/" + chunk.get("seq").asLong() + "/data";
                            recorded.merge(
                                    chunk.get("socket_id").asString()
                                            + " "
                                            + chunk.get("call").asString(),
                                    HexFormat.of().formatHex(api.get(data).body()),
                                    String::concat);
                        });
        return recorded;
    }
}
