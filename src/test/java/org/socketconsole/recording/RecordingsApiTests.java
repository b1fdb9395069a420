package org.socketconsole.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.socketconsole.testing.AnswerAssert.assertThat;
import static org.socketconsole.testing.Eventually.eventually;
import static org.socketconsole.testing.Json.base64;
import static org.socketconsole.testing.Json.json;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.socketconsole.testing.Answer;
import org.socketconsole.testing.Api;
import org.socketconsole.testing.ApiSocket;
import org.socketconsole.testing.Bytes;
import org.socketconsole.testing.Capabilities;
import org.socketconsole.testing.Command;
import org.socketconsole.testing.ContractTests;
import org.socketconsole.testing.Peers;
import org.socketconsole.testing.RawConnection;
import org.socketconsole.testing.Tcpdump;
import org.socketconsole.testing.Tshark;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

class RecordingsApiTests extends ContractTests {

    private static final int MOST = 100;
    private static final int MOST_RUNNING = 16;

    @TempDir private static Path directory;
    @TempDir private Path saved;

    @DynamicPropertySource
    static void recordHere(DynamicPropertyRegistry properties) {
        properties.add("console.recording.directory", () -> directory.resolve("recordings"));
    }

    @AfterEach
    void deleteAll() {
        api.get("/recordings").at("items").forEach(r -> api.delete(path(r.get("id").asString())));
    }

    @Test
    void whatPassesIsInTheFileWhenItsCallAnswers() throws Exception {
        String id = start("{}");
        Api.Pair pair = api.connection();
        byte[] noise = Bytes.noise(150_000);
        assertThat(pair.first().send(noise)).isOk();
        assertThat(pair.second().send("back")).isOk();
        assertThat(pair.first().recv(9)).hasData("back");
        List<String> packets = packets(onDisk(id));
        String sent = of(packets, pair.first(), "send");
        assertThat(sent).isEqualTo(HexFormat.of().formatHex(noise));
        assertThat(of(packets, pair.second(), "send"))
                .isEqualTo(HexFormat.of().formatHex(Bytes.of("back")));
        assertThat(Bytes.latin1(Files.readAllBytes(onDisk(id))))
                .contains(pair.first().id() + " recv errno=0");
    }

    @Test
    void aResponderGivesBackWhatASocketOfARecordingReceived() {
        String id = start("{}");
        Api.Pair pair = api.pair();
        assertThat(pair.first().send("ping")).isOk();
        assertThat(pair.second().recv(9)).hasData("ping");
        assertThat(pair.second().send("pong")).isOk();
        assertThat(pair.first().recv(9)).hasData("pong");
        api.delete("/traffic");
        Api.Pair again = api.connection();
        String reply =
                json(
                        "{'reply': 'recorded', 'recorded': {'recording': '%s', 'socket': '%s'}}",
                        id, pair.first().id());
        assertThat(again.second().put("responder", reply)).isOk();
        assertThat(again.first().send("ping")).isOk();
        assertThat(again.first().recv(9)).hasData("pong");
    }

    @Test
    void aRecordingOfOneSocketIsGivenBackByItsIdAlone() {
        Api.Pair pair = api.pair();
        String id = start(json("{'sockets': ['%s']}", pair.first().id()));
        assertThat(pair.first().send("ping")).isOk();
        assertThat(pair.second().recv(9)).hasData("ping");
        assertThat(pair.second().send("pong")).isOk();
        assertThat(pair.first().recv(9)).hasData("pong");
        Api.Pair again = api.connection();
        String reply = json("{'reply': 'recorded', 'recorded': '%s'}", id);
        assertThat(again.second().put("responder", reply)).isOk();
        assertThat(again.first().send("ping")).isOk();
        assertThat(again.first().recv(9)).hasData("pong");
    }

    @Test
    void aRecordingOfSeveralIsAskedOfWhichSocket() {
        String id = start("{}");
        Api.Pair pair = api.connection();
        assertThat(pair.first().send("ping")).isOk();
        assertThat(pair.second().recv(9)).hasData("ping");
        String reply = json("{'reply': 'recorded', 'recorded': '%s'}", id);
        assertThat(pair.second().put("responder", reply)).isInvalid("recorded");
    }

