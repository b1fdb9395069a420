package org.socketconsole.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.socketconsole.call.InvalidArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

class FileOutputTests {

    private final List<String> sent = new ArrayList<>();
    private int room = Integer.MAX_VALUE;

    @Test
    void whatFitsWaitsForTheFlush() {
        FileOutput output = output(4, "ab", "cd");
        assertThat(sent).isEmpty();
        output.flush(this::send);
        assertThat(sent).containsExactly("abcd");
    }

    @Test
    void whatDoesNotFitSendsWhatWasThere() {
        FileOutput output = output(4, "abc", "de");
        assertThat(sent).containsExactly("abc");
        assertThat(output.size()).isEqualTo(2);
    }

    @Test
    void moreThanTheBufferGoesAtOnce() {
        FileOutput output = output(4, "a", "bcdef");
        assertThat(sent).containsExactly("a", "bcdef");
        assertThat(output.size()).isZero();
    }

    @Test
    void aFailedFlushKeepsWhatHasNotGone() {
        FileOutput output = output(8, "abcdef");
        room = 2;
        assertThatThrownBy(() -> output.flush(this::send)).isInstanceOf(Full.class);
        room = 99;
        output.flush(this::send);
        assertThat(sent).containsExactly("ab", "cdef");
    }

    @Test
    void roomThatComesOfAHalfFlushIsEnough() {
        FileOutput output = output(8, "abcdef");
        room = 4;
        output.makeRoom(6, this::send);
        assertThat(output.size()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"'', 'a\n'", "'\n', 'a\n'", "'\r', 'a\r'", "'\r\n', 'a\r\n'"})
    void everyNewlineIsWrittenAsTheFileHasIt(String newline, String written) {
        TextEncoder encoder = new TextEncoder(Encoding.of("utf-8"), Newline.of(newline));
        assertThat(encoder.encode("a\n")).asString().isEqualTo(written);
        assertThat(encoder.encode("a\n".getBytes(StandardCharsets.UTF_8)))
                .asString()
                .isEqualTo(written);
    }

    @Test
    void bytesThatAreNoTextAreWrittenAsTheyAre() {
        TextEncoder encoder = new TextEncoder(Encoding.of("utf-8"), Newline.CRLF);
        assertThat(encoder.encode(new byte[] {(byte) 0xff, '\n', (byte) 0xe2}))
                .isEqualTo(new byte[] {(byte) 0xff, '\r', '\n', (byte) 0xe2});
    }

    @Test
    void noByteOrderMarkIsWritten() {
        TextEncoder encoder = new TextEncoder(Encoding.of("UTF-16"), Newline.LF);
        assertThat(encoder.encode("a")).isEqualTo(new byte[] {'a', 0});
    }

    @Test
    void aCharacterThatTheEncodingDoesNotHaveIsRefused() {
        TextEncoder encoder = new TextEncoder(Encoding.of("latin-1"), Newline.LF);
        assertThat(encoder.encode("ä")).isEqualTo(new byte[] {(byte) 0xe4});
        assertThatThrownBy(() -> encoder.encode("€"))
                .isInstanceOf(InvalidArgumentException.class)
                .extracting("field")
                .isEqualTo("text");
    }

    private FileOutput output(int bufsize, String... writes) {
        FileOutput output = new FileOutput(bufsize);
        for (String write : writes) {
            byte[] data = write.getBytes(StandardCharsets.US_ASCII);
            output.makeRoom(data.length, this::send);
            output.add(data);
            output.drain(this::send);
        }
        return output;
    }

    private int send(byte[] data) {
        if (room == 0) {
            throw new Full();
        }
        int count = Math.min(room, data.length);
        room -= count;
        sent.add(new String(data, 0, count, StandardCharsets.US_ASCII));
        return count;
    }

    private static final class Full extends RuntimeException {}
}
