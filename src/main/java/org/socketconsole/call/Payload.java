package org.socketconsole.call;

import org.jspecify.annotations.Nullable;

import java.util.HexFormat;

/// A request that carries bytes: as `data`, or as `text` or `hex` in its place. A request whose
/// body is not JSON has its body as `data`.
public interface Payload {

    byte @Nullable [] data();

    @Nullable String text();

    @Nullable String hex();

    default byte[] bytes() {
        return bytes(data(), text(), hex());
    }

    static byte[] bytes(byte @Nullable [] data, @Nullable String text, @Nullable String hex) {
        if (data != null && text == null && hex == null) {
            return data;
        }
        if (text != null && data == null && hex == null) {
            return Text.utf8(text, "text");
        }
        if (hex != null && data == null && text == null) {
            return parse(hex);
        }
        throw new InvalidArgumentException(
                "data", "is required, in base64, or `text` or `hex` in its place, and only one");
    }

    private static byte[] parse(String hex) {
        try {
            return HexFormat.of().parseHex(hex.replace(" ", "").replace(":", ""));
        } catch (IllegalArgumentException malformed) {
            throw new InvalidArgumentException(
                    "hex", "must be pairs of hexadecimal digits, as in \"48 65:6c\"");
        }
    }
}
