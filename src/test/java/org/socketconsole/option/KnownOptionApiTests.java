package org.socketconsole.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.socketconsole.testing.AnswerAssert.assertThat;

import org.junit.jupiter.api.Test;
import org.socketconsole.testing.Answer;
import org.socketconsole.testing.ContractTests;

class KnownOptionApiTests extends ContractTests {

    /// The name of an option does not tell its level.
    @Test
    void eachOptionIsListedWithItsLevel() {
        Answer answer = api.get("/options");
        assertThat(answer).isOk();
        assertThat(answer.at("items"))
                .extracting(
                        item -> item.get("level").asString() + ' ' + item.get("name").asString())
                .contains(
                        "SOL_SOCKET SO_REUSEADDR",
                        "IPPROTO_TCP TCP_NODELAY",
                        "AF_VSOCK SO_VM_SOCKETS_BUFFER_SIZE")
                .doesNotHaveDuplicates();
    }
}
