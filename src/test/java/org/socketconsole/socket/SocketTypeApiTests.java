package org.socketconsole.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.socketconsole.testing.AnswerAssert.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.socketconsole.testing.ContractTests;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.stream.StreamSupport;

class SocketTypeApiTests extends ContractTests {

    /// The methods of a socket object in the documentation of 1998.
    private static final List<String> OF_1998 =
            List.of(
                    "accept",
                    "bind",
                    "close",
                    "connect",
                    "connect_ex",
                    "fileno",
                    "getpeername",
                    "getsockname",
                    "getsockopt",
                    "listen",
                    "makefile",
                    "recv",
                    "recvfrom",
                    "send",
                    "sendto",
                    "setblocking",
                    "setsockopt",
                    "shutdown");

    @Test
    void theSocketTypeHasTheMethodsOf1998() {
        assertThat(api.get("/sockettype")).isOk().has("name", "socket");
        assertThat(methods())
                .extracting(method -> method.get("name").asString())
                .containsAll(OF_1998);
    }

    @ParameterizedTest
    @CsvSource({
        "recv, 'recv([bufsize, flags])', recv",
        "sendto, 'sendto(data, address[, flags])', sendto",
        "connect_ex, connect_ex(address), connectEx",
        "listen, listen([backlog]), listen",
        "settimeout, settimeout(timeout), settimeout",
        "accept, accept(), accept",
    })
    void aMethodTellsItsSignatureAndItsOperation(String name, String signature, String operation) {
        assertThat(methods())
                .filteredOn(method -> method.get("name").asString().equals(name))
                .singleElement()
                .satisfies(
                        method -> {
                            assertThat(method.get("signature").asString()).isEqualTo(signature);
                            assertThat(method.get("operation_id").asString()).isEqualTo(operation);
                            assertThat(method.get("summary").asString()).isNotBlank();
                        });
    }

    private List<JsonNode> methods() {
        return StreamSupport.stream(api.get("/sockettype").at("methods").spliterator(), false)
                .toList();
    }
}
