package org.socketconsole.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.socketconsole.testing.Json;

import tools.jackson.databind.JsonNode;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// What the document says of bytes that travel alone: their arguments are in the query, and the
/// rest of an answer is in headers.
class RawFormsTests {

    private static final List<String> RAW = List.of("application/octet-stream", "text/plain");

    @ParameterizedTest
    @CsvSource({
        "/sockets/{id}/send, flags at",
        "/sockets/{id}/sendall, flags at",
        "/sockets/{id}/sendto, flags address",
        "/files/{id}/write,"
    })
    void bytesThatAreSentHaveTheirArgumentsInTheQuery(String path, String query) throws Exception {
        JsonNode call = call(path);
        assertThat(optionalInQuery(call)).containsExactlyElementsOf(words(query));
        assertThat(call.at("/requestBody/required").asBoolean()).isTrue();
        assertThat(call.at("/requestBody/content").propertyNames()).containsAll(RAW);
    }

    @ParameterizedTest
    @CsvSource({
        "/sockets/{id}/recv, bufsize flags after text, Socket-Flags Socket-Length Socket-Offset",
        "/sockets/{id}/recvfrom, bufsize flags after text, Socket-Address Socket-Flags Socket-Length Socket-Offset",
        "/files/{id}/read, size text,",
        "/files/{id}/readline, size text,"
    })
    void bytesThatAreReceivedAreAskedForByTheQueryAlone(String path, String query, String headers)
            throws Exception {
        JsonNode call = call(path);
        assertThat(optionalInQuery(call)).containsExactlyElementsOf(words(query));
        assertThat(call.at("/requestBody/required").asBoolean()).isFalse();
        JsonNode answer = call.at("/responses/200");
        assertThat(answer.get("content").propertyNames()).containsAll(RAW);
        assertThat(names(answer.path("headers")))
                .containsExactlyInAnyOrderElementsOf(words(headers));
    }

    private static JsonNode call(String path) throws Exception {
        return Json.read(Files.readString(Path.of("docs/openapi.json")))
                .get("paths")
                .get("/api/v1" + path)
                .get("post");
    }

    /// But for the limit of the request, which all have.
    private static List<String> optionalInQuery(JsonNode call) {
        List<String> names = new ArrayList<>();
        for (JsonNode parameter : call.get("parameters")) {
            if (parameter.get("in").asString().equals("query")
                    && !parameter.path("required").asBoolean(false)) {
                names.add(parameter.get("name").asString());
            }
        }
        names.remove("wait");
        return names;
    }

    private static Collection<String> names(JsonNode object) {
        return object.propertyNames();
    }

    private static List<String> words(String words) {
        return words == null ? List.of() : List.of(words.split(" "));
    }
}
