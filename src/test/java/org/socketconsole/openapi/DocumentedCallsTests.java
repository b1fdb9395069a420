package org.socketconsole.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the documents ask the API, such as `$API/sockets/$B/recv?wait=1`, takes those parameters: a
/// call that has none of the name refuses it.
class DocumentedCallsTests {

    private static final Pattern ASKED =
            Pattern.compile("(?:\\$API|\\b(?:GET|POST|PUT) )(/[^\\s\"'?`]*)\\?([^\\s\"'`]*)");
    private static final Pattern NAME = Pattern.compile("(?:^|&)([a-z_]+)=");
    private static final List<Path> DOCUMENTS =
            List.of(Path.of("README.md"), Path.of("CHANGELOG.md"), Path.of("docs/responders.md"));

    record Asked(String path, String query) {

        Stream<String> names() {
            return NAME.matcher(query).results().map(name -> name.group(1));
        }
    }

    @ParameterizedTest
    @MethodSource
    void whatIsAskedHasTheParameters(Asked asked) {
        assertThat(parameters(asked.path)).as(asked.path).containsAll(asked.names().toList());
    }

    @Test
    void theTourAsks() throws IOException {
        assertThat(whatIsAskedHasTheParameters()).hasSizeGreaterThan(10);
    }

    static Stream<Asked> whatIsAskedHasTheParameters() throws IOException {
        StringBuilder text = new StringBuilder();
        for (Path document : DOCUMENTS) {
            text.append(Files.readString(document));
        }
        return ASKED.matcher(text).results().map(DocumentedCallsTests::asked);
    }

    private static Asked asked(MatchResult found) {
        return new Asked(found.group(1), found.group(2));
    }

    /// Those of all methods of the path.
    private static Set<String> parameters(String path) {
        JsonNode paths = JsonMapper.shared().readTree(Path.of("docs/openapi.json")).get("paths");
        return paths.propertyStream()
                .filter(known -> pattern(known.getKey()).matcher("/api/v1" + path).matches())
                .flatMap(known -> known.getValue().valueStream())
                .flatMap(method -> method.path("parameters").valueStream())
                .filter(parameter -> parameter.get("in").asString().equals("query"))
                .map(parameter -> parameter.get("name").asString())
                .collect(Collectors.toSet());
    }

    private static Pattern pattern(String path) {
        return Pattern.compile(path.replaceAll("\\{\\w+}", "[^/]+").replace(".", "\\."));
    }
}
