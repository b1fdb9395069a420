package org.socketconsole.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.socketconsole.testing.AnswerAssert.assertThat;
import static org.socketconsole.testing.Eventually.eventually;
import static org.socketconsole.testing.Json.base64;
import static org.socketconsole.testing.Json.json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.socketconsole.testing.Answer;
import org.socketconsole.testing.Api;
import org.socketconsole.testing.ApiSocket;
import org.socketconsole.testing.Bytes;
import org.socketconsole.testing.ContractTests;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/// Offsets over HTTP, where several descriptors and calls share a stream.
class FlowApiTests extends ContractTests {

    @Test
    void aDuplicateGoesOnWhereItsSocketIs() {
        Api.Pair pair = api.pair();
        ApiSocket sender = api.socketOf(pair.first().post("dup").at("id").asString());
        ApiSocket receiver = api.socketOf(pair.second().post("dup").at("id").asString());
        assertThat(pair.first().send("12345")).has("offset", 0);
        assertThat(sender.send("678")).has("offset", 5);
        assertThat(receiver.recv(4)).hasData("1234").has("offset", 0);
        assertThat(pair.second().recv(9)).hasData("5678").has("offset", 4);
        assertThat(sender.view().get("bytes_sent").asInt()).isEqualTo(8);
        assertThat(receiver.view().get("bytes_received").asInt()).isEqualTo(8);
    }

    @Test
    void anotherDescriptorByItsNumberGoesOnWhereItsSocketIs() {
        Api.Pair pair = api.pair();
        assertThat(pair.first().send("12345")).has("offset", 0);
        String request = "{'fd': %d, 'family': 'AF_INET', 'type': 'SOCK_DGRAM'}";
        Answer other = api.post("/sockets/fromfd", json(request, pair.first().fd()));
        assertThat(api.socketOf(other.at("id").asString()).send("678")).has("offset", 5);
    }

    @Test
    void aSocketThatCameBackInAMessageGoesOnWhereItWas() {
        Api.Pair carrier = api.pair();
        Api.Pair pair = api.pair();
        assertThat(pair.first().send("12345")).has("offset", 0);
        String request =
                "{'buffers': ['%s'], 'ancdata': [{'level': 'SOL_SOCKET', 'type': 'SCM_RIGHTS',"
                        + " 'data': '%s'}]}";
        String descriptor = base64(Bytes.ints(pair.first().fd()));
        assertThat(carrier.first().post("sendmsg", json(request, base64("x"), descriptor))).isOk();
        assertThat(pair.first().close()).isDone();
        Answer answer = carrier.second().post("recvmsg", json("{'bufsize': 9, 'ancbufsize': 64}"));
        ApiSocket back = api.socketOf(answer.at("sockets/0/id").asString());
        assertThat(back.view().get("bytes_sent").asInt()).isEqualTo(5);
        assertThat(back.send("678")).has("offset", 5);
    }

    @Test
    void trafficIsListedByTheDescriptorThatItPassed() {
        Api.Pair pair = api.pair();
        ApiSocket copy = api.socketOf(pair.first().post("dup").at("id").asString());
        assertThat(pair.first().send("12345")).isOk();
        assertThat(copy.send("678")).isOk();
        assertThat(pair.first().get("traffic")).has("total", 1).has("items/0/offset", 0);
        assertThat(copy.get("traffic"))
                .has("total", 1)
                .has("items/0/offset", 5)
                .has("items/0/socket_id", copy.id());
    }

    /// The answer to a byte may be there before the thread that sent it goes on.
    @ParameterizedTest
    @ValueSource(strings = {"TCP", "IPv4 to IPv6", "UNIX"})
    void whatIsSentStandsBeforeItsArrivalAndItsAnswer(String kind) {
        int count = 500;
        Api.Pair pair =
                switch (kind) {
                    case "TCP" -> api.connection();
                    case "UNIX" -> api.pair();
                    default -> toBothVersions();
                };
        assertThat(pair.second().put("responder", json("{'reply': 'echo'}"))).isOk();
        assertThat(pair.first().put("responder", json("{'reply': 'discard'}"))).isOk();
        for (int i = 0; i < count; i++) {
            assertThat(pair.first().send("x")).isOk();
        }
        eventually().until(() -> pair.first().view().get("bytes_received").asInt() == count);
        long[] asked = numbers(pair.first(), "sent", count);
        long[] heard = numbers(pair.second(), "received", count);
        long[] answered = numbers(pair.second(), "sent", count);
        long[] told = numbers(pair.first(), "received", count);
        for (int i = 0; i < count; i++) {
            assertThat(List.of(asked[i], heard[i], answered[i], told[i]))
                    .as("byte %d", i)
                    .isSorted();
        }
    }

    /// The listener's end has `::ffff:127.0.0.1` for both addresses.
    private Api.Pair toBothVersions() {
        ApiSocket listener = api.socket(json("{'family': 'AF_INET6'}"));
        assertThat(listener.bind(json("['::', 0]"))).isDone();
        assertThat(listener.post("listen")).isDone();
        ApiSocket client = api.tcp().connected(listener.port());
        return new Api.Pair(client, listener.accepted());
    }

