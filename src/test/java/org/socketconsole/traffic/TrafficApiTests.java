package org.socketconsole.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.socketconsole.testing.AnswerAssert.assertThat;
import static org.socketconsole.testing.Json.base64;
import static org.socketconsole.testing.Json.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.socketconsole.testing.Answer;
import org.socketconsole.testing.Api;
import org.socketconsole.testing.ApiSocket;
import org.socketconsole.testing.Bytes;
import org.socketconsole.testing.ContractTests;
import org.socketconsole.testing.Tshark;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

class TrafficApiTests extends ContractTests {

    @Test
    void whatIsClearedIsForgottenAndNotCountedAsDropped() {
        Api.Pair pair = api.pair();
        pair.first().send("one");
        pair.second().send("two");
        assertThat(api.request("DELETE", pair.first().path("traffic")).send()).hasStatus(204);
        assertThat(pair.first().get("traffic").at("items").size()).isZero();
        assertThat(pair.second().get("traffic").at("items").size()).isOne();
        pair.first().send("three");
        assertThat(pair.first().get("traffic").at("items").size()).isOne();
    }

    @Test
    void ofOneSocketNothingIsOfAnother() {
        Api.Pair pair = api.pair();
        pair.first().send("one");
        String query = "traffic?socket=";
        assertThat(pair.first().get(query + pair.first().id())).has("total", 1);
        assertThat(pair.first().get(query + pair.second().id() + "," + pair.first().id()))
                .has("total", 1);
        for (String other : new String[] {"traffic", "traffic.jsonl"}) {
            Answer answer = pair.first().get(other + "?socket=" + pair.second().id());
            assertThat(answer).isOk();
            assertThat(new String(answer.body(), UTF_8)).doesNotContain("b25l");
        }
    }

    @Test
    void bothEndsOfAConnectionKeepWhatPassed() {
        Api.Pair pair = api.pair();
        assertThat(pair.first().send("hello")).isOk();
        assertThat(pair.second().recv(9)).hasData("hello");
        assertThat(pair.first().get("traffic"))
                .has("total", 1)
                .has("items/0/socket_id", pair.first().id())
                .has("items/0/direction", "sent")
                .has("items/0/call", "send")
                .has("items/0/offset", 0)
                .has("items/0/size", 5)
                .has("items/0/flags", "0")
                .has("items/0/preview", base64("hello"))
                .hasNull("items/0/address");
        assertThat(pair.second().get("traffic"))
                .has("total", 1)
                .has("items/0/direction", "received")
                .has("items/0/call", "recv");
    }

    @Test
    void aPreviewHasSixtyFourBytesAndTheDataAll() {
        Api.Pair pair = api.pair();
        byte[] bytes = Bytes.of("0123456789".repeat(10));
        assertThat(pair.first().send(bytes)).isOk();
        Answer traffic = pair.first().get("traffic");
        assertThat(traffic)
                .has("items/0/size", 100)
                .has("items/0/preview", base64("0123456789".repeat(10).substring(0, 64)));
        assertThat(data(traffic)).isOk().hasBody(bytes);
    }

    @Test
    void aMessageHasItsNumberAndAddress() {
        ApiSocket receiver = api.udp().bound();
        ApiSocket sender = api.udp().bound();
        assertThat(sender.sendto("one", receiver.localAddress())).isOk();
        assertThat(sender.sendto("two", receiver.localAddress())).isOk();
        assertThat(sender.get("traffic"))
                .has("items/1/offset", 1)
                .has("items/1/address/port", receiver.port());
        assertThat(receiver.post("recvfrom", json("{'bufsize': 9}"))).isOk();
        assertThat(receiver.get("traffic"))
                .has("items/0/offset", 0)
                .has("items/0/address/port", sender.port());
    }

    @Test
    void aMessageHasItsSourceWhicheverCallReceivedIt() {
        ApiSocket receiver = api.udp().bound();
        ApiSocket sender = api.udp().bound();
        assertThat(sender.sendto("one", receiver.localAddress())).isOk();
        assertThat(receiver.recv(9)).hasData("one");
        assertThat(receiver.get("traffic")).has("items/0/address/port", sender.port());
    }

