package org.socketconsole.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.socketconsole.testing.AnswerAssert.assertThat;

import org.junit.jupiter.api.Test;
import org.socketconsole.testing.Answer;
import org.socketconsole.testing.ContractTests;

/// As the console is where nobody says otherwise.
class NoRecordingsApiTests extends ContractTests {

    @Test
    void withoutADirectoryNothingIsRecordedAndToldWhy() {
        assertThat(api.get("/recordings")).has("total", 0).hasNull("storage");
        Answer refused = api.post("/recordings", "{}");
        assertThat(refused).isProblem(403, "forbidden");
        assertThat(refused.at("detail").asString()).contains("console.recording.directory");
        Answer imported =
                api.request("POST", "/recordings/import")
                        .body("application/octet-stream", new byte[0])
                        .send();
        assertThat(imported).isProblem(403, "forbidden");
        assertThat(api.get("/recordings/r-1")).isProblem(404, "not-found");
    }
}
