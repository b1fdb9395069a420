package org.socketconsole.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.socketconsole.testing.AnswerAssert.assertThat;
import static org.socketconsole.testing.Json.base64;
import static org.socketconsole.testing.Json.json;

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
import java.util.Arrays;
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
    void everyReaderOpensACaptureWithoutAComplaint() throws IOException {
        Api.Pair tcp = api.connection();
        assertThat(tcp.first().send("over TCP")).isOk();
        Api.Pair unix = api.pair();
        assertThat(unix.first().send("over UNIX")).isOk();
        Path ofIp = saved(tcp.first().get("traffic.pcapng"));
        assertThat(Tcpdump.read(ofIp)).singleElement().asString().contains("IP 127.0.0.1.");
        assertThat(Tshark.read(ofIp, "frame.protocols")).containsExactly("raw:ip:tcp:data");
        Path ofUnix = saved(unix.first().get("traffic.pcapng"));
        assertThat(Tcpdump.read(ofUnix)).isNotEmpty();
        assertThat(Tshark.read(ofUnix, "frame.protocols")).containsExactly("sll:data");
        Path mixed = saved(api.get("/traffic.pcapng?socket=" + ids(tcp.first(), unix.first())));
        assertThat(Tcpdump.read(mixed)).anyMatch(line -> line.contains("IP 127.0.0.1."));
        assertThat(Tshark.read(mixed, "frame.protocols"))
                .containsExactly("sll:ethertype:ip:tcp:data", "sll:data");
        assertThat(Tshark.complaints(mixed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"pcapng", "txt"})
    void netlinkIsDecodedAsInACaptureOfNlmon(String format) throws Exception {
        ApiSocket route = netlink("NETLINK_ROUTE");
        String getLinks = "20000000120001030100000000000000" + "0".repeat(32);
        assertThat(route.post("send", json("{'hex': '%s'}", getLinks))).isOk();
        assertThat(route.recv(65_536)).isOk();
        Path capture = capture(format, route);
        assertThat(Tshark.read(capture, "netlink.hatype", "netlink-route.nltype"))
                .hasSize(2)
                .first()
                .isEqualTo("824\t18");
        assertThat(Tshark.complaints(capture)).isEmpty();
        assertThat(Tcpdump.read(capture)).isNotEmpty();
    }

    @Test
    void whatIsNoMessageOfNetlinkIsNotTakenForOne() throws Exception {
        ApiSocket user = netlink("NETLINK_USERSOCK");
        assertThat(user.bind("[0, 0]")).isDone();
        for (String bytes : List.of("h", "\20\0\0\0", "a".repeat(20), "\0".repeat(20))) {
            assertThat(user.sendto(bytes, user.localAddress())).isOk();
            assertThat(user.recv(99)).hasData(bytes);
        }
        Path capture = capture("pcapng", user);
        assertThat(Tshark.read(capture, "frame.protocols")).hasSize(8).containsOnly("sll:data");
        assertThat(Tshark.complaints(capture)).isEmpty();
    }

    private ApiSocket netlink(String proto) {
        return Capabilities.socketOrSkip(
                api, json("{'family': 'AF_NETLINK', 'type': 'SOCK_RAW', 'proto': '%s'}", proto));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pcapng", "txt"})
    void whatWasDiscardedIsTheSegmentThatTheOtherEndSent(String format) throws Exception {
        Api.Pair pair = api.connection();
        assertThat(pair.first().send("abcdef")).isOk();
        assertThat(pair.second().recv(3, "MSG_TRUNC")).has("length", 3);
        assertThat(pair.second().recv(9)).hasData("def");
        assertThat(pair.second().send("back")).isOk();
        Path both = capture(format, pair.first(), pair.second());
        assertThat(Tshark.read(both, "tcp.seq_raw", "tcp.ack_raw", "tcp.payload"))
                .containsExactly("1\t1\t616263646566", "1\t7\t6261636b");
        assertThat(Tshark.complaints(both)).isEmpty();
    }

    @Test
    void whatAReceiveCutOffOrDiscardedWasOnTheWire() throws Exception {
        Api.Pair pair = api.connection();
        ApiSocket receiver = api.udp().bound();
        assertThat(pair.first().send("abcdef")).isOk();
        assertThat(pair.second().recv(3, "MSG_TRUNC")).has("length", 3);
        assertThat(pair.second().recv(9)).hasData("def");
        assertThat(api.udp().bound().sendto("0123456789", receiver.localAddress())).isOk();
        assertThat(receiver.recv(4)).hasData("0123");
        Path seen = capture("pcapng", pair.second(), receiver);
        assertThat(Tshark.read(seen, "frame.len", "frame.cap_len", "tcp.len", "udp.length"))
                .containsExactly("43\t40\t3\t", "43\t43\t3\t", "38\t32\t\t18");
        assertThat(Tshark.complaints(seen)).isEmpty();
        assertThat(Tcpdump.read(seen)).last().asString().endsWith("UDP, length 10");
        Path hex = capture("txt", pair.second(), receiver);
        assertThat(Tshark.read(hex, "frame.len", "tcp.len", "udp.length", "udp.payload"))
                .containsExactly("43\t3\t\t", "43\t3\t\t", "38\t\t18\t30313233000000000000");
        assertThat(Tshark.complaints(hex)).isEmpty();
        assertThat(Files.readString(directory.resolve("traffic.txt")))
                .contains("recv (0/3 bytes); zeros stand for the rest\n")
                .contains("recv (4/10 bytes); zeros stand for the rest\n");
    }

    @Test
    void anUrgentByteHasItsFlagItsPointerAndItsPlace() throws Exception {
        Api.Pair pair = api.connection();
        assertThat(pair.first().send("abc")).isOk();
        assertThat(pair.second().recv(3)).hasData("abc");
        assertThat(pair.first().post("send", json("{'text': 'de!', 'flags': 'MSG_OOB'}"))).isOk();
        assertThat(pair.second().recv(2)).hasData("de");
        assertThat(api.post("/select", json("{'except': ['%s']}", pair.second().id()))).isOk();
        assertThat(pair.second().recv(1, "MSG_OOB")).hasData("!");
        assertThat(pair.first().send("fg")).isOk();
        assertThat(pair.second().recv(2)).hasData("fg");
        String[] fields = {"tcp.seq_raw", "tcp.flags.urg", "tcp.urgent_pointer", "tcp.payload"};
        Path sent = capture("pcapng", pair.first());
        assertThat(Tshark.read(sent, fields))
                .containsExactly("1\t0\t0\t616263", "4\t1\t3\t646521", "7\t0\t0\t6667");
        Path received = capture("pcapng", pair.second());
        assertThat(Tshark.read(received, fields))
                .containsExactly(
                        "1\t0\t0\t616263", "4\t0\t0\t6465", "6\t1\t1\t21", "7\t0\t0\t6667");
        Path both = capture("pcapng", pair.first(), pair.second());
        assertThat(Tshark.read(both, fields)).isEqualTo(Tshark.read(sent, fields));
        for (Path capture : List.of(sent, received, both)) {
            assertThat(Tshark.complaints(capture)).isEmpty();
        }
    }

    @Test
    void aDatagramOfUdpLiteHasItsHeader() throws Exception {
        String lite = "{'type': 'SOCK_DGRAM', 'proto': 'IPPROTO_UDPLITE'}";
        ApiSocket receiver = Capabilities.socketOrSkip(api, json(lite)).bound();
        ApiSocket sender = api.socket(json(lite)).bound();
        assertThat(sender.sendto("lite", receiver.localAddress())).isOk();
        assertThat(receiver.recv(9)).hasData("lite");
        Path capture = capture("pcapng", sender, receiver);
        String line = "%d\t%d\t6c697465".formatted(sender.port(), receiver.port());
        assertThat(Tshark.read(capture, "udp.srcport", "udp.dstport", "data.data"))
                .containsExactly(line, line);
        assertThat(Tshark.complaints(capture)).isEmpty();
        assertThat(Tcpdump.read(capture)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AF_INET, 127.0.0.1, 65507", "AF_INET6, ::1, 65527"})
    void theLargestDatagramIsOnePacket(String kind) throws Exception {
        String[] of = kind.split(", ");
        String udp = json("{'family': '%s', 'type': 'SOCK_DGRAM'}", of[0]);
        ApiSocket receiver = api.socket(udp);
        assertThat(receiver.bind(json("['%s', 0]", of[1]))).isDone();
        int size = Integer.parseInt(of[2]);
        ApiSocket sender = api.socket(udp);
        assertThat(sender.sendto("m".repeat(size), receiver.localAddress())).isOk();
        assertThat(receiver.recv(70_000)).has("size", size);
        Path capture = capture("pcapng", receiver);
        assertThat(Tshark.read(capture, "udp.length")).containsExactly("" + (size + 8));
        assertThat(Tshark.complaints(capture)).isEmpty();
        assertThat(Tcpdump.read(capture)).singleElement().asString().endsWith("length " + size);
    }

    @Test
    void whatTheKernelFillsInIsFilledIn() throws Exception {
        ApiSocket echo = raw("AF_INET6", "IPPROTO_ICMPV6");
        assertThat(echo.post("sendto", json("{'hex': '8000000000000001', 'address': ['::1', 0]}")))
                .isOk();
        ApiSocket whole = raw("AF_INET", "IPPROTO_RAW");
        String packet = "45000000000000004011000000000000" + "7f00000104d204d200080000";
        assertThat(whole.post("sendto", json("{'hex': '%s', 'address': ['127.0.0.1', 0]}", packet)))
                .isOk();
        Path capture = capture("pcapng", echo, whole);
        assertThat(Tshark.read(capture, "frame.protocols", "udp.dstport"))
                .containsExactly("raw:ipv6:icmpv6\t", "raw:ip:udp\t1234");
        assertThat(Tshark.complaints(capture)).isEmpty();
        assertThat(Tcpdump.read(capture)).noneMatch(line -> line.contains("bad"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pcapng", "txt"})
    void anEchoOverLoopbackIsRightAtBothItsEnds(String format) throws Exception {
        ApiSocket echo = raw("AF_INET6", "IPPROTO_ICMPV6");
        assertThat(echo.post("sendto", json("{'hex': '8000000000010001', 'address': ['::1', 0]}")))
                .isOk();
        assertThat(echo.recv(99)).has("size", 8);
        Path capture = capture(format, echo);
        assertThat(Tshark.read(capture, "ipv6.src", "ipv6.dst", "icmpv6.checksum.status"))
                .hasSize(2)
                .containsOnly("::1\t::1\t1");
        assertThat(Tshark.complaints(capture)).isEmpty();
    }

    private ApiSocket raw(String family, String proto) {
        return Capabilities.socketOrSkip(
                api, json("{'family': '%s', 'type': 'SOCK_RAW', 'proto': '%s'}", family, proto));
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
        List<String> packets = packets(read(hex));
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
            List<String> packets = packets(read(socket.get("traffic.txt?" + query)));
            assertThat(packets)
                    .isNotEmpty()
                    .isEqualTo(packets(saved(socket.get("traffic.pcapng?" + query))));
        }
    }

    @Test
    void hexOfSocketsOfManyKindsIsReadByOneCommand() throws Exception {
        ApiSocket udp = api.udp().bound();
        assertThat(udp.sendto("datagram", api.udp().bound().localAddress())).isOk();
        Api.Pair unix = api.pair();
        assertThat(unix.first().send("unix")).isOk();
        String query = "?filter=socket:%s+or+socket:%s".formatted(udp.id(), unix.first().id());
        assertThat(packets(read(api.get("/traffic.txt" + query))))
                .hasSize(2)
                .isEqualTo(packets(saved(api.get("/traffic.pcapng" + query))));
    }

    @Test
    void aClosedSocketsCapturesCanStillBeHad() throws Exception {
        Api.Pair pair = api.connection();
        assertThat(pair.first().send("last words")).isOk();
        assertThat(pair.first().close()).isDone();
        assertThat(data(pair.first().get("traffic.jsonl"))).containsExactly(base64("last words"));
        assertThat(packets(read(pair.first().get("traffic.txt"))))
                .singleElement()
                .asString()
                .endsWith(HexFormat.of().formatHex(Bytes.of("last words")));
    }

    @Test
    void whereNothingPassedThereAreNoLinesAndNoPackets() throws Exception {
        ApiSocket socket = api.tcp();
        assertThat(socket.get("traffic.jsonl")).isOk().hasBody(new byte[0]);
        assertThat(packets(read(socket.get("traffic.txt")))).isEmpty();
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

    /// Of these sockets, in either format.
    private Path capture(String format, ApiSocket... sockets) throws Exception {
        Answer answer = api.get("/traffic." + format + "?socket=" + ids(sockets));
        return format.equals("txt")
                ? read(answer)
                : Files.write(Files.createTempFile(directory, "of", ".pcapng"), answer.body());
    }

    private static String ids(ApiSocket... sockets) {
        return Arrays.stream(sockets).map(ApiSocket::id).collect(Collectors.joining(","));
    }

    /// What the command at its head makes of it.
    private Path read(Answer hex) throws Exception {
        Capabilities.assume(Files.isExecutable(TEXT2PCAP), "no text2pcap here");
        Files.write(directory.resolve("traffic.txt"), hex.body());
        List<String> commands =
                Bytes.latin1(hex.body())
                        .lines()
                        .filter(line -> line.startsWith("# text2pcap "))
                        .map(line -> line.substring(2))
                        .toList();
        assertThat(commands).hasSize(1);
        Command.run(directory, "sh", "-ec", commands.getFirst()).succeeded();
        return directory.resolve("traffic.pcapng");
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