    @Test
    void everyReaderOpensAFileWithAllKindsOfSockets() throws Exception {
        String id = start("{}");
        Api.Pair unix = api.pair();
        assertThat(unix.first().send("over UNIX")).isOk();
        ApiSocket receiver = api.udp().bound();
        assertThat(api.udp().bound().sendto("a datagram", receiver.localAddress())).isOk();
        Api.Pair tcp = api.connection();
        assertThat(tcp.first().send("a segment")).isOk();
        assertThat(Tcpdump.read(onDisk(id)))
                .anyMatch(line -> line.contains("UDP, length 10"))
                .anyMatch(line -> line.contains("Flags [P.]") && line.contains("length 9"))
                .anyMatch(line -> line.contains("6f76 6572 2055 4e49 58"));
        assertThat(Tshark.read(onDisk(id), "frame.comment", "udp.payload", "tcp.payload"))
                .anyMatch(line -> line.contains(unix.first().id() + " send errno=0"))
                .anyMatch(line -> line.endsWith(HexFormat.of().formatHex(Bytes.of("a segment"))));
    }

    @Test
    void whatBothEndsHaveSeenOthersReadOnceAndTheConsoleTwice() throws Exception {
        String id = start("{}");
        Api.Pair pair = api.connection();
        for (int i = 0; i < 3; i++) {
            assertThat(pair.first().send("hello world")).isOk();
            assertThat(pair.second().recv(5)).hasData("hello");
            assertThat(pair.second().recv(9)).hasData(" world");
            assertThat(pair.second().send("back")).isOk();
            assertThat(pair.first().recv(9)).hasData("back");
        }
        assertThat(Tshark.read(onDisk(id), "tcp.len"))
                .filteredOn(length -> !length.isEmpty())
                .containsExactly("11", "4", "11", "4", "11", "4");
        assertThat(Tshark.complaints(onDisk(id))).isEmpty();
        assertThat(Tcpdump.read(onDisk(id))).hasSize(6);
        assertThat(api.get(path(id) + "/traffic")).has("total", 15);
        assertThat(api.get(path(id))).has("packets", 15);
        assertThat(importing("a copy", api.get(path(id) + ".pcapng").body())).has("packets", 15);
    }

    @Test
    void whatAReceiveCutOffAndTheKernelFilledInIsReadAgain() throws Exception {
        String id = start("{}");
        ApiSocket lite =
                Capabilities.socketOrSkip(
                                api, json("{'type': 'SOCK_DGRAM', 'proto': 'IPPROTO_UDPLITE'}"))
                        .bound();
        assertThat(lite.sendto("0123456789", lite.localAddress())).isOk();
        assertThat(lite.recv(4)).hasData("0123");
        ApiSocket echo =
                Capabilities.socketOrSkip(
                        api,
                        json(
                                "{'family': 'AF_INET6', 'type': 'SOCK_RAW', 'proto': 'IPPROTO_ICMPV6'}"));
        assertThat(echo.post("sendto", json("{'hex': '8000000000000001', 'address': ['::1', 0]}")))
                .isOk();
        Api.Pair pair = api.connection();
        assertThat(pair.first().send("abcdef")).isOk();
        assertThat(pair.second().recv(3, "MSG_TRUNC")).has("length", 3);
        assertThat(pair.second().recv(9)).hasData("def");
        assertThat(Tshark.complaints(onDisk(id))).isEmpty();
        String first = api.get(path(id) + "/traffic").at("items/0/seq").asString();
        long after = Long.parseLong(first) - 1;
        assertThat(api.get(path(id) + "/traffic").at("items"))
                .isEqualTo(api.get("/traffic?after=" + after).at("items"));
    }

    @Test
    void aCallThatMovedNothingIsThereWithItsErrno() throws IOException {
        String id = start("{}");
        ApiSocket client = api.tcp();
        int port;
        try (ServerSocket gone = Peers.server()) {
            port = gone.getLocalPort();
        }
        assertThat(client.connect(port)).isProblem(502, "socket-error", "ECONNREFUSED");
        assertThat(client.get("getsockname")).isOk();
        assertThat(Bytes.latin1(Files.readAllBytes(onDisk(id))))
                .contains(client.id() + " connect errno=ECONNREFUSED")
                .contains(client.id() + " getsockname errno=0");
        assertThat(Tcpdump.read(onDisk(id))).isEmpty();
    }

