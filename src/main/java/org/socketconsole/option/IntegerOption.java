package org.socketconsole.option;

import static java.nio.ByteOrder.nativeOrder;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.InvalidArgumentException;
import org.socketconsole.codec.Codec;
import org.socketconsole.socket.LiveSocket;

import tools.jackson.databind.JsonNode;

import java.nio.ByteBuffer;
import java.util.Arrays;

/// An option whose value is one number: a C int, as CPython has it, or the 64 bits that the table
/// says, which the kernel takes in no other size.
record IntegerOption(int level, int optname, @Nullable SocketOption known) {

    static IntegerOption of(LiveSocket socket, int level, int optname) {
        return new IntegerOption(
                level, optname, OptionTable.find(socket.kind(), level, optname).orElse(null));
    }

    long read(LiveSocket socket) {
        byte[] data = OptionCalls.get(socket, level, optname, kind().buflen());
        ByteBuffer padded = ByteBuffer.wrap(Arrays.copyOf(data, kind().buflen()));
        padded.order(nativeOrder());
        return kind() == OptionKind.ULONG ? padded.getLong() : padded.getInt();
    }

    /// True is 1, as it is in Python.
    void set(LiveSocket socket, JsonNode value) {
        byte[] bytes =
                bytes(
                        value.isBoolean()
                                ? Codec.JSON.numberNode(value.booleanValue() ? 1 : 0)
                                : value);
        OptionCalls.set(socket, level, optname, bytes, bytes.length);
    }

    private byte[] bytes(JsonNode value) {
        try {
            return kind().encode("value", value);
        } catch (InvalidArgumentException mistaken) {
            throw value.isString() || value.isContainer()
                    ? new InvalidArgumentException("value", mistaken.getMessage() + remedy())
                    : mistaken;
        }
    }

    private String remedy() {
        return known == null
                ? "; the bytes of an option that is no number are its `data`"
                : "; what is no number is set by its bytes, as `data`, or typed, by PUT"
                        + " /sockets/{id}/options/"
                        + known.name();
    }

    private OptionKind kind() {
        return known != null && known.kind() == OptionKind.ULONG
                ? OptionKind.ULONG
                : OptionKind.INT;
    }
}
