package org.socketconsole.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.socketconsole.net.Table;
import org.socketconsole.testing.Bytes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class LanguageTests {

    /// What random expressions are made of.
    private static final List<String> PIECES =
            List.of(
                    "state:",
                    "port>",
                    "re:/",
                    "hex:",
                    "text:",
                    "peer:",
                    "age<",
                    "waiting:",
                    "-",
                    "(",
                    ")",
                    "\"",
                    "\\",
                    "/",
                    " ",
                    "or",
                    " and ",
                    "not ",
                    "listen",
                    "10.0.0.0/8",
                    "::1",
                    "[",
                    "]",
                    "5m",
                    "1MiB",
                    "*",
                    "+",
                    "{",
                    "é",
                    "\0",
                    "\ud83d",
                    ":",
                    "<",
                    ">");

    @ParameterizedTest
    @MethodSource("cases")
    void anExpressionLetsThroughWhatItShould(
            String on, String expression, String sample, String expected) {
        boolean passes =
                on.equals("sockets")
                        ? Language.SOCKETS.parse(expression).matches(Samples.SOCKETS.get(sample))
                        : Language.TRAFFIC.parse(expression).matches(Samples.CHUNKS.get(sample));
        assertThat(passes ? "yes" : "no").isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("descriptions")
    void anExpressionIsDescribedInASentence(String on, String expression, String description) {
        assertThat(language(on).parse(expression).description()).isEqualTo(description);
    }

    @ParameterizedTest
    @MethodSource("errors")
    void whatIsNoFilterSaysWhereItIsWrong(
            String on, String expression, String position, String length, String message) {
        assertThatExceptionOfType(FilterException.class)
                .isThrownBy(() -> language(on).parse(expression))
                .withMessage(message)
                .matches(wrong -> wrong.position() == Integer.parseInt(position))
                .matches(wrong -> wrong.length() == Integer.parseInt(length));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sockets", "traffic"})
    void theExampleOfEveryFieldIsAFilter(String on) {
        assertThat(language(on).fields())
                .allSatisfy(
                        field -> {
                            assertThat(field.help()).isNotBlank();
                            assertThat(field.example()).startsWith(field.name());
                            assertThat(language(on).parse(field.example()).description())
                                    .isNotBlank();
                        });
    }

    @Test
    void theDocumentationHasTheExampleOfEveryField() throws IOException {
        String documentation = Files.readString(Path.of("docs/filter.md"));
        assertThat(Stream.of("sockets", "traffic").flatMap(on -> language(on).fields().stream()))
                .extracting(Field::example)
                .allMatch(example -> documentation.contains("`" + example + "`"));
    }

    @Test
    void noExpressionFailsButAsAFilter() {
        Random random = new Random(3);
        for (int i = 0; i < 20_000; i++) {
            tryOut(expression(random));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "not ", "-", "-("})
    void aVeryLongOrDeepExpressionIsNoFilter(String piece) {
        for (int times : List.of(60, 400, 5000)) {
            assertThatExceptionOfType(FilterException.class)
                    .isThrownBy(() -> Language.TRAFFIC.parse(piece.repeat(times)));
        }
    }

    @Test
    @Timeout(20)
    void aRegularExpressionFindsWhatBacktrackingWouldNot() {
        assertThat(isIn("re:/(a+)+b/", "a".repeat(100_000))).isFalse();
        assertThat(isIn("re:/(a+)+b/", "a".repeat(100_000) + "b")).isTrue();
        assertThat(isIn("re:/(a|b)*c$/", "ab".repeat(100_000) + "c")).isTrue();
        assertThat(isIn("re:/(x?){200}b/", "x".repeat(10_000))).isFalse();
    }

    @Test
    @Timeout(20)
    void theTimeOfATextDoesNotGrowWithItsLength() {
        String data = "a".repeat(4_000_000);
        assertThat(isIn("text:\"" + "a".repeat(1900) + "b\"", data)).isFalse();
        assertThat(isIn("text:\"" + "a".repeat(1900) + "B\"", data + "b")).isTrue();
        assertThat(isIn("hex:\"" + "61".repeat(900) + "62\"", data)).isFalse();
        assertThat(isIn("text:ababc", "abababababc")).isTrue();
    }

    private static boolean isIn(String expression, String data) {
        return Language.TRAFFIC
                .parse(expression)
                .matches(
                        new Samples.Chunk("client", "received", "recv", "0", null, Bytes.of(data)));
    }

    private static void tryOut(String expression) {
        try {
            Samples.SOCKETS.values().forEach(Language.SOCKETS.parse(expression)::matches);
        } catch (FilterException expected) {
            assertThat(expected.position() + expected.length()).isBetween(0, expression.length());
        }
        try {
            Samples.CHUNKS.values().forEach(Language.TRAFFIC.parse(expression)::matches);
        } catch (FilterException expected) {
            assertThat(expected.message()).isNotBlank();
        }
    }

    private static String expression(Random random) {
        return random.ints(random.nextInt(1, 12), 0, PIECES.size())
                .mapToObj(PIECES::get)
                .collect(Collectors.joining());
    }

    private static Language<?> language(String on) {
        return on.equals("sockets") ? Language.SOCKETS : Language.TRAFFIC;
    }

    static Stream<Arguments> cases() {
        return rows("cases");
    }

    static Stream<Arguments> descriptions() {
        return rows("descriptions");
    }

    static Stream<Arguments> errors() {
        return rows("errors");
    }

    private static Stream<Arguments> rows(String name) {
        return Table.rows("filter/" + name).stream().map(row -> Arguments.of((Object[]) row));
    }
}
