package org.socketconsole.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.socketconsole.call.InvalidArgumentException;

import java.util.Objects;

class OpenModeTests {

    @ParameterizedTest
    @CsvSource({
        "r, r",
        "w, w",
        "rw, rw",
        "wr, rw",
        "rb, rb",
        "wb, wb",
        "rwb, rwb",
        "bwr, rwb",
        "b, rb",
        "'', r",
        ", r"
    })
    void theLettersComeInAnyOrder(@Nullable String given, String mode) {
        assertThat(OpenMode.of(given, null, null, null).mode()).isEqualTo(mode);
    }

    @ParameterizedTest
    @CsvSource({
        ", r, 8192",
        "-1, rb, 8192",
        "0, rb, 0",
        "1, r, 1",
        "1, rb, 8192",
        "2, r, 2",
        "2147483647, w, 16777216"
    })
    void theBufferHasTheSizeOfOpen(@Nullable Integer given, String mode, int bufsize) {
        assertThat(OpenMode.of(mode, given, null, null).bufsize()).isEqualTo(bufsize);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "a, -, -, -, mode",
                "r+, -, -, -, mode",
                "R, -, -, -, mode",
                "r, 0, -, -, bufsize",
                "rb, -2, -, -, bufsize",
                "rb, -, utf-8, -, encoding",
                "r, -, klingon, -, encoding",
                "r, -, '', -, encoding",
                "r, -, x-JISAutoDetect, -, encoding",
                "rb, -, -, '', newline",
                "r, -, -, x, newline"
            })
    void whatOpenDoesNotTakeIsRefused(
            String mode,
            @Nullable Integer bufsize,
            @Nullable String encoding,
            @Nullable String newline,
            String field) {
        assertThatThrownBy(() -> OpenMode.of(mode, bufsize, encoding, newline))
                .isInstanceOf(InvalidArgumentException.class)
                .extracting("field")
                .isEqualTo(field);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "utf-8", "UTF8", "utf_8", "ascii", "latin-1", "Latin_1", "latin1", "iso-8859-15",
                "cp1252", "utf-16", "utf_16_le", "utf-32", "shift_jis", "euc-jp", "gb18030",
                        "koi8-r"
            })
    void encodingsHaveTheNamesOfCPython(String name) {
        Encoding encoding = OpenMode.of("r", null, name, null).encoding();
        assertThat(Objects.requireNonNull(encoding).name()).isEqualTo(name);
    }

    @Test
    void textIsUtf8UnlessItIsSaid() {
        assertThat(OpenMode.of("r", null, null, null).encoding())
                .extracting(Encoding::name)
                .isEqualTo("utf-8");
        assertThat(OpenMode.of("rb", null, null, null).encoding()).isNull();
    }
}