    @Test
    void aMessageHasTheFlagsOfItsAnswer() {
        Api.Pair pair = api.pair();
        assertThat(pair.first().send("x")).isOk();
        assertThat(pair.second().post("recvmsg", json("{'bufsize': 9, 'ancbufsize': 64}")))
                .has("msg_flags", "0");
        assertThat(pair.second().get("traffic")).has("items/0/flags", "0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"recv", "recvfrom", "recvmsg"})
    void aMessageThatWasCutHasTheLengthThatItHad(String call) {
        ApiSocket receiver = api.udp().bound();
        assertThat(api.udp().sendto("0123456789", receiver.localAddress())).isOk();
        assertThat(receiver.post(call, json("{'bufsize': 4}"))).hasData("0123");
        assertThat(receiver.get("traffic"))
                .has("items/0/size", 4)
                .has("items/0/length", 10)
                .has("items/0/flags", "MSG_TRUNC");
    }

    @Test
    void peekingIsNoTraffic() {
        Api.Pair pair = api.pair();
        assertThat(pair.first().send("x")).isOk();
        assertThat(pair.second().recv(9, "MSG_PEEK")).hasData("x");
        assertThat(pair.second().get("traffic")).has("total", 0);
    }

    @Test
    void theQueryChoosesDirectionPlaceAndNumber() {
        Api.Pair pair = api.pair();
        for (String text : List.of("a", "b", "c")) {
            assertThat(pair.first().send(text)).isOk();
            assertThat(pair.second().send(text)).isOk();
            assertThat(pair.first().recv(1)).hasData(text);
        }
        String first = pair.first().id();
        assertThat(api.get("/traffic?direction=sent&socket=" + first)).has("total", 3);
        assertThat(pair.first().get("traffic?direction=received&limit=2"))
                .has("total", 3)
                .has("items/1/preview", base64("b"));
        long seq = pair.first().get("traffic").at("items/4/seq").asLong();
        assertThat(pair.first().get("traffic?after=" + seq))
                .has("total", 1)
                .has("items/0/preview", base64("c"));
        assertThat(pair.first().get("traffic?direction=up")).isInvalid("direction");
        assertThat(pair.first().get("traffic?limit=-1")).isInvalid("limit");
    }

    @Test
    void theFilterLanguageChoosesToo() {
        Api.Pair pair = api.pair();
        assertThat(pair.first().send("GET / HTTP/1.1")).isOk();
        assertThat(pair.second().recv(99)).isOk();
        String text = "/traffic?filter=text:%22HTTP/1.1%22+socket:" + pair.second().id();
        assertThat(api.get(text)).has("total", 1).has("items/0/direction", "received");
        assertThat(pair.first().get("traffic?filter=dir:in")).has("total", 0);
        assertThat(pair.first().get("traffic?filter=len%3E10")).has("total", 1);
        assertThat(pair.first().get("traffic?filter=nonsense:1")).isInvalid("filter");
    }

    @Test
    void aClosedSocketsTrafficCanStillBeHad() {
        Api.Pair pair = api.pair();
        assertThat(pair.first().send("last words")).isOk();
        assertThat(pair.first().close()).isDone();
        Answer traffic = pair.first().get("traffic");
        assertThat(traffic).has("total", 1);
        assertThat(data(traffic)).hasBody(Bytes.of("last words"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nosuch", "s-0", "s-01", "s-999999999", "f-1"})
    void theTrafficOfASocketThatNeverWasIsNotFound(String id) {
        String path = "/sockets/" + id + "/traffic";
        assertThat(api.delete(path)).isProblem(404, "not-found");
        for (String form : List.of("", ".pcapng", ".jsonl", ".txt")) {
            assertThat(api.get(path + form)).isProblem(404, "not-found");
        }
    }

    @Test
    void aDirectionThatIsNoneIsToldAsItWasWritten() {
        Answer answer = api.get("/traffic?direction=SENT");
        assertThat(answer).isInvalid("direction");
        assertThat(answer.at("detail").asString()).endsWith("not `SENT`");
    }

    @Test
    void theBytesOfAPeerAreSavedAndNotShown() {
        Api.Pair pair = api.pair();
        pair.first().send("<script>");
        assertThat(data(pair.first().get("traffic")))
                .isOk()
                .hasHeader("Content-Disposition", "attachment; filename=data.bin");
    }

    @Test
    void aChunkThatIsNotThereIsNotFound() {
        assertThat(api.get("/traffic/999999999/data")).isProblem(404, "not-found");
        assertThat(api.get("/traffic/x/data")).isProblem(404, "not-found");
    }

    @Test
    void aCaptureIsPcapngAndSaysThatItWasBuilt() {
        Api.Pair pair = api.connection();
        assertThat(pair.first().send("hello world")).isOk();
        assertThat(pair.second().recv(20)).isOk();
        Answer answer = pair.first().get("traffic.pcapng");
        assertThat(answer).isOk();
        assertThat(answer.contentType()).isEqualTo("application/x-pcapng");
        assertThat(blocks(answer.body())).containsExactly(0x0A0D0D0A, 1, 6, 5);
        assertThat(Bytes.latin1(answer.body()))
                .contains("Built from socket calls, not captured from the wire.")
                .contains("hello world");
    }

    @Test
    void aPacketOfACaptureHasTheAddressesOfItsSocket() {
        Api.Pair pair = api.connection();
        assertThat(pair.first().send("x")).isOk();
        ByteBuffer capture = ByteBuffer.wrap(pair.first().get("traffic.pcapng").body());
        int packet = Bytes.latin1(capture.array()).indexOf("\u007f\0\0\1\u007f\0\0\1");
        assertThat(capture.getShort(packet + 8) & 0xffff).isEqualTo(pair.first().port());
        assertThat(capture.getShort(packet + 10) & 0xffff).isEqualTo(pair.second().port());
    }

    /// Read by Wireshark's own reader, where it is installed.
    @Test
    void aSegmentBetweenTwoSocketsHereIsOnePacket(@TempDir Path directory) throws Exception {
        Tshark.assumePresent();
        Api.Pair pair = api.connection();
        assertThat(pair.first().send("hello")).isOk();
        assertThat(pair.second().recv(9)).hasData("hello");
        Path capture = directory.resolve("both.pcapng");
        Files.write(
                capture, api.get("/traffic.pcapng?filter=port%3A" + pair.first().port()).body());
        assertThat(Tshark.read(capture, "tcp.len", "frame.comment"))
                .singleElement()
                .asString()
                .startsWith("5\t" + pair.first().id() + " send, received by " + pair.second().id());
    }

    private Answer data(Answer traffic) {
        return api.get("/traffic/" + traffic.at("items/0/seq").asLong() + "/data");
    }

    /// The types of the blocks, each of which has its length at both ends.
    private static List<Integer> blocks(byte[] capture) {
        ByteBuffer rest = ByteBuffer.wrap(capture).order(ByteOrder.LITTLE_ENDIAN);
        List<Integer> types = new ArrayList<>();
        for (int at = 0; at < capture.length; at += rest.getInt(at + 4)) {
            types.add(rest.getInt(at));
            int length = rest.getInt(at + 4);
            assertThat(rest.getInt(at + length - 4)).isEqualTo(length);
        }
        return types;
    }
}