    @Test
    void aRecordingIsReadAsTrafficIs() {
        String id = start("{}");
        Api.Pair pair = api.connection();
        ApiSocket datagrams = api.udp().bound();
        assertThat(pair.first().send(Bytes.noise(200_000))).isOk();
        assertThat(pair.second().recv(100)).isOk();
        assertThat(datagrams.sendto("to itself", datagrams.localAddress())).isOk();
        assertThat(datagrams.post("recvfrom", json("{'bufsize': 4, 'flags': 'MSG_TRUNC'}"))).isOk();
        assertThat(api.pair().first().send("over UNIX")).isOk();
        long before = api.get("/traffic").at("items/0/seq").asLong();
        Answer live = api.get("/traffic");
        Answer recorded = api.get(path(id) + "/traffic");
        List<JsonNode> items = recorded.at("items").valueStream().toList();
        long first = items.getFirst().get("seq").asLong();
        assertThat(before).isLessThanOrEqualTo(first);
        assertThat(items)
                .isEqualTo(
                        live.at("items")
                                .valueStream()
                                .filter(chunk -> chunk.get("seq").asLong() >= first)
                                .toList());
        for (JsonNode chunk : items) {
            String data = "/traffic/" + chunk.get("seq").asLong() + "/data";
            assertThat(api.get(path(id) + data)).hasBody(api.get(data).body());
        }
    }

    @Test
    void theQueryChoosesOfARecordingToo() {
        String id = start("{}");
        Api.Pair one = api.connection();
        Api.Pair other = api.pair();
        assertThat(one.first().send("alpha")).isOk();
        assertThat(other.first().send("beta")).isOk();
        assertThat(one.second().recv(9)).isOk();
        assertThat(one.first().close()).isDone();
        String traffic = path(id) + "/traffic";
        assertThat(api.get(traffic)).has("total", 3);
        assertThat(api.get(traffic + "?direction=received")).has("total", 1);
        assertThat(api.get(traffic + "?socket=" + other.first().id())).has("total", 1);
        assertThat(api.get(traffic + "?filter=text:alpha")).has("total", 2);
        assertThat(api.get(traffic + "?filter=port:" + one.second().port())).has("total", 2);
        assertThat(api.get(traffic + "?limit=1")).has("total", 3).has("items/0/size", 5);
        long first = api.get(traffic).at("items/0/seq").asLong();
        assertThat(api.get(traffic + "?after=" + first)).has("total", 2);
        assertThat(api.get(traffic + "?filter=nonsense:1")).isInvalid("filter");
        assertThat(api.get(path(id) + "/sockets"))
                .has("total", 3)
                .has("items/0/id", one.first().id())
                .has("items/0/family", "AF_INET")
                .has("items/0/bytes_sent", 5)
                .has("items/0/peer_address/port", one.second().port())
                .has("items/1/family", "AF_UNIX");
    }

    @Test
    void whatIsWantedIsRecordedAlone() {
        Api.Pair pair = api.pair();
        String ofOne = start(json("{'sockets': ['%s']}", pair.first().id()));
        String filtered = start(json("{'filter': 'text:needle'}"));
        String all = start("{}");
        assertThat(pair.first().send("a needle")).isOk();
        assertThat(pair.second().recv(20)).isOk();
        assertThat(pair.second().send("hay")).isOk();
        assertThat(api.get(path(ofOne) + "/traffic")).has("total", 1);
        assertThat(api.get(path(filtered) + "/traffic")).has("total", 2);
        assertThat(api.get(path(all) + "/traffic")).has("total", 3);
        assertThat(api.get("/recordings"))
                .has("total", 3)
                .has("items/0/sockets/0", pair.first().id())
                .has("items/1/filter", "text:needle")
                .has("items/2/packets", 3);
    }

