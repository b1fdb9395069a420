package org.socketconsole.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.socketconsole.net.Errno.EAGAIN;
import static org.socketconsole.net.Errno.ECONNRESET;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.socketconsole.call.TimedOutException;
import org.socketconsole.net.SyscallException;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

class FileInputTests {

    private static final byte[] EURO = "€".getBytes(StandardCharsets.UTF_8);

    private final Chunks chunks = new Chunks();

    @Test
    void aReadWaitsForAllThatItAskedFor() {
        FileInput file = binary(8192);
        chunks.then("ab").then("cd").then("ef");
        assertThat(ascii(file.read(3, chunks))).isEqualTo("abc");
        assertThat(ascii(file.read(99, chunks))).isEqualTo("def");
        assertThat(ascii(file.read(99, chunks))).isEmpty();
    }

    @Test
    void anUnbufferedReadIsOneReceive() {
        FileInput file = binary(0);
        chunks.then("ab").then("cd");
        assertThat(ascii(file.read(3, chunks))).isEqualTo("ab");
        assertThat(ascii(file.read(-1, chunks))).isEqualTo("cd");
        assertThat(chunks.asked).first().isEqualTo(3);
    }

    @Test
    void anUnbufferedReadlineTakesNoByteBehindTheLine() {
        FileInput file = binary(0);
        chunks.then("ab\ncd");
        assertThat(ascii(file.readline(-1, chunks))).isEqualTo("ab\n");
        assertThat(chunks.asked).containsExactly(1, 1, 1);
    }

