package org.socketconsole.responder;

import com.fasterxml.jackson.annotation.JsonProperty;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.InvalidArgumentException;
import org.socketconsole.call.Payload;
import org.socketconsole.dispatch.ArgumentBinder;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

import java.util.Objects;
import java.util.stream.Stream;

/// What a message of a stream is.
sealed interface Framing {

    /// The most bytes of a message.
    int LARGEST = 16 * 1024 * 1024;

    JsonNode CHUNK = StringNode.valueOf("chunk");

    /// What one receive gives.
    record Chunk() implements Framing {}

    record Line() implements Framing {}

    record Sized(int size) implements Framing {}

    record Delimited(byte[] delimiter) implements Framing {}

    /// The message's length comes before it, in so many bytes.
    record Prefixed(int prefix, boolean little, boolean includesItself) implements Framing {}

    record SizeRequest(@Min(1) @Max(LARGEST) Integer size) {}

    record DelimiterRequest(Delimiter delimiter) {}

    record Delimiter(byte @Nullable [] data, @Nullable String text, @Nullable String hex)
            implements Payload {}

    record PrefixRequest(Integer prefix, @Nullable Order order, @Nullable Boolean includesItself) {}

    /// Of the bytes of a length.
    enum Order {
        @JsonProperty("big")
        BIG,
        @JsonProperty("little")
        LITTLE
    }

    /// What is wrong with it is named within it.
    static Framing of(JsonNode written, ArgumentBinder binder) {
        if (written.isString()) {
            return named(written.stringValue());
        }
        if (!(written instanceof ObjectNode object)) {
            throw unknown();
        }
        return Stream.of("size", "delimiter", "prefix")
                .filter(object::has)
                .findFirst()
                .map(kind -> of(kind, object, binder))
                .orElseThrow(Framing::unknown);
    }

    private static Framing named(String name) {
        return switch (name) {
            case "chunk" -> new Chunk();
            case "line" -> new Line();
            default -> throw unknown();
        };
    }

    private static Framing of(String kind, ObjectNode object, ArgumentBinder binder) {
        return switch (kind) {
            case "size" -> new Sized(binder.bind(object, SizeRequest.class).size());
            case "delimiter" -> delimited(binder.bind(object, DelimiterRequest.class));
            default -> prefixed(binder.bind(object, PrefixRequest.class));
        };
    }

    private static Framing delimited(DelimiterRequest request) {
        byte[] delimiter = Places.within("delimiter", request.delimiter()::bytes);
        if (delimiter.length == 0) {
            throw new InvalidArgumentException("delimiter", "must have a byte at least");
        }
        return new Delimited(delimiter);
    }

    private static Framing prefixed(PrefixRequest request) {
        int prefix = request.prefix();
        if (prefix < 1 || prefix > Long.BYTES || Integer.bitCount(prefix) > 1) {
            throw new InvalidArgumentException("prefix", "must be 1, 2, 4 or 8");
        }
        return new Prefixed(
                prefix,
                request.order() == Order.LITTLE,
                Objects.requireNonNullElse(request.includesItself(), false));
    }

    private static InvalidArgumentException unknown() {
        return new InvalidArgumentException(
                "", "must be \"chunk\", \"line\", {\"size\"}, {\"delimiter\"} or {\"prefix\"}");
    }
}
