package org.socketconsole.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import tools.jackson.databind.json.JsonMapper;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;

/// `mvn test -Dtest=OpenApiDocumentTests -Dopenapi=write` writes the document instead of comparing
/// it.
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class OpenApiDocumentTests {

    private static final Path IN_GIT = Path.of("docs/openapi.json");
    private static final boolean WRITE = "write".equals(System.getProperty("openapi"));

    @LocalServerPort private int port;
    @Autowired private JsonMapper mapper;

    @Test
    void theDocumentInGitIsTheOneThatTheServerServes() throws Exception {
        String served = pretty(served());
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

    private String served() throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            URI document = URI.create("http://localhost:" + port + "/v3/api-docs");
            return client.send(HttpRequest.newBuilder(document).build(), BodyHandlers.ofString())
                    .body();
        }
    }
}