    /// By the bytes of the stream, the number of the chunk that has each.
    private static long[] numbers(ApiSocket socket, String direction, int count) {
        long[] numbers = new long[count];
        for (JsonNode chunk : socket.get("traffic?limit=1000&direction=" + direction).at("items")) {
            int offset = chunk.get("offset").asInt();
            Arrays.fill(
                    numbers, offset, offset + chunk.get("size").asInt(), chunk.get("seq").asLong());
        }
        return numbers;
    }

    @Test
    void whatTcpDiscardsMovesTheOffset() {
        Api.Pair pair = api.connection();
        assertThat(pair.first().send("12345678")).isOk();
        assertThat(pair.second().recv(3, "MSG_TRUNC"))
                .hasData("")
                .has("length", 3)
                .has("offset", 0);
        assertThat(pair.second().recv(9)).hasData("45678").has("offset", 3);
        assertThat(pair.second().get("traffic"))
                .has("items/0/size", 0)
                .has("items/0/length", 3)
                .has("items/1/offset", 3);
    }

    @Test
    void whatIsAskedOfAQueueOfErrorsThatIsNotThereMoves() {
        Api.Pair pair = api.pair();
        assertThat(pair.first().send("1234")).isOk();
        assertThat(pair.second().recv(3, "MSG_ERRQUEUE")).hasData("123").has("offset", 0);
        assertThat(pair.second().recv(3)).hasData("4").has("offset", 3);
    }

    @Test
    void anUrgentByteThatIsReadApartStandsWhereTheStreamStoodAndMovesNothing() {
        Api.Pair pair = api.connection();
        assertThat(pair.first().send("ab")).isOk();
        assertThat(pair.second().recv(2)).hasData("ab");
        String urgent = json("{'data': '%s', 'flags': 'MSG_OOB'}", base64("!"));
        assertThat(pair.first().post("send", urgent)).has("offset", 2);
        String select = json("{'read': [], 'write': [], 'except': ['%s']}", pair.second().id());
        assertThat(api.post("/select", select)).isOk();
        assertThat(pair.second().recv(1, "MSG_OOB")).hasData("!").has("offset", 2);
        assertThat(pair.first().send("cd")).has("offset", 3);
        assertThat(pair.second().recv(2)).hasData("cd").has("offset", 2);
    }

    @Test
    void chunksOfManyClientsInTheOrderOfTheirOffsetsAreTheStream() {
        Api.Pair pair = api.connection();
        ApiSocket copy = api.socketOf(pair.second().post("dup").at("id").asString());
        List<CompletableFuture<List<Answer>>> senders = new ArrayList<>();
        List<CompletableFuture<List<Answer>>> receivers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String mark = String.valueOf((char) ('a' + i));
            ApiSocket receiver = i % 2 == 0 ? pair.second() : copy;
            senders.add(later(() -> sends(pair.first(), mark)));
            receivers.add(later(() -> receives(receiver)));
        }
        senders.forEach(CompletableFuture::join);
        assertThat(pair.first().post("shutdown", json("{'how': 'SHUT_WR'}"))).isDone();
        List<Answer> received = receivers.stream().flatMap(all -> all.join().stream()).toList();
        String stream = text(pair.first(), "sent");
        assertThat(stream).hasSize(8 * 50 * 7);
        assertThat(text(received)).isEqualTo(stream);
    }

    private static CompletableFuture<List<Answer>> later(Supplier<List<Answer>> calls) {
        return CompletableFuture.supplyAsync(calls, task -> Thread.ofVirtual().start(task));
    }

    private static List<Answer> sends(ApiSocket socket, String mark) {
        return IntStream.range(0, 50).mapToObj(i -> socket.send(mark.repeat(7))).toList();
    }

    private static List<Answer> receives(ApiSocket socket) {
        List<Answer> answers = new ArrayList<>();
        while (true) {
            Answer answer = socket.recv(5);
            assertThat(answer).isOk();
            if (answer.at("size").asInt() == 0) {
                return answers;
            }
            answers.add(answer);
        }
    }

    private String text(ApiSocket socket, String direction) {
        StringBuilder text = new StringBuilder();
        for (JsonNode chunk :
                socket.get("traffic?limit=10000&direction=" + direction).at("items")) {
            assertThat(chunk.get("offset").asInt()).isEqualTo(text.length());
            text.append(Bytes.latin1(chunk.get("preview").binaryValue()));
        }
        return text.toString();
    }

    private static String text(List<Answer> answers) {
        StringBuilder text = new StringBuilder();
        answers.stream()
                .sorted(Comparator.comparingInt(answer -> answer.at("offset").asInt()))
                .forEach(
                        answer -> {
                            assertThat(answer).has("offset", text.length());
                            text.append(answer.dataText());
                        });
        return text.toString();
    }
}
