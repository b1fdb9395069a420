package org.socketconsole.traffic;

import org.socketconsole.traffic.Packets.Packet;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/// Writes a capture in the format pcapng, see draft-ietf-opsawg-pcapng, an interface for each link.
final class Pcapng implements Capture {

    private static final int SECTION = 0x0A0D0D0A;
    private static final int INTERFACE = 1;
    private static final int INTERFACE_STATISTICS = 5;
    private static final int ENHANCED_PACKET = 6;
    private static final int BYTE_ORDER_MAGIC = 0x1A2B3C4D;

    private static final int OPT_COMMENT = 1;
    private static final int IF_NAME = 2;
    private static final int IF_TSRESOL = 9;
    private static final int EPB_FLAGS = 2;
    private static final int ISB_IFDROP = 5;
    private static final byte NANOSECONDS = 9;

    private final OutputStream out;
    private final Packets packets;

    /// @param ends has met all chunks that there are
    Pcapng(OutputStream out, BothEnds ends) {
        this.out = out;
        this.packets = new Packets(ends);
    }

    @Override
    public void start() throws IOException {
        block(
                SECTION,
                body().putInt(BYTE_ORDER_MAGIC).putShort((short) 1).putShort((short) 0).putLong(-1),
                option(OPT_COMMENT, utf8(Packets.COMMENT)));
        for (Link link : Link.values()) {
            describe(link);
        }
    }

    @Override
    public void write(Chunk chunk) throws IOException {
        for (Packet packet : packets.of(chunk)) {
            write(packet);
        }
    }

    @Override
    public void end(long dropped) throws IOException {
        byte[] count =
                ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(dropped).array();
        long nanos = nanos(Instant.now());
        ByteBuffer body = body().putInt(0).putInt((int) (nanos >>> 32)).putInt((int) nanos);
        block(INTERFACE_STATISTICS, body, option(ISB_IFDROP, count));
    }

    private void describe(Link link) throws IOException {
        ByteBuffer body = body().putShort((short) link.type()).putShort((short) 0).putInt(0);
        block(
                INTERFACE,
                body,
                option(IF_NAME, utf8(link.text())),
                option(IF_TSRESOL, new byte[] {NANOSECONDS}));
    }

    private void write(Packet packet) throws IOException {
        byte[] bytes = packet.bytes();
        long nanos = nanos(packet.chunk().time());
        ByteBuffer body = ByteBuffer.allocate(20 + padded(bytes.length));
        body.order(ByteOrder.LITTLE_ENDIAN).putInt(packet.link().ordinal());
        body.putInt((int) (nanos >>> 32)).putInt((int) nanos);
        body.putInt(bytes.length).putInt(bytes.length).put(bytes);
        body.position(body.capacity());
        block(
                ENHANCED_PACKET,
                body,
                option(EPB_FLAGS, direction(packet.chunk())),
                option(OPT_COMMENT, utf8(packet.comment())));
    }

    private static long nanos(Instant time) {
        return time.getEpochSecond() * 1_000_000_000 + time.getNano();
    }

    /// The lowest bits: 1 is inbound, 2 is outbound.
    private static byte[] direction(Chunk chunk) {
        return new byte[] {(byte) (chunk.direction() == Chunk.Direction.SENT ? 2 : 1), 0, 0, 0};
    }

    /// A block's length stands before and behind it; an empty option ends the options.
    private void block(int type, ByteBuffer body, byte[]... options) throws IOException {
        int length = 12 + body.position() + 4;
        for (byte[] option : options) {
            length += option.length;
        }
        out.write(word(type));
        out.write(word(length));
        out.write(body.array(), 0, body.position());
        for (byte[] option : options) {
            out.write(option);
        }
        out.write(word(0));
        out.write(word(length));
    }

    private static byte[] option(int code, byte[] value) {
        ByteBuffer option = ByteBuffer.allocate(4 + padded(value.length));
        option.order(ByteOrder.LITTLE_ENDIAN).putShort((short) code);
        return option.putShort((short) value.length).put(value).array();
    }

    private static ByteBuffer body() {
        return ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] word(int value) {
        return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static int padded(int length) {
        return length + 3 & ~3;
    }
}
