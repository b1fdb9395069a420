package org.socketconsole.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.socketconsole.testing.AnswerAssert.assertThat;
import static org.socketconsole.testing.Eventually.eventually;

import static java.util.stream.Collectors.joining;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.io.TempDir;
import org.socketconsole.testing.Answer;
import org.socketconsole.testing.Api;
import org.socketconsole.testing.ApiSocket;
import org.socketconsole.testing.Command;
import org.socketconsole.testing.ServerProcess;
import org.socketconsole.testing.Tshark;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// `kill -9` at random while clients move bytes: all that a client saw is in the recording, whose
/// files are several in the first round. The seed is printed, and taken from `-Dkilled.seed`.
@Order(1)
class KilledServerIT {

    private static final int ROUNDS = 10;
    private static final int CLIENTS = 6;

    /// So many answers fill some files, and not all that are kept.
    private static final int MOST = 300;

    private static final long SEED = Long.getLong("killed.seed", System.nanoTime());
    private static final Random RANDOM = new Random(SEED);
    private static final Pattern LENGTH = Pattern.compile(" IP .*, length (\\d+)\n");
    private static final Pattern ROW = Pattern.compile("\\s+0x\\w+: +(.*)");

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
        System.out.printf("killed server: -Dkilled.seed=%d%n", SEED);
        server =
                ServerProcess.start(
                        "console.recording.directory=" + directory,
                        "console.recording.file-size=256KB");
    }

    @AfterAll
    static void stopIt() {
        if (server != null) {
            server.close();
        }
    }

    @RepeatedTest(ROUNDS)
    void everyByteThatAClientSawIsInTheRecording(RepetitionInfo round) throws Exception {
        Api api = server.api();
        Answer started = api.post("/recordings", "{}");
        assertThat(started).hasStatus(201);
        String id = started.at("id").asString();
        boolean isFirst = round.getCurrentRepetition() == 1;
        talkAndKill(api, isFirst ? MOST : RANDOM.nextInt(MOST));
        List<Path> files = files(id);
        assertThat(files).hasSizeGreaterThanOrEqualTo(isFirst ? 2 : 1);
        List<String> packets = packets(files);
        assertThat(recorded(packets)).satisfies(this::hasAllPackets);
        assertThat(readByTcpdump(packets, files)).satisfies(this::hasAllPackets);
        server.startAnew();
        Answer recording = api.get("/recordings/" + id);
        assertThat(recording).has("state", "stopped").has("files", files.size());
        assertThat(recording.at("packets").asInt()).isGreaterThan(packets.size());
        assertThat(files)
                .allMatch(f -> Command.run(directory, "capinfos", f.toString()).status() == 0);
        assertThat(ofTheApi(api, id)).satisfies(recorded -> hasAll(recorded, way -> way));
        assertThat(api.delete("/recordings/" + id)).isDone();
    }

    private void talkAndKill(Api api, int killedAfter) throws InterruptedException {
        List<Thread> clients = clients(api);
        eventually().until(() -> answers.get() > killedAfter);
        server.kill();
        for (Thread client : clients) {
            client.join();
        }
    }

    private static List<Path> files(String id) throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve(id))) {
            return files.filter(file -> file.toString().endsWith(".pcapng")).sorted().toList();
        }
    }

    private void hasAllPackets(Map<String, String> recorded) {
        hasAll(recorded, way -> sentBy.getOrDefault(way, way));
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
            Random random = new Random(RANDOM.nextLong());
            clients.add(Thread.ofVirtual().start(() -> talk(pair, random)));
        }
        return clients;
    }

    /// Until the server is gone.
    private void talk(Api.Pair pair, Random random) {
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

    private static List<String> packets(List<Path> files) {
        return files.stream().flatMap(file -> packets(file).stream()).toList();
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

    /// It finds the same packets, and prints their bytes.
    private Map<String, String> readByTcpdump(List<String> packets, List<Path> files) {
        List<String> payloads = files.stream().flatMap(KilledServerIT::payloads).toList();
        assertThat(payloads).hasSameSizeAs(packets);
        return recorded(
                IntStream.range(0, packets.size())
                        .mapToObj(i -> packets.get(i).split("\t")[0] + "\t\t" + payloads.get(i))
                        .toList());
    }

    private static Stream<String> payloads(Path file) {
        String printed =
                Command.run(directory, "tcpdump", "-nn", "-x", "-r", file.toString()).output();
        return Stream.of(printed.split("\n(?=\\d\\d:\\d\\d:)"))
                .filter(packet -> packet.matches("(?s)\\d\\d:\\d\\d:.*"))
                .map(KilledServerIT::payload);
    }

    /// Of a packet of TCP what its summary says is its length, of another all.
    private static String payload(String packet) {
        String bytes =
                packet.lines()
                        .map(ROW::matcher)
                        .filter(Matcher::matches)
                        .map(row -> row.group(1).replace(" ", ""))
                        .collect(joining());
        Matcher length = LENGTH.matcher(packet);
        return length.find()
                ? bytes.substring(bytes.length() - 2 * Integer.parseInt(length.group(1)))
                : bytes;
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
