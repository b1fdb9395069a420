package org.socketconsole.libc;

import static org.socketconsole.net.SocketConstants.SCM_CREDENTIALS;
import static org.socketconsole.net.SocketConstants.SOL_SOCKET;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// One control message, of a `struct msghdr`: `struct cmsghdr` with its data, see cmsg(3).
public record ControlMessage(int level, int type, byte[] data) {

    private static final int HEADER = (int) Structs.CMSGHDR.byteSize();

    /// `CMSG_LEN`: the length that a header states for so many bytes of data.
    static int length(int data) {
        return HEADER + data;
    }

    /// `CMSG_SPACE`: the room that so many bytes of data take, padding included.
    static int space(int data) {
        return HEADER + align(data);
    }

    static byte[] encode(List<ControlMessage> messages) {
        int size = messages.stream().mapToInt(message -> space(message.data.length)).sum();
        ByteBuffer buffer = ByteBuffer.allocate(size).order(ByteOrder.nativeOrder());
        for (ControlMessage message : messages) {
            int start = buffer.position();
            buffer.putLong(length(message.data.length)).putInt(message.level).putInt(message.type);
            buffer.put(message.data).position(start + space(message.data.length));
        }
        return buffer.array();
    }

    /// Reads what the kernel left; a message that `MSG_CTRUNC` cut short keeps the bytes that are
    /// there.
    static List<ControlMessage> decode(byte[] control) {
        List<ControlMessage> messages = new ArrayList<>();
        ByteBuffer buffer = ByteBuffer.wrap(control).order(ByteOrder.nativeOrder());
        while (buffer.remaining() >= HEADER) {
            int start = buffer.position();
            int size = (int) buffer.getLong() - HEADER;
            int level = buffer.getInt();
            int type = buffer.getInt();
            byte[] data = new byte[Math.clamp(size, 0, buffer.remaining())];
            buffer.get(data);
            messages.add(new ControlMessage(level, type, data));
            buffer.position(Math.min(start + HEADER + align(data.length), buffer.limit()));
        }
        return messages;
    }

    /// Whether a later piece of one call tells it in the place of the other's; two senders are two.
    public boolean replaces(ControlMessage other) {
        boolean isSender = level == SOL_SOCKET && type == SCM_CREDENTIALS;
        return level == other.level
                && type == other.type
                && (!isSender || Arrays.equals(data, other.data));
    }

    private static int align(int size) {
        return Math.ceilDiv(size, Long.BYTES) * Long.BYTES;
    }
}
