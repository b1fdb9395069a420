package org.socketconsole.net;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

class ErrnoTests {

    private static final int LAST = 140;

    static final List<Field> CONSTANTS =
            Arrays.stream(Errno.class.getFields())
                    .filter(field -> Modifier.isStatic(field.getModifiers()))
                    .toList();

    @Test
    void everyTextIsThatOfTheCLibrary(@TempDir Path directory) {
        assertThat(new Headers(directory).strerrors(LAST))
                .hasSize(LAST + 1)
                .allSatisfy(
                        (number, text) -> assertThat(Errno.of(number).strerror()).isEqualTo(text));
    }

    @Test
    void everySymbolHasTheNumberOfTheHeaders(@TempDir Path directory) {
        var symbols = Table.rows("constants/errno").stream().map(row -> row[1]).toList();
        Map<String, Long> values = new Headers(directory).values(symbols).getFirst();
        assertThat(values).containsOnlyKeys(symbols).allSatisfy(ErrnoTests::assertNumber);
    }

    private static void assertNumber(String symbol, Long number) {
        assertThat(Errno.find(symbol)).map(Errno::errno).contains(number.intValue());
    }

    @ParameterizedTest
    @FieldSource("CONSTANTS")
    void everyConstantHasTheNumberOfItsSymbol(Field constant) throws Exception {
        assertThat(Errno.of(constant.getInt(null)).symbol()).isEqualTo(constant.getName());
    }

    @Test
    void allStandOnceInTheOrderOfTheirNumbers() {
        assertThat(Errno.all())
                .extracting(Errno::errno)
                .isSorted()
                .doesNotHaveDuplicates()
                .hasSize(131);
    }

    @ParameterizedTest
    @ValueSource(strings = {"EAGAIN", "EWOULDBLOCK", "11", " eagain "})
    void aSymbolAnAliasAndTheNumberFindThePreferredRow(String text) {
        assertThat(Errno.find(text))
                .contains(new Errno(11, "EAGAIN", "Resource temporarily unavailable"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "EWHATEVER", "41", "-11", "0", "11.0"})
    void whatIsNoErrorIsNotFound(String text) {
        assertThat(Errno.find(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {41, 58, 134, 4095, -1})
    void aNumberWithoutANameHasItsDigitsForASymbol(int number) {
        assertThat(Errno.of(number))
                .isEqualTo(new Errno(number, String.valueOf(number), "Unknown error " + number));
    }
}
