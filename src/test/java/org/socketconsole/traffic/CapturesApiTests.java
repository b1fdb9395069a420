package org.socketconsole.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.socketconsole.testing.AnswerAssert.assertThat;
import static org.socketconsole.testing.Json.base64;

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
import org.socketconsole.testing.Json;
import org.socketconsole.testing.Tcpdump;
import org.socketconsole.testing.Tshark;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class CapturesApiTests extends ContractTests {

    private static final Path TEXT2PCAP = Path.of("/usr/bin/text2pcap");

    @TempDir private Path directory;

    @Test
    void aLineIsAnEntryWithAllBytesInPlaceOfThePreview() {
        Api.Pair pair = api.connection();
        byte[] noise = Bytes.noise(10_000);
        assertThat(pair.first().send(noise)).isOk();
        assertThat(pair.second().send("back\n")).isOk();
        assertThat(pair.first().recv(9)).hasData("back\n");
        Answer answer = pair.first().get("traffic.jsonl");
        assertThat(answer).isOk();
        assertThat(answer.contentType()).isEqualTo("application/jsonl");
        assertThat(data(answer)).containsExactly(base64(noise), base64("back\n"));
        List<JsonNode> entries = pair.first().get("traffic").at("items").valueStream().toList();
        assertThat(lines(answer).stream().map(line -> without("data", line)))
                .isEqualTo(entries.stream().map(entry -> without("preview", entry)).toList());
    }

    @Test
    void theQueryChoosesTheLines() {
        ApiSocket socket = threeEachWay();
        assertThat(data(socket.get("traffic.jsonl?direction=received")))
                .containsExactly(base64("1 received"), base64("2 received"), base64("3 received"));
        assertThat(data(socket.get("traffic.jsonl?filter=text:2")))
                .containsExactly(base64("2 sent"), base64("2 received"));
        assertThat(data(api.get("/traffic.jsonl?limit=1&direction=sent&socket=" + socket.id())))
                .containsExactly(base64("1 sent"));
        long third = lines(socket.get("traffic.jsonl")).get(3).get("seq").asLong();
        assertThat(data(socket.get("traffic.jsonl?after=" + third)))
                .containsExactly(base64("3 sent"), base64("3 received"));
    }

    @Test
    void aSpanOfTimeHasBothItsEnds() {
        ApiSocket socket = threeEachWay();
        List<JsonNode> all = lines(socket.get("traffic.jsonl"));
        String from = all.get(1).get("time").asString();
        String to = all.get(4).get("time").asString();
        List<String> within = List.of("1 received", "2 sent", "2 received", "3 sent");
        assertThat(texts(socket.get("traffic.jsonl?from=" + from + "&to=" + to))).isEqualTo(within);
        assertThat(socket.get("traffic?from=" + from + "&to=" + to)).has("total", 4);
        assertThat(texts(socket.get("traffic.jsonl?to=" + from)))
                .containsExactly("1 sent", "1 received");
        assertThat(api.get("/traffic.pcapng?from=yesterday")).isInvalid("from");
        assertThat(api.get("/traffic?to=2026")).isInvalid("to");
    }

    @Test
    void aSetOfSocketsHasTheirsAlone() {
        ApiSocket one = threeEachWay();
        ApiSocket other = threeEachWay();
        ApiSocket third = threeEachWay();
        List<String> ids =
                lines(api.get("/traffic.jsonl?socket=" + one.id() + "," + third.id())).stream()
                        .map(line -> line.get("socket_id").asString())
                        .toList();
        assertThat(ids).hasSize(12).contains(one.id(), third.id()).doesNotContain(other.id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"jsonl", "txt", "pcapng"})
    void aWrongQueryIsToldBeforeTheCaptureBegins(String format) {
        assertThat(api.get("/traffic." + format + "?filter=nonsense:1")).isInvalid("filter");
        assertThat(api.get("/traffic." + format + "?direction=up")).isInvalid("direction");
    }

    @Test
    void tcpdumpReadsACaptureOfOneLink() throws IOException {
        Api.Pair pair = api.connection();
        assertThat(pair.first().send("over TCP")).isOk();
        assertThat(Tcpdump.read(saved(pair.first().get("traffic.pcapng"))))
                .singleElement()
                .asString()
                .contains("IP 127.0.0.1.", "length 8");
        Api.Pair unix = api.pair();
        assertThat(unix.first().send("over UNIX")).isOk();
        assertThat(Tcpdump.read(saved(unix.first().get("traffic.pcapng")))).isNotEmpty();
    }

    @Test
    void hexReadByTheCommandAtItsHeadIsThePacketsOfThePcapng() throws Exception {
        Api.Pair pair = api.connection();
        byte[] noise = Bytes.noise(150_000);
        assertThat(pair.first().send(noise)).isOk();
        assertThat(pair.second().send("back")).isOk();
        assertThat(pair.first().recv(9)).hasData("back");
        Answer hex = pair.first().get("traffic.txt");
        assertThat(hex.contentType()).isEqualTo("text/plain");
        List<String> packets = packets(read(hex).getFirst());
        assertThat(packets).isEqualTo(packets(saved(pair.first().get("traffic.pcapng"))));
        assertThat(payload(packets.getLast()))
                .isEqualTo(HexFormat.of().formatHex(Bytes.of("back")));
        String sent =
                packets.stream()
                        .limit(packets.size() - 1)
                        .map(CapturesApiTests::payload)
                        .collect(Collectors.joining());
        assertThat(sent).isEqualTo(HexFormat.of().formatHex(noise));
    }

    @Test
    void theQueryChoosesTheHexToo() throws Exception {
        ApiSocket socket = threeEachWay();
        for (String query : List.of("direction=received", "filter=text:2", "limit=1")) {
            List<String> packets = packets(read(socket.get("traffic.txt?" + query)).getFirst());
            assertThat(packets)
                    .isNotEmpty()
                    .isEqualTo(packets(saved(socket.get("traffic.pcapng?" + query))));
        }
    }

    @Test
    void hexOfSocketsOfManyKindsHasACommandForEachLink() throws Exception {
        ApiSocket udp = api.udp().bound();
        assertThat(udp.sendto("datagram", api.udp().bound().localAddress())).isOk();
        Api.Pair unix = api.pair();
        assertThat(unix.first().send("unix")).isOk();
        String query = "?filter=socket:%s+or+socket:%s".formatted(udp.id(), unix.first().id());
        List<Path> captures = read(api.get("/traffic.txt" + query));
        assertThat(captures)
                .extracting(Path::getFileName)
                .extracting(Path::toString)
                .containsExactly("ip.pcapng", "other.pcapng");
        List<String> packets =
                captures.stream().flatMap(capture -> packets(capture).stream()).toList();
        assertThat(packets)
                .hasSize(2)
                .isEqualTo(packets(saved(api.get("/traffic.pcapng" + query))));
    }

    @Test
    void aClosedSocketsCapturesCanStillBeHad() throws Exception {
        Api.Pair pair = api.connection();
        assertThat(pair.first().send("last words")).isOk();
        assertThat(pair.first().close()).isDone();
        assertThat(data(pair.first().get("traffic.jsonl"))).containsExactly(base64("last words"));
        assertThat(packets(read(pair.first().get("traffic.txt")).getFirst()))
                .singleElement()
                .asString()
                .endsWith(HexFormat.of().formatHex(Bytes.of("last words")));
    }

    @Test
    void whereNothingPassedThereAreNoLinesAndNoPackets() throws Exception {
        ApiSocket socket = api.tcp();
        assertThat(socket.get("traffic.jsonl")).isOk().hasBody(new byte[0]);
        assertThat(packets(read(socket.get("traffic.txt")).getFirst())).isEmpty();
    }

    @Test
    void twoClientsHaveTheSameLinesAtOnce() {
        ApiSocket socket = threeEachWay();
        List<CompletableFuture<Answer>> answers =
                IntStream.range(0, 2)
                        .mapToObj(i -> api.request("GET", socket.path("traffic.jsonl")).sendLater())
                        .toList();
        assertThat(answers).allSatisfy(answer -> assertThat(data(answer.join())).hasSize(6));
    }

    private ApiSocket threeEachWay() {
        Api.Pair pair = api.connection();
        for (int i = 1; i <= 3; i++) {
            assertThat(pair.first().send(i + " sent")).isOk();
            assertThat(pair.second().send(i + " received")).isOk();
            assertThat(pair.first().recv(99)).hasData(i + " received");
        }
        return pair.first();
    }

    private static List<JsonNode> lines(Answer answer) {
        return Bytes.latin1(answer.body()).lines().map(Json::read).toList();
    }

    private static List<String> data(Answer answer) {
        return lines(answer).stream().map(line -> line.get("data").asString()).toList();
    }

    private static List<String> texts(Answer answer) {
        return data(answer).stream()
                .map(base64 -> Bytes.latin1(Base64.getDecoder().decode(base64)))
                .toList();
    }

    private static JsonNode without(String member, JsonNode object) {
        assertThat(object.has(member)).isTrue();
        return ((ObjectNode) object.deepCopy()).without(member);
    }

    private Path saved(Answer answer) throws IOException {
        return Files.write(directory.resolve("asked.pcapng"), answer.body());
    }

    /// What the commands at its head make of it.
    private List<Path> read(Answer hex) throws Exception {
        Capabilities.assume(Files.isExecutable(TEXT2PCAP), "no text2pcap here");
        Files.write(directory.resolve("traffic.txt"), hex.body());
        List<String> commands =
                Bytes.latin1(hex.body())
                        .lines()
                        .filter(line -> line.startsWith("# ") && line.contains("text2pcap "))
                        .map(line -> line.substring(2))
                        .toList();
        assertThat(commands).isNotEmpty();
        for (String command : commands) {
            Command.run(directory, "sh", "-ec", command).succeeded();
        }
        return commands.stream()
                .map(command -> directory.resolve(command.replaceFirst(".* ", "")))
                .toList();
    }

    /// When each came, which way, from where to where, and with what payload.
    private List<String> packets(Path capture) {
        return Tshark.read(
                capture,
                "frame.time_epoch",
                "frame.packet_flags_direction",
                "frame.protocols",
                "ip.src",
                "udp.port",
                "tcp.srcport",
                "tcp.seq_raw",
                "tcp.ack_raw",
                "udp.payload",
                "data.data",
                "tcp.payload");
    }

    private static String payload(String packet) {
        return packet.substring(packet.lastIndexOf('\t') + 1);
    }
}
