package org.socketconsole.testing;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.Base64;

/// JSON as the tests write and read it.
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    /// A format with apostrophes where JSON has quotation marks; strings among the arguments stand
    /// as they are.
    public static String json(String format, Object... arguments) {
        return format.replace('\'', '"').formatted(arguments);
    }

    public static JsonNode read(byte[] json) {
        return MAPPER.readTree(json);
    }

    public static JsonNode read(String json) {
        return MAPPER.readTree(json);
    }

    public static String quoted(String text) {
        return MAPPER.writeValueAsString(text);
    }

    public static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    public static String base64(String ascii) {
        return base64(Bytes.of(ascii));
    }
}
