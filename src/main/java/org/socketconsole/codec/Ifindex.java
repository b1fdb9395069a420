package org.socketconsole.codec;

import org.socketconsole.call.InvalidArgumentException;
import org.socketconsole.codec.Codec.Text;
import org.socketconsole.codec.Codec.Whole;
import org.socketconsole.libc.Libc;

import tools.jackson.databind.JsonNode;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// The index of an interface; its name is taken as well. 0 means any.
public record Ifindex(ByteOrder order) implements Codec {

    @Override
    public int size() {
        return Integer.BYTES;
    }

    @Override
    public JsonNode decode(ByteBuffer data) {
        return number().decode(data);
    }

    @Override
    public byte[] encode(String field, JsonNode value) {
        boolean isName = value.isString() && !value.stringValue().matches("[0-9]*");
        return number().encode(field, isName ? index(field, value.stringValue()) : value);
    }

    private Whole number() {
        return new Whole(Integer.BYTES, false, order);
    }

    private static JsonNode index(String field, String name) {
        int index = Libc.host().if_nametoindex(Text.withoutNul(field, name));
        if (index == 0) {
            throw new InvalidArgumentException(
                    field, "is no interface of this host; see if_nameindex");
        }
        return JSON.numberNode(index);
    }
}
