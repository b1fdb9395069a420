package org.socketconsole.recording;

import org.jspecify.annotations.Nullable;
import org.socketconsole.traffic.CapturedPacket;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Reads the packets of a capture in their order, up to its end or to what is cut there.
abstract class CaptureReader {

    /// The most bytes of a block: Wireshark's MAX_BLOCK_SIZE.
    private static final int LARGEST = 16 * 1024 * 1024;

    private static final int HEAD = 4;

    private final InputStream in;
    private ByteOrder order = ByteOrder.LITTLE_ENDIAN;

    /// Where the next bytes are.
    private long place;

    /// Up to where all is whole.
    private long whole;

    private boolean cut;

    CaptureReader(InputStream in) {
        this.in = in;
    }

    /// Of either format, which its first bytes tell.
    static CaptureReader of(InputStream source) throws IOException {
        BufferedInputStream in = new BufferedInputStream(source, 64 * 1024);
        in.mark(HEAD);
        byte[] head = in.readNBytes(HEAD);
        in.reset();
        int magic = head.length < HEAD ? 0 : ByteBuffer.wrap(head).getInt();
        return magic == PcapngReader.SECTION ? new PcapngReader(in) : PcapReader.of(magic, in);
    }

    /// Null at the end.
    final @Nullable CapturedPacket next() throws IOException {
        try {
            CapturedPacket next = read();
            whole = place;
            return next;
        } catch (EOFException within) {
            cut = true;
            return null;
        }
    }

    /// The bytes before what is cut at the end.
    final long whole() {
        return whole;
    }

    /// Whether its end is within something, as far as was read.
    final boolean isCut() {
        return cut;
    }

    /// How many packets are not in it that it should have, as far as was read.
    long dropped() {
        return 0;
    }

    /// The next packet, null at the end. An [EOFException] is an end within one.
    abstract @Nullable CapturedPacket read() throws IOException;

    final long place() {
        return place;
    }

    final void isWhole() {
        whole = place;
    }

    final void setOrder(ByteOrder order) {
        this.order = order;
    }

    /// Whether there is nothing more.
    final boolean isAtEnd() throws IOException {
        in.mark(1);
        int next = in.read();
        in.reset();
        return next < 0;
    }

    /// So many bytes, in the order of the capture.
    final ByteBuffer bytes(int size) throws IOException {
        if (size < 0 || size > LARGEST) {
            throw damaged("something of %d bytes".formatted(size & 0xffff_ffffL));
        }
        byte[] bytes = in.readNBytes(size);
        if (bytes.length < size) {
            throw new EOFException();
        }
        place += size;
        return ByteBuffer.wrap(bytes).order(order);
    }

    final DamagedCaptureException damaged(String what) {
        return new DamagedCaptureException(place, what);
    }
}
