package org.socketconsole.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.socketconsole.testing.AnswerAssert.assertThat;
import static org.socketconsole.testing.Eventually.eventually;
import static org.socketconsole.testing.Json.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.socketconsole.testing.Answer;
import org.socketconsole.testing.ApiSocket;
import org.socketconsole.testing.ContractTests;

import tools.jackson.databind.JsonNode;

import java.net.URLEncoder;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

class FilterApiTests extends ContractTests {

    @Test
    void aFilterIsDescribed() {
        assertThat(validate("type:tcp state:listen port:7000"))
                .isOk()
                .has("valid", true)
                .has("description", "TCP sockets in LISTENING on port 7000")
                .hasNull("message")
                .hasNull("position")
                .hasNull("length");
    }

    @Test
    void whatIsNoFilterSaysWhere() {
        assertThat(validate("type:tcp state:lsten"))
                .isOk()
                .has("valid", false)
                .hasNull("description")
                .has("position", 15)
                .has("length", 5);
    }

    @Test
    void whatIsLookedForInTheBytesIsTold() {
        Answer verdict =
                api.get(
                        "/filters/validate?on=traffic&expr="
                                + URLEncoder.encode("Hi or hex:\"0d 0a\" -text:no re:/x/", UTF_8));
        assertThat(verdict)
                .has("marks/0/hex", "4869")
                .has("marks/0/ignore_case", true)
                .has("marks/1/hex", "0d0a")
                .has("marks/1/ignore_case", false);
        assertThat(verdict.at("marks").size()).isEqualTo(2);
    }

    @Test
    void trafficHasFieldsOfItsOwn() {
        assertThat(api.get("/filters/validate?on=traffic&expr=dir%3Ain")).has("valid", true);
        assertThat(api.get("/filters/validate?on=sockets&expr=dir%3Ain")).has("valid", false);
        assertThat(api.get("/filters/validate?on=files&expr=")).isInvalid("on");
        assertThat(api.get("/filters/validate")).isInvalid("expr");
    }

    @Test
    void theFieldsHaveTheValuesThatExistNow() {
        assertThat(values("state", "sockets")).isEmpty();
        api.listener();
        api.unix("SOCK_DGRAM");
        assertThat(values("state", "sockets")).containsExactly("listening", "unconnected");
        assertThat(values("family", "sockets")).containsExactly("inet", "unix");
        assertThat(values("type", "traffic")).containsExactly("dgram", "stream", "tcp", "unix");
        assertThat(values("dir", "traffic")).containsExactly("in", "out");
    }

    @Test
    void theListHasTheSocketsThatAFilterLetsThrough() {
        ApiSocket listener = api.listener();
        ApiSocket udp = api.udp();
        assertThat(found("state:listen port:" + listener.port())).containsExactly(listener.id());
        assertThat(found("state:created")).containsExactly(udp.id());
        assertThat(found("type:udp")).containsExactly(udp.id());
        assertThat(found("-type:udp")).containsExactly(listener.id());
        assertThat(found("")).containsExactly(listener.id(), udp.id());
        assertThat(found("local:127.0.0.0/8")).containsExactly(listener.id());
    }

    @Test
    void aWaitingCallAndUnreadBytesAreFound() {
        var pair = api.pair();
        assertThat(found("has:unread")).isEmpty();
        assertThat(pair.first().send("x")).isOk();
        assertThat(found("has:unread")).containsExactly(pair.second().id());
        var answer = pair.first().postLater("recv", json("{'bufsize': 1}"));
        eventually()
                .untilAsserted(
                        () -> assertThat(found("waiting:recv")).containsExactly(pair.first().id()));
        assertThat(found("waiting>1h")).isEmpty();
        assertThat(pair.second().send("y")).isOk();
        answer.join();
    }

    @ParameterizedTest
    @ValueSource(strings = {"stat:listen", "(", "label:\"", "port:x"})
    void aListIsNotFilteredByWhatIsNoFilter(String expression) {
        assertThat(list(expression)).isInvalid("filter");
        assertThat(list(expression).at("detail").asString()).contains("position");
    }

    private Answer validate(String expression) {
        return api.get("/filters/validate?expr=" + URLEncoder.encode(expression, UTF_8));
    }

    private Answer list(String expression) {
        return api.get("/sockets?filter=" + URLEncoder.encode(expression, UTF_8));
    }

    private List<String> found(String expression) {
        return items(list(expression)).map(socket -> socket.get("id").asString()).toList();
    }

    private List<String> values(String field, String on) {
        return items(api.get("/filters/fields?on=" + on))
                .filter(item -> item.get("name").asString().equals(field))
                .flatMap(item -> StreamSupport.stream(item.get("values").spliterator(), false))
                .map(JsonNode::asString)
                .toList();
    }

    private static Stream<JsonNode> items(Answer answer) {
        return StreamSupport.stream(answer.at("items").spliterator(), false);
    }
}
