package org.socketconsole.responder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.socketconsole.testing.AnswerAssert.assertThat;

import org.junit.jupiter.api.Test;
import org.socketconsole.testing.ApiSocket;
import org.socketconsole.testing.ContractTests;
import org.socketconsole.testing.Json;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

class ExamplesApiTests extends ContractTests {

    private static final Path DOCUMENT = Path.of("docs/responders.md");
    private static final Pattern EXAMPLE =
            Pattern.compile("(?s)```json\n(.*?)```\n\n```text\n(.*?)```");

    @Test
    void eachExampleIsOnePutAndTalksAsItSays() throws Exception {
        List<MatchResult> examples = EXAMPLE.matcher(Files.readString(DOCUMENT)).results().toList();
        assertThat(examples).hasSize(3);
        for (MatchResult example : examples) {
            ApiSocket listener = api.listener();
            assertThat(listener.put("responder", example.group(1))).isOk();
            try (Talk talk = Talk.with(listener)) {
                for (String line : example.group(2).lines().toList()) {
                    follow(line, talk);
                }
            }
        }
    }

    private static void follow(String line, Talk talk) throws Exception {
        String bytes = Json.read('"' + line.substring(2) + '"').asString();
        if (line.startsWith("> ")) {
            talk.says(bytes);
        } else {
            talk.hears(bytes);
        }
    }
}
