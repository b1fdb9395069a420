package org.socketconsole.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/// The client of `fetch`, held by the compiler of the page.
class TypeScriptClientIT extends ClientTests {

    private static final Path COMPILER =
            Path.of("frontend/node_modules/typescript/bin/tsc").toAbsolutePath();

    @Test
    void itsTypesFitWhatTheServerAnswers() throws Exception {
        Path client = generated("typescript");
        Files.copy(
                SOURCES.resolve("facts.ts"),
                client.resolve("facts.ts"),
                StandardCopyOption.REPLACE_EXISTING);
        String complaints =
                run(
                        client,
                        Map.of(),
                        "node",
                        COMPILER.toString(),
                        "--strict",
                        "--target",
                        "es2022",
                        "--module",
                        "nodenext",
                        "--outDir",
                        "compiled",
                        "facts.ts");
        assertThat(complaints).isEmpty();
        assertThat(run(client, Map.of(), "node", "compiled/facts.js")).isEqualTo(FACTS);
    }
}
