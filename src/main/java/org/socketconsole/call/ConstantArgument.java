package org.socketconsole.call;

import com.fasterxml.jackson.annotation.JsonCreator;

import org.jspecify.annotations.Nullable;
import org.socketconsole.net.Constants;

import tools.jackson.databind.JsonNode;

/// A constant as a request gives it: a name, names joined by `|`, or the number.
public record ConstantArgument(int bits) {

    private static final long UNSIGNED_MAX = 0xffff_ffffL;

    /// A number must be one of C's `int`; the name of a constant stands for its 32 bits.
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static ConstantArgument of(JsonNode node) {
        boolean named = node.isString() && node.stringValue().chars().anyMatch(Character::isLetter);
        return fitting(value(node), named ? UNSIGNED_MAX : Integer.MAX_VALUE);
    }

    /// The same for what is unsigned in C.
    static long unsigned(JsonNode node) {
        return Integer.toUnsignedLong(fitting(value(node), UNSIGNED_MAX).bits);
    }

    private static long value(JsonNode node) {
        if (node.isIntegralNumber() && node.canConvertToLong()) {
            return node.longValue();
        }
        if (node.isString()) {
            return Constants.parse(node.stringValue());
        }
        throw new IllegalArgumentException("must be the name of a constant, or its number");
    }

    /// The bits of an absent argument are its default.
    public static int bitsOf(@Nullable ConstantArgument argument, int otherwise) {
        return argument == null ? otherwise : argument.bits;
    }

    private static ConstantArgument fitting(long value, long max) {
        if (value < Integer.MIN_VALUE || value > max) {
            throw new IllegalArgumentException(value + " does not fit into 32 bits");
        }
        return new ConstantArgument((int) value);
    }
}
