package org.socketconsole.call;

import com.fasterxml.jackson.annotation.JsonCreator;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.util.Base64;

/// One buffer among several: base64, or `{"text"}` or `{"hex"}` in its place.
@Schema(oneOf = {String.class, BufferArgument.Form.class})
public final class BufferArgument {

    private final byte[] bytes;

    private BufferArgument(byte[] bytes) {
        this.bytes = bytes;
    }

    /// What stands in the place of base64: one of the two.
    @Schema(name = "BufferForm")
    record Form(
            @Schema(description = "Sent as UTF-8", example = "Hello") @Nullable String text,
            @Schema(description = "Pairs of digits", example = "48 65:6c") @Nullable String hex) {}

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static BufferArgument of(JsonNode node) {
        return new BufferArgument(node.isObject() ? spelt(node) : base64(node));
    }

    public byte[] bytes() {
        return bytes;
    }

    private static byte[] base64(JsonNode node) {
        try {
            return Base64.getDecoder().decode(string(node));
        } catch (IllegalArgumentException malformed) {
            throw malformed();
        }
    }

    private static byte[] spelt(JsonNode form) {
        if (form.size() != 1) {
            throw malformed();
        }
        try {
            return form.has("text")
                    ? Payload.bytes(null, string(form.get("text")), null)
                    : Payload.bytes(null, null, string(form.path("hex")));
        } catch (InvalidArgumentException wrong) {
            throw new IllegalArgumentException(
                    "has a " + wrong.field() + " that " + wrong.getMessage());
        }
    }

    private static String string(JsonNode node) {
        if (!node.isString()) {
            throw malformed();
        }
        return node.stringValue();
    }

    private static IllegalArgumentException malformed() {
        return new IllegalArgumentException("must be base64, {\"text\"} or {\"hex\"}");
    }
}
