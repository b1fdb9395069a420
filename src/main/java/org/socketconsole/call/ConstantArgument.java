package org.socketconsole.call;

import org.jspecify.annotations.Nullable;
import org.socketconsole.net.Constants;

import tools.jackson.databind.JsonNode;

import java.math.BigInteger;

/// A constant as a request gives it: a name, names joined by `|`, or the number.
public record ConstantArgument(int bits) {

    /// A number must be one of C's `int`; the name of a constant stands for its 32 bits.
    public static ConstantArgument of(JsonNode node) {
        return new ConstantArgument(
                node.isString()
                        ? Constants.parseInt(node.stringValue())
                        : Constants.toInt(number(node)));
    }

    /// The same for what is unsigned in C, and checked against its range by who takes it.
    static long wide(JsonNode node) {
        BigInteger value = node.isString() ? Constants.parse(node.stringValue()) : number(node);
        if (value.bitLength() > Integer.SIZE) {
            throw new IllegalArgumentException("does not fit into 32 bits");
        }
        return value.longValue();
    }

    private static BigInteger number(JsonNode node) {
        if (!node.isIntegralNumber()) {
            throw new IllegalArgumentException("must be the name of a constant, or its number");
        }
        return node.bigIntegerValue();
    }

    /// The bits of an absent argument are its default.
    public static int bitsOf(@Nullable ConstantArgument argument, int otherwise) {
        return argument == null ? otherwise : argument.bits;
    }
}
