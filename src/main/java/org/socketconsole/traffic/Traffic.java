package org.socketconsole.traffic;

import org.socketconsole.libc.Libc.Received;
import org.socketconsole.traffic.Chunk.Direction;

import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/// The one place that all bytes of a socket pass, after the kernel took or gave them and before the
/// client is told. From here they go to the store.
public final class Traffic {

    private final TrafficStore store;
    private final String socketId;
    private final Transport transport;
    private final Supplier<Ends> ends;
    private final Flow sent = new Flow(Direction.SENT);
    private final Flow received = new Flow(Direction.RECEIVED);

    /// Offsets count bytes, or messages where the socket keeps their borders.
    Traffic(TrafficStore store, String socketId, Transport transport, Supplier<Ends> ends) {
        this.store = store;
        this.socketId = socketId;
        this.transport = transport;
        this.ends = ends;
    }

    /// How bytes were moved: the call, its flags, and the address that it gave or got.
    public record How(String call, int flags, byte[] address) {}

    /// Answers the offset of what was sent; `data` may hold more than the `count` bytes from
    /// `start` on.
    public long sent(byte[] data, int start, int count, How how) {
        boolean whole = start == 0 && count == data.length;
        return sent.pass(whole ? data : Arrays.copyOfRange(data, start, start + count), how);
    }

    /// Answers the offset of what was received.
    public long received(Received chunk, String call) {
        return received.pass(chunk.data(), new How(call, chunk.msgFlags(), chunk.addr()));
    }

    /// The offset at which the next bytes or message will begin.
    public long sentOffset() {
        return sent.offset();
    }

    public long receivedOffset() {
        return received.offset();
    }

    public long bytesSent() {
        return sent.bytes.get();
    }

    public long bytesReceived() {
        return received.bytes.get();
    }

    private final class Flow {
        private final Direction direction;
        private final AtomicLong bytes = new AtomicLong();
        private final AtomicLong chunks = new AtomicLong();

        Flow(Direction direction) {
            this.direction = direction;
        }

        long pass(byte[] data, How how) {
            long chunk = chunks.getAndIncrement();
            long byteOffset = bytes.getAndAdd(data.length);
            long offset = transport.isStream() ? byteOffset : chunk;
            // The end of a stream is no bytes; an empty message is one.
            if (!transport.isStream() || data.length > 0) {
                Ends known = ends.get();
                store.keep(seq -> chunk(seq, offset, data, how, known));
            }
            return offset;
        }

        long offset() {
            return transport.isStream() ? bytes.get() : chunks.get();
        }

        private Chunk chunk(long seq, long offset, byte[] data, How how, Ends known) {
            return new Chunk(
                    seq,
                    Instant.now(),
                    socketId,
                    direction,
                    how.call,
                    offset,
                    data,
                    how.flags,
                    how.address,
                    transport,
                    known);
        }
    }
}
