package org.socketconsole.openapi;

import org.socketconsole.testing.Api;
import org.socketconsole.testing.ContractTests;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/// What a client that openapi-generator makes of the document in git can do, in any language: list
/// options, set them, read a closed socket, run the echo of 1998.
abstract class ClientTests extends ContractTests {

    static final String FACTS =
            """
            listed 0
            set 1
            set true
            closed 410 EBADF
            echoed Hello, world
            """;

    static final Path SOURCES = Path.of("src/test/clients").toAbsolutePath();

    /// Where the build puts the client of a language.
    static Path generated(String language) {
        return Path.of("target/generated-clients", language).toAbsolutePath();
    }

    /// Runs a program to its end, and answers what it printed; what it complains of is ours to see.
    String run(Path directory, Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        builder.environment().put("CONSOLE_URL", "http://127.0.0.1:" + api.port());
        builder.environment().put("CONSOLE_TOKEN", Api.TOKEN);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }
}
