package org.socketconsole.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.GetMapping;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

class PagesTests {

    private static final Path LIST = Path.of("frontend/src/app/pages.ts");

    private static final Pattern PATHS = Pattern.compile("paths: \\[([^]]+)]");
    private static final Pattern QUOTED = Pattern.compile("'([^']+)'");

    @Test
    void theServerAnswersExactlyThePathsOfThePagesOfTheScript() throws IOException {
        assertThat(served()).containsExactlyInAnyOrderElementsOf(listed());
    }

    private static List<String> served() {
        return Stream.of(Pages.class.getDeclaredMethods())
                .map(method -> method.getAnnotation(GetMapping.class))
                .filter(Objects::nonNull)
                .flatMap(mapping -> Stream.of(mapping.value()))
                .toList();
    }

    private static List<String> listed() throws IOException {
        return PATHS.matcher(Files.readString(LIST))
                .results()
                .map(MatchResult::group)
                .flatMap(paths -> QUOTED.matcher(paths).results())
                .map(quoted -> quoted.group(1))
                .toList();
    }
}
