package org.socketconsole.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.socketconsole.testing.AnswerAssert.assertThat;

import org.junit.jupiter.api.Test;
import org.socketconsole.testing.Answer;
import org.socketconsole.testing.Bytes;
import org.socketconsole.testing.ContractTests;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.stream.StreamSupport;

class HostApiTests extends ContractTests {

    @Test
    void theHostSaysWhatItIs() {
        Answer host = api.get("/host");
        assertThat(host).isOk().has("host", api.get("/dns/gethostname").at("hostname").asString());
        assertThat(host.at("platform").asString()).startsWith("Linux ");
        assertThat(host.at("byte_order").asString()).isEqualTo(Bytes.ORDER);
    }

    @Test
    void theLoopbackInterfaceHasItsAddress() {
        JsonNode loopback = named(api.get("/host").at("interfaces"), "lo");
        assertThat(texts(loopback.get("addresses"))).contains("127.0.0.1");
    }

    @Test
    void everyTypeWithoutAnErrorOpens() {
        for (JsonNode family : api.get("/host").at("families")) {
            for (JsonNode type : family.get("types")) {
                if (type.get("error").isNull() && !isRawInternet(family, type)) {
                    api.socket(
                            "{\"family\": %s, \"type\": %s}"
                                    .formatted(family.get("name"), type.get("name")));
                }
            }
        }
    }

    @Test
    void streamsAndDatagramsAreAmongThem() {
        JsonNode families = api.get("/host").at("families");
        for (String family : List.of("AF_INET", "AF_UNIX")) {
            JsonNode types = named(families, family).get("types");
            assertThat(named(types, "SOCK_STREAM").get("error").isNull()).isTrue();
            assertThat(named(types, "SOCK_DGRAM").get("value").asInt()).isEqualTo(2);
        }
    }

    private static boolean isRawInternet(JsonNode family, JsonNode type) {
        return family.get("name").asString().startsWith("AF_INET")
                && type.get("name").asString().equals("SOCK_RAW");
    }

    private static JsonNode named(JsonNode items, String name) {
        return items.valueStream()
                .filter(item -> item.get("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asString).toList();
    }
}