    @Test
    void whatPassesAfterTheStopIsNotInIt() {
        String id = start(json("{'name': 'of the morning'}"));
        Api.Pair pair = api.pair();
        assertThat(pair.first().send("before")).isOk();
        assertThat(api.get(path(id)))
                .has("name", "of the morning")
                .has("state", "running")
                .hasNull("ended_at");
        assertThat(api.post(path(id) + "/stop")).isDone();
        assertThat(pair.first().send("after")).isOk();
        assertThat(api.get(path(id))).has("state", "stopped").has("packets", 1).has("files", 1);
        assertThat(api.get(path(id)).at("ended_at").isNull()).isFalse();
        assertThat(api.get(path(id) + "/traffic")).has("total", 1);
        assertThat(api.post(path(id) + "/stop")).isDone();
    }

    @Test
    void theDownloadIsTheWholeAndCanBeImported() throws IOException {
        String id = start("{}");
        Api.Pair pair = api.connection();
        assertThat(pair.first().send("hello")).isOk();
        assertThat(pair.second().recv(9)).hasData("hello");
        assertThat(pair.first().close()).isDone();
        assertThat(pair.second().recv(9)).hasData("");
        Answer download = api.get(path(id) + ".pcapng");
        assertThat(download).isOk();
        assertThat(download.contentType()).isEqualTo("application/x-pcapng");
        assertThat(download.body()).isEqualTo(Files.readAllBytes(onDisk(id)));
        Answer imported = importing("a copy", download.body());
        assertThat(imported)
                .hasStatus(201)
                .has("state", "imported")
                .has("name", "a copy")
                .hasNull("error");
        String copy = imported.at("id").asString();
        assertThat(api.get(path(copy) + "/traffic").json())
                .isEqualTo(api.get(path(id) + "/traffic").json());
        assertThat(api.get(path(copy) + ".pcapng").body()).isEqualTo(download.body());
    }

