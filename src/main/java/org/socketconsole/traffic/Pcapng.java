package org.socketconsole.traffic;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/// Writes a capture in the format pcapng, see draft-ietf-opsawg-pcapng: packets of IP sockets as
/// raw IP, those of packet sockets as frames, what passed through others as payload alone.
///
/// The calls are what was seen. The headers are made up around them: segments are whole chunks, and
/// there is neither a handshake nor an end.
final class Pcapng {

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

    private static final String COMMENT = "Built from socket calls, not captured from the wire.";

    private final OutputStream out;
    private final IpPackets packets = new IpPackets();

    private final BothEnds ends;

    /// @param ends has met all chunks that there are
    Pcapng(OutputStream out, BothEnds ends) {
        this.out = out;
        this.ends = ends;
    }

    void start() throws IOException {
        block(
                SECTION,
                body().putInt(BYTE_ORDER_MAGIC).putShort((short) 1).putShort((short) 0).putLong(-1),
                option(OPT_COMMENT, utf8(COMMENT)));
        for (Link link : Link.values()) {
            describe(link);
        }
    }

    /// Where both ends are here, what one of them has written is not written for the other.
    void write(Chunk whole) throws IOException {
        Chunk chunk = ends.left(whole);
        if (chunk == null) {
            return;
        }
        Link link = Link.of(chunk);
        for (byte[] packet : packets(link, chunk)) {
            packet(link.ordinal(), chunk, packet);
        }
    }

    /// Tells how many chunks had given way before they could be written.
    void end(long dropped) throws IOException {
        byte[] count =
                ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(dropped).array();
        long nanos = nanos(Instant.now());
        ByteBuffer body = body().putInt(0).putInt((int) (nanos >>> 32)).putInt((int) nanos);
        block(INTERFACE_STATISTICS, body, option(ISB_IFDROP, count));
    }

    private List<byte[]> packets(Link link, Chunk chunk) {
        return switch (link) {
            case IP -> packets.of(chunk);
            case COOKED -> List.of(Link.cooked(chunk));
            case ETHERNET, OTHER -> List.of(chunk.data());
        };
    }

    private void describe(Link link) throws IOException {
        ByteBuffer body = body().putShort((short) link.type()).putShort((short) 0).putInt(0);
        block(
                INTERFACE,
                body,
                option(IF_NAME, utf8(link.name().toLowerCase(Locale.ROOT))),
                option(IF_TSRESOL, new byte[] {NANOSECONDS}));
    }

    private void packet(int link, Chunk chunk, byte[] packet) throws IOException {
        long nanos = nanos(chunk.time());
        ByteBuffer body = ByteBuffer.allocate(20 + padded(packet.length));
        body.order(ByteOrder.LITTLE_ENDIAN).putInt(link).putInt((int) (nanos >>> 32));
        body.putInt((int) nanos).putInt(packet.length).putInt(packet.length).put(packet);
        body.position(body.capacity());
        block(
                ENHANCED_PACKET,
                body,
                option(EPB_FLAGS, direction(chunk)),
                option(OPT_COMMENT, utf8(comment(chunk))));
    }

    private String comment(Chunk chunk) {
        String call = chunk.socketId() + " " + chunk.call();
        String other = ends.other(chunk);
        if (other == null) {
            return call;
        }
        String done = chunk.direction() == Chunk.Direction.SENT ? "received" : "sent";
        return "%s, %s by %s: both ends are sockets of this console, and this packet stands for both"
                .formatted(call, done, other);
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
