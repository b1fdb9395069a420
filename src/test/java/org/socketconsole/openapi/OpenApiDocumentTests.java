package org.socketconsole.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.socketconsole.testing.Answer;
import org.socketconsole.testing.ContractTests;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// `mvn test -Dtest=OpenApiDocumentTests -Dopenapi=write` writes the document instead of comparing
/// it.
class OpenApiDocumentTests extends ContractTests {

    private static final Path IN_GIT = Path.of("docs/openapi.json");
    private static final boolean WRITE = "write".equals(System.getProperty("openapi"));

    @Autowired private JsonMapper mapper;

    @Test
    void theDocumentInGitIsTheOneThatTheServerServes() throws Exception {
        Answer answer = api.outside("GET", "/v3/api-docs").send();
        String served = pretty(new String(answer.body(), StandardCharsets.UTF_8));
        Files.writeString(Path.of("target/openapi.json"), served);
        if (WRITE) {
            Files.writeString(IN_GIT, served);
        }
        assertThat(served).isEqualTo(Files.readString(IN_GIT));
    }

    private String pretty(String json) {
        return mapper.writerWithDefaultPrettyPrinter()
                        .writeValueAsString(mapper.readTree(json))
                        .replace("\r\n", "\n")
                + "\n";
    }
}
