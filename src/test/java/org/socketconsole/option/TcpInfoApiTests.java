package org.socketconsole.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.socketconsole.testing.AnswerAssert.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.socketconsole.net.Constants;
import org.socketconsole.option.TcpInfo.Field;
import org.socketconsole.testing.Answer;
import org.socketconsole.testing.ApiSocket;
import org.socketconsole.testing.ContractTests;

class TcpInfoApiTests extends ContractTests {

    @Test
    void aConnectionHasItsCounters() {
        ApiSocket client = api.connection().first();
        assertThat(client.send("GET")).isOk();
        Answer info = client.get("tcp_info");
        assertThat(info.status()).isEqualTo(200);
        assertThat(info.json().get("state").asLong()).isEqualTo(value("TCP_ESTABLISHED"));
        assertThat(info.json().get("bytes_sent").asInt()).isEqualTo(3);
        assertThat(info.json().get("max_pacing_rate").bigIntegerValue())
                .isEqualTo("18446744073709551615");
        assertThat(info.json().propertyNames())
                .containsExactlyElementsOf(TcpInfo.FIELDS.stream().map(Field::name).toList());
    }

    @Test
    void aFreshSocketIsClosed() {
        Answer info = api.get(open("AF_INET6", "SOCK_STREAM") + "/tcp_info");
        assertThat(info.json().get("state").asLong()).isEqualTo(value("TCP_CLOSE"));
    }

    @ParameterizedTest
    @CsvSource({
        "AF_INET, SOCK_DGRAM, EOPNOTSUPP",
        "AF_UNIX, SOCK_STREAM, EOPNOTSUPP",
        "AF_NETLINK, SOCK_RAW, ENOPROTOOPT",
    })
    void whereThereIsNoTcpTheKernelSaysSo(String family, String type, String symbol) {
        Answer refused = api.get(open(family, type) + "/tcp_info");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.at("symbol").asString()).isEqualTo(symbol);
        assertThat(refused.at("call").asString()).isEqualTo("tcp_info");
    }

    private static long value(String name) {
        return Constants.find(name).orElseThrow().value();
    }

    /// The path of a new socket.
    private String open(String family, String type) {
        String json = "{\"family\": \"%s\", \"type\": \"%s\"}".formatted(family, type);
        return "/sockets/" + api.socket(json).id();
    }
}