    @Test
    void nothingIsAskedForTheSizeZero() {
        assertThat(binary(8192).read(0, chunks).data()).isEmpty();
        assertThat(text(null).readline(0, chunks).text()).isEmpty();
        assertThat(chunks.asked).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"3, 5, 3", "4, 4, 4", "4, 11, 8", "8192, 10, 8192", "1, 3, 3"})
    void aReceiveAsksForWholeBuffers(int bufsize, int size, int asked) {
        binary(bufsize).read(size, chunks);
        assertThat(chunks.asked).containsExactly(asked);
    }

    @Test
    void aFailedReadLosesNothing() {
        FileInput file = binary(8192);
        chunks.then("ab").then(TimedOutException.ofRequest()).then("c\nd");
        assertThatThrownBy(() -> file.readlines(-1, chunks)).isInstanceOf(TimedOutException.class);
        assertThat(file.readlines(-1, chunks))
                .extracting(this::ascii)
                .containsExactly("abc\n", "d");
    }

    @Test
    void aResetLeavesWhatCameBefore() {
        FileInput file = text(null);
        chunks.then("ab").then(new SyscallException("recv", ECONNRESET));
        assertThatThrownBy(() -> file.read(3, chunks)).isInstanceOf(SyscallException.class);
        assertThat(file.read(3, chunks).text()).isEqualTo("ab");
    }

    @Test
    void whereNothingMoreComesNowWhatIsThereIsTheAnswer() {
        FileInput file = binary(8192);
        chunks.then("ab").then(nothing()).then(nothing()).then("c\n").then(nothing());
        assertThat(ascii(file.read(3, chunks))).isEqualTo("ab");
        assertThatThrownBy(() -> file.read(3, chunks)).hasMessageContaining("unavailable");
        assertThat(file.readlines(-1, chunks)).extracting(this::ascii).containsExactly("c\n");
    }

    @Test
    void halfACharacterIsNothingYet() {
        FileInput file = text(null);
        chunks.then(EURO[0], EURO[1]).then(nothing()).then(EURO[2]);
        assertThatThrownBy(() -> file.read(1, chunks)).isInstanceOf(SyscallException.class);
        assertThat(file.read(1, chunks).text()).isEqualTo("€");
    }

    @Test
    void charactersAreCountedAndNotBytes() {
        FileInput file = text(null);
        chunks.then("€😀x");
        assertThat(file.read(2, chunks).text()).isEqualTo("€😀");
        assertThat(file.read(2, chunks).data()).isEqualTo(new byte[] {'x'});
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7})
    void anyChunksGiveTheSameLines(int length) {
        for (String newline : Arrays.asList(null, "", "\n", "\r", "\r\n")) {
            String stream = "a\r\nb\rc\n\r\r\n€\n\n😀\r";
            assertThat(lines(stream, newline, length))
                    .isEqualTo(lines(stream, newline, 1000))
                    .isNotEmpty();
        }
    }

    @Test
    void everyEndOfALineIsReadAsANewlineByDefault() {
        assertThat(lines("a\r\nb\rc\nd\r", null, 1)).containsExactly("a\n", "b\n", "c\n", "d\n");
    }

    @Test
    void anEmptyNewlineLeavesTheEndsAsTheyAre() {
        assertThat(lines("a\r\nb\rc\nd\r", "", 1)).containsExactly("a\r\n", "b\r", "c\n", "d\r");
    }

    @Test
    void aGivenNewlineAloneEndsALine() {
        assertThat(lines("a\r\nb\rc\n", "\r", 1)).containsExactly("a\r", "\nb\r", "c\n");
        assertThat(lines("a\r\nb\rc\n", "\r\n", 1)).containsExactly("a\r\n", "b\rc\n");
    }

    @Test
    void theDataOfATextIsTheTextInTheFilesEncoding() {
        FileInput file = input("latin-1", null);
        chunks.then((byte) 0xe4, (byte) '\r', (byte) '\n');
        Piece piece = file.read(-1, chunks);
        assertThat(piece.text()).isEqualTo("ä\n");
        assertThat(piece.data()).isEqualTo(new byte[] {(byte) 0xe4, '\n'});
    }

    @Test
    void bytesThatAreNoTextStayInTheData() {
        byte[] stream = {'a', (byte) 0xff, EURO[0], EURO[1], 'b', EURO[0]};
        chunks.then(stream);
        Piece piece = text(null).read(-1, chunks);
        assertThat(piece.data()).isEqualTo(stream);
        assertThat(piece.text()).isEqualTo("a\uFFFD\uFFFD\uFFFDb\uFFFD");
    }

    @Test
    void aByteOrderMarkIsNoCharacter() {
        FileInput file = input("utf-16", null);
        chunks.then("\uFEFFä\n".getBytes(StandardCharsets.UTF_16BE));
        assertThat(file.readline(-1, chunks).text()).isEqualTo("ä\n");
    }

    @Test
    void aHintIsWhatIsEnough() {
        FileInput file = text(null);
        chunks.then("ab\ncd\nef\n");
        assertThat(file.readlines(3, chunks)).extracting(Piece::text).hasSize(2);
        assertThat(file.readlines(2, chunks)).extracting(Piece::text).containsExactly("ef\n");
    }

    @Test
    void anAnswerIsBoundedAndTheRestIsTheNext() {
        FileInput file = binary(8192);
        chunks.then(new byte[FileInput.LARGEST + 5]);
        assertThat(file.read(-1, chunks).data()).hasSize(FileInput.LARGEST);
        assertThat(file.read(-1, chunks).data()).hasSize(5);
    }

    @Test
    void aBoundedTextHasWholeCharacters() {
        FileInput file = text(null);
        chunks.then("😀".repeat(FileInput.LARGEST / 4 + 1));
        assertThat(file.readline(-1, chunks).data()).hasSize(FileInput.LARGEST);
        assertThat(file.readline(-1, chunks).text()).isEqualTo("😀");
    }

    @Test
    void manySmallReadsOfMuchAreQuick() {
        FileInput file = text(null);
        chunks.then("abc\n".repeat(1_000_000)).then(TimedOutException.ofRequest());
        assertThatThrownBy(() -> file.read(-1, chunks)).isInstanceOf(TimedOutException.class);
        for (int i = 0; i < 100_000; i++) {
            assertThat(file.read(4, chunks).data()).hasSize(4);
        }
        assertThat(file.readlines(-1, chunks)).hasSize(64 * 1024);
    }

    private List<String> lines(String stream, @Nullable String newline, int length) {
        byte[] bytes = stream.getBytes(StandardCharsets.UTF_8);
        Chunks source = new Chunks();
        for (int i = 0; i < bytes.length; i += length) {
            source.then(Arrays.copyOfRange(bytes, i, Math.min(i + length, bytes.length)));
        }
        return text(newline).readlines(-1, source).stream().map(Piece::text).toList();
    }

    private String ascii(Piece piece) {
        return new String(piece.data(), StandardCharsets.US_ASCII);
    }

    private static SyscallException nothing() {
        return new SyscallException("recv", EAGAIN);
    }

    private static FileInput binary(int bufsize) {
        return new FileInput(new UnreadBytes(), bufsize);
    }

    private static FileInput text(@Nullable String newline) {
        return input("utf-8", newline);
    }

    private static FileInput input(String encoding, @Nullable String newline) {
        return OpenMode.of("r", null, encoding, newline).input();
    }
}
