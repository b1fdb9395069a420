package org.socketconsole.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.socketconsole.testing.AnswerAssert.assertThat;
import static org.socketconsole.testing.Json.json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.socketconsole.testing.Answer;
import org.socketconsole.testing.Api;
import org.socketconsole.testing.ContractTests;

/// Nothing makes the kernel read a buffer after the call has ended.
class ZerocopyApiTests extends ContractTests {

    @ParameterizedTest
    @ValueSource(
            strings = {"'MSG_ZEROCOPY'", "67108864", "'67108864'", "'MSG_DONTWAIT|MSG_ZEROCOPY'"})
    void noCallSendsWithTheFlag(String flags) {
        Api.Pair pair = api.connection();
        String address = pair.second().localAddress().toString();
        for (String request :
                new String[] {
                    "send {'text': 'x', 'flags': %s}",
                    "sendall {'text': 'x', 'flags': %s}",
                    "sendto {'text': 'x', 'flags': %s, 'address': %s}",
                    "sendmsg {'buffers': [{'text': 'x'}], 'flags': %s}",
                }) {
            String[] call = request.split(" ", 2);
            Answer answer = pair.first().post(call[0], json(call[1], json(flags), address));
            assertThat(answer).isProblem(403, "forbidden");
            assertThat(answer.at("detail").asString()).startsWith("MSG_ZEROCOPY");
        }
        assertThat(pair.second().recv(10, "MSG_DONTWAIT")).isProblem(409, "socket-error", "EAGAIN");
    }

    @Test
    void noRawBodyIsSentWithTheFlag() {
        Answer answer =
                api.request("POST", api.connection().first().path("send?flags=MSG_ZEROCOPY"))
                        .body("application/octet-stream", new byte[1])
                        .send();
        assertThat(answer).isProblem(403, "forbidden");
    }

    @ParameterizedTest
    @CsvSource({"SOL_SOCKET, SO_ZEROCOPY", "1, 60", "0x1, 0x3c"})
    void theOptionIsNotSet(String level, String optname) {
        assertThat(api.tcp().setsockopt(level, optname, 1)).isProblem(403, "forbidden");
        assertThat(api.udp().setsockopt(level, optname, 1)).isProblem(403, "forbidden");
    }
}
