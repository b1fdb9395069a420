package org.socketconsole.call;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// Bytes as text, where they are text.
public final class Text {

    private Text() {}

    /// Null for bytes that are not valid UTF-8.
    public static @Nullable String of(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException malformed) {
            return null;
        }
    }

    /// The bytes of an argument; half of a surrogate pair has none.
    public static byte[] utf8(String text, String field) {
        try {
            ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            byte[] copy = new byte[bytes.remaining()];
            bytes.get(copy);
            return copy;
        } catch (CharacterCodingException malformed) {
            throw new InvalidArgumentException(field, "has half of a surrogate pair in it");
        }
    }

    /// The text of an answer, when it is asked for.
    public static @Nullable String of(byte[] bytes, @Nullable Boolean wanted) {
        return Boolean.TRUE.equals(wanted) ? of(bytes) : null;
    }
}
