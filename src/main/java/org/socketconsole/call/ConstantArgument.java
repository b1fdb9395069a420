package org.socketconsole.call;

import com.fasterxml.jackson.annotation.JsonCreator;

import org.jspecify.annotations.Nullable;
import org.socketconsole.net.Constants;

import tools.jackson.databind.JsonNode;

/// A constant as a request gives it: a name, names joined by `|`, or the number.
public record ConstantArgument(int bits) {

    private static final long UNSIGNED_MAX = 0xffff_ffffL;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static ConstantArgument of(JsonNode node) {
        if (node.isIntegralNumber() && node.canConvertToLong()) {
            return of(node.longValue());
        }
        if (node.isString()) {
            return of(Constants.parse(node.stringValue()));
        }
        throw new IllegalArgumentException("must be the name of a constant, or its number");
    }

    /// The bits of an absent argument are its default.
    public static int bitsOf(@Nullable ConstantArgument argument, int otherwise) {
        return argument == null ? otherwise : argument.bits;
    }

    private static ConstantArgument of(long value) {
        if (value < Integer.MIN_VALUE || value > UNSIGNED_MAX) {
            throw new IllegalArgumentException(value + " does not fit into 32 bits");
        }
        return new ConstantArgument((int) value);
    }
}
