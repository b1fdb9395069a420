package org.socketconsole.traffic;

import org.socketconsole.libc.Libc.Received;

import java.util.concurrent.atomic.AtomicLong;

/// The one place that all bytes of a socket pass, after the kernel took or gave them and before the
/// client is told. What keeps or shows traffic belongs here.
public final class Traffic {

    private final boolean messages;
    private final Flow sent = new Flow();
    private final Flow received = new Flow();

    /// Offsets count bytes, or messages where the socket keeps their borders.
    public Traffic(boolean messages) {
        this.messages = messages;
    }

    /// Answers the offset of what was sent; `data` may hold more than the `count` bytes from
    /// `start` on.
    public long sent(byte[] data, int start, int count) {
        return sent.pass(count);
    }

    /// Answers the offset of what was received.
    public long received(Received chunk) {
        return received.pass(chunk.data().length);
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
        private final AtomicLong bytes = new AtomicLong();
        private final AtomicLong chunks = new AtomicLong();

        long pass(int count) {
            long chunk = chunks.getAndIncrement();
            long offset = bytes.getAndAdd(count);
            return messages ? chunk : offset;
        }

        long offset() {
            return messages ? chunks.get() : bytes.get();
        }
    }
}
