package org.socketconsole.traffic;

import org.jspecify.annotations.Nullable;
import org.socketconsole.traffic.Chunk.Direction;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/// Writes the blocks of the format pcapng, see draft-ietf-opsawg-pcapng. An [IOException] is one of
/// where they are written to.
public final class PcapngWriter {

    /// What each capture says of itself.
    public static final String COMMENT = "Built from socket calls, not captured from the wire.";

    private static final int SECTION = 0x0A0D0D0A;
    private static final int INTERFACE = 1;
    private static final int INTERFACE_STATISTICS = 5;
    public static final int ENHANCED_PACKET = 6;
    public static final int CUSTOM = 0xBAD;
    private static final int BYTE_ORDER_MAGIC = 0x1A2B3C4D;

    private static final int OPT_COMMENT = 1;
    private static final int IF_NAME = 2;
    private static final int IF_TSRESOL = 9;
    private static final int EPB_FLAGS = 2;
    private static final int ISB_IFDROP = 5;
    private static final byte NANOSECONDS = 9;

    /// The one of RFC 5612, for whoever has none of his own.
    public static final int ENTERPRISE = 32473;

    private static final byte[] NONE = {};

    private final OutputStream out;

    public PcapngWriter(OutputStream out) {
        this.out = out;
    }

    /// What stands before all else.
    public void section() throws IOException {
        block(
                SECTION,
                body().putInt(BYTE_ORDER_MAGIC).putShort((short) 1).putShort((short) 0).putLong(-1),
                option(OPT_COMMENT, utf8(COMMENT)));
    }

    /// The next interface, counted from 0.
    ///
    /// @param link a LINKTYPE_ value of the registry of pcap's link types
    public void describe(int link, String name) throws IOException {
        block(
                INTERFACE,
                body().putShort((short) link).putShort((short) 0).putInt(0),
                option(IF_NAME, utf8(name)),
                option(IF_TSRESOL, new byte[] {NANOSECONDS}));
    }

    /// @param at the number of its interface
    public void packet(int at, CapturedPacket packet) throws IOException {
        byte[] bytes = packet.bytes();
        ByteBuffer body = ByteBuffer.allocate(20 + padded(bytes.length));
        stamp(body.order(ByteOrder.LITTLE_ENDIAN).putInt(at), packet.time());
        body.putInt(bytes.length).putInt(packet.size()).put(bytes);
        byte[] comment = packet.comment() == null ? NONE : utf8(packet.comment());
        block(
                ENHANCED_PACKET,
                body.position(body.capacity()),
                option(EPB_FLAGS, direction(packet.direction())),
                comment.length == 0 ? NONE : option(OPT_COMMENT, comment));
    }

    /// @param dropped how many packets of the interface were to be written, and are not
    public void statistics(int at, long dropped) throws IOException {
        byte[] count =
                ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(dropped).array();
        ByteBuffer body = stamp(body().putInt(at), Instant.now());
        block(INTERFACE_STATISTICS, body, option(ISB_IFDROP, count));
    }

    /// What is no packet, and other readers pass over.
    public void note(String text) throws IOException {
        custom(utf8(text));
    }

    /// A packet as above, whose block is in one that other readers pass over.
    public void hidden(int at, CapturedPacket packet) throws IOException {
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        new PcapngWriter(block).packet(at, packet);
        custom(block.toByteArray());
    }

    private void custom(byte[] bytes) throws IOException {
        ByteBuffer body = ByteBuffer.allocate(4 + padded(bytes.length));
        body.order(ByteOrder.LITTLE_ENDIAN).putInt(ENTERPRISE).put(bytes);
        block(CUSTOM, body.position(body.capacity()));
    }

    private static ByteBuffer stamp(ByteBuffer body, Instant time) {
        long nanos = time.getEpochSecond() * 1_000_000_000 + time.getNano();
        return body.putInt((int) (nanos >>> 32)).putInt((int) nanos);
    }

    /// The lowest bits: 1 is inbound, 2 is outbound.
    private static byte[] direction(@Nullable Direction direction) {
        int flags =
                switch (direction) {
                    case null -> 0;
                    case RECEIVED -> 1;
                    case SENT -> 2;
                };
        return new byte[] {(byte) flags, 0, 0, 0};
    }

    /// A block's length stands before and behind it; an empty option ends the options.
    private void block(int type, ByteBuffer body, byte[]... options) throws IOException {
        int length = 12 + body.position() + (options.length == 0 ? 0 : 4);
        for (byte[] option : options) {
            length += option.length;
        }
        word(type);
        word(length);
        out.write(body.array(), 0, body.position());
        for (byte[] option : options) {
            out.write(option);
        }
        if (options.length > 0) {
            word(0);
        }
        word(length);
    }

    private static byte[] option(int code, byte[] value) {
        ByteBuffer option = ByteBuffer.allocate(4 + padded(value.length));
        option.order(ByteOrder.LITTLE_ENDIAN).putShort((short) code);
        return option.putShort((short) value.length).put(value).array();
    }

    private static ByteBuffer body() {
        return ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
    }

    private void word(int value) throws IOException {
        out.write(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static int padded(int length) {
        return length + 3 & ~3;
    }
}
