package org.socketconsole.file;

import org.socketconsole.call.InvalidArgumentException;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A text encoding, under the name that it was asked for by.
///
/// Bytes that are no text in it are escaped as CPython's `surrogateescape` does it (PEP 383): each
/// is a character of its own from U+DC00 on, so that it can be turned back.
record Encoding(String name, Charset charset) {

    private static final int ESCAPE = 0xDC00;
    private static final int REPLACEMENT = 0xFFFD;
    private static final int PIECE = 8192;

    /// CPython's, which differ from the JDK's of the same name: little-endian where nothing says
    /// else.
    private static final Map<String, String> OWN_NAMES =
            Map.of(
                    "utf16", "x-UTF-16LE-BOM",
                    "utf16le", "UTF-16LE",
                    "utf16be", "UTF-16BE",
                    "utf32", "X-UTF-32LE-BOM",
                    "utf32le", "UTF-32LE",
                    "utf32be", "UTF-32BE");

    /// CPython takes any of `latin1`, `latin-1` and `Latin_1`.
    static Encoding of(String name) {
        String bare = name.toLowerCase(Locale.ROOT).replaceAll("[-_ ]", "");
        return Stream.of(OWN_NAMES.getOrDefault(bare, name), name.replace('_', '-'), bare)
                .flatMap(candidate -> find(candidate).stream())
                .findFirst()
                .map(charset -> new Encoding(name, charset))
                .orElseThrow(
                        () -> new InvalidArgumentException("encoding", "is not a known encoding"));
    }

    private static Optional<Charset> find(String name) {
        try {
            return Optional.of(Charset.forName(name)).filter(Charset::canEncode);
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    static char escape(byte unreadable) {
        return (char) (ESCAPE | unreadable & 0xff);
    }

    /// Decoded characters as text: escaped bytes are U+FFFD.
    static String text(String decoded) {
        StringBuilder text = new StringBuilder(decoded.length());
        decoded.codePoints()
                .map(c -> c >>> 8 == ESCAPE >>> 8 ? REPLACEMENT : c)
                .forEach(text::appendCodePoint);
        return text.toString();
    }

    /// Decoded characters in this encoding: escaped bytes as they came.
    byte[] bytes(String decoded) {
        CharsetEncoder encoder =
                unmarked().newEncoder().onUnmappableCharacter(CodingErrorAction.REPLACE);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(decoded.length());
        CharBuffer in = CharBuffer.wrap(decoded);
        ByteBuffer out = ByteBuffer.allocate(PIECE);
        CoderResult result;
        do {
            result = encoder.encode(in, out, true);
            move(out, bytes);
            if (result.isError()) {
                bytes.write(in.get());
            }
        } while (!result.isUnderflow());
        encoder.flush(out);
        move(out, bytes);
        return bytes.toByteArray();
    }

    /// A request's text in this encoding, which must have all of its characters.
    byte[] encode(String text) {
        try {
            ByteBuffer bytes = unmarked().newEncoder().encode(CharBuffer.wrap(text));
            return Arrays.copyOf(bytes.array(), bytes.limit());
        } catch (CharacterCodingException unmappable) {
            throw new InvalidArgumentException(
                    "text", "has characters that `" + name + "` does not have");
        }
    }

    /// A mark of the byte order is read where there is one, but never written: as in CPython, a
    /// socket has no beginning that it could stand at.
    private Charset unmarked() {
        return switch (charset.name()) {
            case "x-UTF-16LE-BOM" -> StandardCharsets.UTF_16LE;
            case "X-UTF-32LE-BOM" -> StandardCharsets.UTF_32LE;
            default -> charset;
        };
    }

    private static void move(ByteBuffer from, ByteArrayOutputStream to) {
        to.write(from.array(), 0, from.position());
        from.clear();
    }
}
