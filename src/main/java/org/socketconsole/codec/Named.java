package org.socketconsole.codec;

import static java.nio.ByteOrder.nativeOrder;

import org.socketconsole.codec.Codec.Whole;
import org.socketconsole.net.Constants;

import tools.jackson.databind.JsonNode;

import java.nio.ByteBuffer;

/// A byte that is shown by the name of a constant.
public record Named(String prefix) implements Codec {

    private static final Whole BYTE = new Whole(Byte.BYTES, true, nativeOrder());

    @Override
    public int size() {
        return BYTE.size();
    }

    @Override
    public JsonNode decode(ByteBuffer data) {
        return JSON.stringNode(Constants.name(prefix, BYTE.decode(data).intValue()));
    }

    @Override
    public byte[] encode(String field, JsonNode value) {
        return BYTE.encode(field, value);
    }
}
