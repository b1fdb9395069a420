package org.socketconsole.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.stream.Collectors.toSet;

import org.junit.jupiter.api.Test;
import org.socketconsole.testing.Json;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

class StatusesTests {

    /// Of a path without the method, which is no call.
    private static final int NOT_ALLOWED = 405;

    @Test
    void everyStatusOfAnErrorIsInTheDocumentOfEveryCall() throws IOException {
        Set<String> wanted =
                Statuses.TITLES.keySet().stream()
                        .filter(status -> status != NOT_ALLOWED)
                        .map(String::valueOf)
                        .collect(toSet());
        JsonNode paths = Json.read(Files.readString(Path.of("docs/openapi.json"))).get("paths");
        assertThat(paths.valueStream().flatMap(JsonNode::valueStream))
                .isNotEmpty()
                .extracting(call -> call.get("responses").propertyNames())
                .allSatisfy(statuses -> assertThat(statuses).containsAll(wanted));
    }
}
