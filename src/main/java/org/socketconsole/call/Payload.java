package org.socketconsole.call;

import org.jspecify.annotations.Nullable;

/// A request that carries bytes: as `data`, or as `text` in its place. A request whose body is not
/// JSON has its body as `data`.
public interface Payload {

    byte @Nullable [] data();

    @Nullable String text();

    default byte[] bytes() {
        return bytes(data(), text());
    }

    static byte[] bytes(byte @Nullable [] data, @Nullable String text) {
        if (data != null && text == null) {
            return data;
        }
        if (text != null && data == null) {
            return Text.utf8(text, "text");
        }
        throw new InvalidArgumentException(
                "data", "is required, in base64, or `text` in its place, and not both");
    }
}
