package org.socketconsole.descriptor;

import static org.socketconsole.net.SocketConstants.MSG_TRUNC;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.GoneException;
import org.socketconsole.libc.Libc.Received;
import org.socketconsole.traffic.Chunk;
import org.socketconsole.traffic.Chunk.Direction;
import org.socketconsole.traffic.Traffic;
import org.socketconsole.traffic.Transport;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;

/// What passed in one direction of a kernel's socket and is still kept, by its offsets. `end` is
/// where the direction stands, which is beyond the offset.
final class Replay {

    private final Direction direction;
    private final Transport transport;
    private final Traffic traffic;

    Replay(Direction direction, Transport transport, Traffic traffic) {
        this.direction = direction;
        this.transport = transport;
        this.traffic = traffic;
    }

    /// The chunk whose bytes the offset is among, or whose message it numbers.
    @Nullable Chunk at(long offset) {
        Chunk chunk = traffic.from(direction, offset);
        return chunk != null && chunk.offset() <= offset ? chunk : null;
    }

    /// The same, or an error that says what is left.
    Chunk require(long offset, long end) {
        Chunk chunk = traffic.from(direction, offset);
        if (chunk == null || chunk.offset() > offset) {
            throw new GoneException(offset, chunk == null ? end : chunk.offset());
        }
        return chunk;
    }

    /// As the kernel gave it: at most so many bytes of a stream, or one message.
    Received received(long offset, long end, int size) {
        Chunk first = require(offset, end);
        if (!transport.isStream()) {
            return message(first, size);
        }
        byte[] bytes = bytes(offset, size);
        return new Received(bytes.length, bytes, first.address(), List.of(), first.flags());
    }

    private static Received message(Chunk chunk, int size) {
        byte[] data = chunk.data();
        boolean fits = data.length <= size;
        return new Received(
                chunk.length(),
                fits ? data : Arrays.copyOf(data, size),
                chunk.address(),
                List.of(),
                chunk.flags() | (fits ? 0 : MSG_TRUNC));
    }

    /// How many bytes of the data, from `start` on, are those that passed there; -1 where some are
    /// others. A message is the same as a whole.
    int same(long offset, long end, byte[] data, int start) {
        if (!transport.isStream()) {
            return Arrays.equals(require(offset, end).data(), data) ? data.length : -1;
        }
        int length = (int) Math.min(end - offset, data.length - start);
        byte[] kept = bytes(offset, length);
        if (kept.length < length) {
            require(offset + kept.length, end);
        }
        return Arrays.equals(kept, 0, length, data, start, start + length) ? length : -1;
    }

    /// At most so many, up to the first that is not kept.
    private byte[] bytes(long offset, int size) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        while (bytes.size() < size && at(offset + bytes.size()) instanceof Chunk chunk) {
            int skipped = (int) (offset + bytes.size() - chunk.offset());
            int count = Math.min(chunk.size() - skipped, size - bytes.size());
            bytes.write(chunk.data(), skipped, count);
        }
        return bytes.toByteArray();
    }
}