    @Test
    void aDownloadThatCannotBeReadToItsEndIsBrokenOff() throws IOException {
        String id = start("{}");
        assertThat(api.pair().first().send(Bytes.noise(100_000))).isOk();
        assertThat(api.post(path(id) + "/stop")).isDone();
        Files.createDirectory(onDisk(id).resolveSibling("00000002.pcapng"));
        assertThatThrownBy(() -> api.get(path(id) + ".pcapng"))
                .isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void aCaptureOfTheWireIsReadByItsHeaders() throws IOException {
        Api.Pair pair = api.connection();
        assertThat(pair.first().send("hello")).isOk();
        assertThat(pair.second().recv(9)).isOk();
        assertThat(pair.second().send("back")).isOk();
        assertThat(pair.first().recv(9)).isOk();
        byte[] capture = pair.first().get("traffic.pcapng").body();
        for (byte[] format : List.of(capture, asPcap(capture))) {
            assertIsThatTalk(importing("wire", format));
        }
    }

    private void assertIsThatTalk(Answer imported) {
        assertThat(imported).hasStatus(201).has("packets", 2);
        String traffic = path(imported.at("id").asString()) + "/traffic";
        assertThat(api.get(traffic))
                .has("total", 2)
                .has("items/0/direction", "sent")
                .has("items/0/preview", base64("hello"))
                .has("items/1/direction", "received")
                .has("items/1/preview", base64("back"))
                .has("items/1/offset", 0);
    }

    @Test
    void anImportThatIsRepeatedWithItsKeyIsMadeOnce() throws IOException {
        String id = start("{}");
        byte[] capture = Files.readAllBytes(onDisk(id));
        for (int i = 0; i < 2; i++) {
            Answer imported = importing("once", "k-once", capture);
            assertThat(imported).hasStatus(201).has("bytes", capture.length);
        }
        assertThat(api.get("/recordings")).has("total", 2);
    }

    @Test
    void anImportWithAKeyMayBeLargerThanOtherBodies() throws IOException {
        String id = start("{}");
        byte[] head = Files.readAllBytes(onDisk(id));
        assertThat(api.pair().first().send("x".repeat(60_000))).isOk();
        byte[] capture = Files.readAllBytes(onDisk(id));
        byte[] large = Arrays.copyOf(head, head.length + 600 * (capture.length - head.length));
        for (int at = head.length; at < large.length; at += capture.length - head.length) {
            System.arraycopy(capture, head.length, large, at, capture.length - head.length);
        }
        Answer first = importing("large", "k-large", large);
        assertThat(first).hasStatus(201).has("packets", 600);
        assertThat(importing("large", "k-large", large))
                .hasHeader("Idempotency-Replayed", "true")
                .has("id", first.at("id").asString());
        large[large.length - 20]++;
        assertThat(importing("large", "k-large", large)).isProblem(422, "invalid-argument");
        assertThat(api.get("/recordings")).has("total", 2);
    }

    @Test
    void anImportWhoseClientLeftIsMadeAnewUnderItsKey() throws IOException {
        String id = start("{}");
        byte[] capture = Files.readAllBytes(onDisk(id));
        try (RawConnection leaving = new RawConnection(api)) {
            leaving.head(
                    "POST",
                    "/recordings/import?name=copy",
                    "Idempotency-Key: k-left",
                    "Content-Type: application/octet-stream",
                    "Content-Length: " + capture.length);
        }
        eventually().until(() -> importing("copy", "k-left", capture).status() == 201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "GET / HTTP/1.1", "\n\r\r\n\u001c\0\0\0"})
    void whatIsNoCaptureIsNotImported(String body) {
        assertThat(importing("wrong", Bytes.of(body))).isInvalid("body");
        assertThat(api.get("/recordings")).has("total", 0);
        assertThat(directory.resolve("recordings").toFile().list()).containsExactly("lock");
    }

    @Test
    void whatIsDamagedInTheMiddleIsToldByItsPlace() throws IOException {
        String id = start("{}");
        assertThat(api.pair().first().send("hello")).isOk();
        byte[] capture = Files.readAllBytes(onDisk(id));
        int packet = Bytes.latin1(capture).indexOf("hello") - 44;
        capture[packet + 4] = 7;
        Answer refused = importing("damaged", capture);
        assertThat(refused).isInvalid("body");
        assertThat(refused.at("detail").asString()).contains("from byte", "a block of 7 bytes");
    }

    @Test
    void whatWasCutAtItsEndIsImportedUpToThere() throws IOException {
        String id = start("{}");
        ApiSocket sender = api.pair().first();
        assertThat(sender.send("whole")).isOk();
        int whole = Files.readAllBytes(onDisk(id)).length;
        assertThat(sender.send("cut")).isOk();
        byte[] capture = Files.readAllBytes(onDisk(id));
        byte[] cut = Arrays.copyOf(capture, capture.length - 3);
        Answer imported = importing("cut", cut);
        assertThat(imported).hasStatus(201).has("packets", 1).has("bytes", whole);
        assertSaysItIsCut(imported, whole);
    }

    @Test
    void everyPlaceWhereACaptureIsCutIsTold() throws IOException {
        Api.Pair pair = api.connection();
        assertThat(pair.first().send("whole")).isOk();
        byte[] ofOne = pair.first().get("traffic.pcapng").body();
        int first = asPcap(ofOne).length;
        assertThat(pair.first().send("cut")).isOk();
        byte[] pcap = asPcap(pair.first().get("traffic.pcapng").body());
        for (int size : new int[] {first + 1, first + 16, first + 20, pcap.length - 1}) {
            Answer imported = importing("cut", Arrays.copyOf(pcap, size));
            assertThat(imported).hasStatus(201).has("packets", 1);
            assertSaysItIsCut(imported, first);
        }
        assertThat(importing("between", Arrays.copyOf(pcap, first))).hasNull("error");
        assertThat(importing("whole", pcap)).has("packets", 2).hasNull("error");
    }

    /// When it is looked at later, too.
    private void assertSaysItIsCut(Answer imported, int whole) {
        String error = api.get(path(imported.at("id").asString())).at("error").asString();
        assertThat(error).contains("is cut", "byte " + whole + ",");
        assertThat(imported).has("error", error);
    }

    @Test
    void whatIsDeletedIsGone() throws IOException {
        String id = start("{}");
        assertThat(api.pair().first().send("hello")).isOk();
        assertThat(api.delete(path(id))).isDone();
        assertThat(api.get(path(id))).isProblem(404, "not-found");
        assertThat(api.get("/recordings/r-0")).isProblem(404, "not-found");
        assertThat(Files.exists(directory.resolve("recordings").resolve(id))).isFalse();
        assertThat(api.pair().first().send("no one listens")).isOk();
    }

    @Test
    void nobodyElseReadsTheFiles() throws IOException {
        String id = start("{}");
        Path recordings = directory.resolve("recordings");
        try (Stream<Path> all = Files.walk(recordings)) {
            assertThat(all)
                    .isNotEmpty()
                    .allSatisfy(
                            path ->
                                    assertThat(
                                                    PosixFilePermissions.toString(
                                                            Files.getPosixFilePermissions(path)))
                                            .as("%s", path)
                                            .endsWith("------"));
        }
        assertThat(Files.exists(recordings.resolve(id))).isTrue();
    }

    @Test
    void wrongWishesAreToldAndRecordNothing() {
        assertThat(api.post("/recordings", json("{'sockets': ['s-999999']}"))).isInvalid("sockets");
        assertThat(api.post("/recordings", json("{'sockets': []}"))).isInvalid("sockets");
        assertThat(api.post("/recordings", json("{'filter': 'nonsense:1'}"))).isInvalid("filter");
        assertThat(api.post("/recordings", json("{'name': ''}"))).isInvalid("name");
        assertThat(api.get("/recordings")).has("total", 0);
    }

    @Test
    void moreThanSoManyAtOnceAreRefused() {
        for (int i = 0; i < MOST_RUNNING; i++) {
            start("{}");
        }
        assertThat(api.post("/recordings", "{}")).isProblem(429, "quota");
        assertThat(api.pair().first().send("into all")).isOk();
        assertThat(api.get("/recordings").at("items").valueStream())
                .allMatch(recording -> recording.get("packets").asInt() == 1);
    }

    @Test
    void aHundredAreKeptAndNoMore() throws IOException {
        byte[] capture = Files.readAllBytes(onDisk(start("{}")));
        for (int i = 1; i < MOST; i++) {
            assertThat(importing("one of many", capture)).hasStatus(201);
        }
        assertThat(importing("one too many", capture)).isProblem(429, "quota");
        assertThat(api.post("/recordings", "{}")).isProblem(429, "quota");
        Answer list = api.get("/recordings");
        assertThat(list).has("total", MOST);
        assertThat(api.delete(path(list.at("items/0/id").asString()))).isDone();
        start("{}");
    }

    @Test
    void theListSaysWhereItIsAndWhatItCosts() {
        String id = start("{}");
        assertThat(api.pair().first().send("hello")).isOk();
        Answer list = api.get("/recordings");
        assertThat(list)
                .has("storage/directory", directory.resolve("recordings").toString())
                .has("storage/files", 16)
                .has("storage/file_size", 64 << 20)
                .hasNull("storage/payload")
                .has("items/0/bytes", onDisk(id).toFile().length());
        assertThat(list.at("storage/free").asLong()).isPositive();
    }

    private Answer importing(String name, byte[] capture) {
        return api.request("POST", "/recordings/import?name=" + name.replace(' ', '+'))
                .body("application/octet-stream", capture)
                .send();
    }

    private Answer importing(String name, String key, byte[] capture) {
        return api.request("POST", "/recordings/import?name=" + name)
                .header("Idempotency-Key", key)
                .body("application/octet-stream", capture)
                .send();
    }

    private String start(String wish) {
        Answer started = api.post("/recordings", wish);
        assertThat(started).hasStatus(201).has("state", "running");
        return started.at("id").asString();
    }

    private static String path(String id) {
        return "/recordings/" + id;
    }

    private static Path onDisk(String id) {
        return directory.resolve("recordings").resolve(id).resolve("00000001.pcapng");
    }

    private static List<String> packets(Path capture) {
        return Tshark.read(capture, "frame.comment", "tcp.payload");
    }

    private static String of(List<String> packets, ApiSocket socket, String call) {
        return packets.stream()
                .filter(packet -> packet.startsWith(socket.id() + " " + call + " "))
                .map(packet -> packet.substring(packet.indexOf('\t') + 1))
                .reduce("", String::concat);
    }

    /// As the older format has it.
    private byte[] asPcap(byte[] pcapng) throws IOException {
        Path from = Files.write(saved.resolve("from.pcapng"), pcapng);
        Path to = saved.resolve("to.pcap");
        Command.run(saved, "tcpdump", "-r", from.toString(), "-w", to.toString()).succeeded();
        return Files.readAllBytes(to);
    }
}
