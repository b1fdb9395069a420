package org.socketconsole.call;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
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

    /// The text of an answer, when it is asked for.
    public static @Nullable String of(byte[] bytes, @Nullable Boolean wanted) {
        return Boolean.TRUE.equals(wanted) ? of(bytes) : null;
    }
}
