package org.socketconsole.codec;

import static java.nio.ByteOrder.nativeOrder;

import org.socketconsole.call.InvalidArgumentException;
import org.socketconsole.codec.Codec.Raw;
import org.socketconsole.codec.Codec.Struct;
import org.socketconsole.codec.Codec.Whole;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/// The instructions of a packet filter in classic BPF, `struct sock_filter`. The kernel checks
/// them, 4,096 at most; where they lie is not for a client to say. The bytes are taken in base64
/// too.
public record PacketFilter() implements Codec {

    private static final Struct INSTRUCTION =
            Struct.of()
                    .with("code", new Whole(Short.BYTES, true, nativeOrder()))
                    .with("jt", new Whole(Byte.BYTES, true, nativeOrder()))
                    .with("jf", new Whole(Byte.BYTES, true, nativeOrder()))
                    .with("k", new Whole(Integer.BYTES, true, nativeOrder()));

    private static final int LARGEST = 4096 * INSTRUCTION.size();

    @Override
    public int size() {
        return 0;
    }

    @Override
    public JsonNode decode(ByteBuffer data) {
        ArrayNode instructions = JSON.arrayNode();
        while (data.remaining() >= INSTRUCTION.size()) {
            instructions.add(INSTRUCTION.decode(data));
        }
        return instructions;
    }

    @Override
    public byte[] encode(String field, JsonNode value) {
        byte[] bytes = value.isArray() ? laidOut(field, value) : new Raw().encode(field, value);
        if (bytes.length % INSTRUCTION.size() != 0 || bytes.length > LARGEST) {
            throw new InvalidArgumentException(
                    field, "must be at most 4096 instructions, of 8 bytes each");
        }
        return bytes;
    }

    private static byte[] laidOut(String field, JsonNode instructions) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < instructions.size(); i++) {
            bytes.writeBytes(INSTRUCTION.encode(field + "." + i, instructions.get(i)));
        }
        return bytes.toByteArray();
    }
}
