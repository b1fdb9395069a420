package org.socketconsole.recording;

import static java.nio.ByteOrder.BIG_ENDIAN;
import static java.nio.ByteOrder.LITTLE_ENDIAN;
import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;
import org.socketconsole.traffic.CapturedPacket;
import org.socketconsole.traffic.Chunk.Direction;
import org.socketconsole.traffic.PcapngWriter;

import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/// Reads the format pcapng, see draft-ietf-opsawg-pcapng.
final class PcapngReader extends CaptureReader {

    static final int SECTION = 0x0A0D0D0A;

    private static final int INTERFACE = 1;
    private static final int SIMPLE_PACKET = 3;
    private static final int STATISTICS = 5;
    private static final int BYTE_ORDER_MAGIC = 0x1A2B3C4D;

    private static final int OPT_COMMENT = 1;
    private static final int IF_TSRESOL = 9;
    private static final int EPB_FLAGS = 2;
    private static final int ISB_IFDROP = 5;
    private static final byte MICROSECONDS = 6;

    private final List<Interface> interfaces = new ArrayList<>();
    private long dropped;

    PcapngReader(InputStream in) {
        super(in);
    }

    private record Interface(int link, Clock clock) {}

    /// What stands behind the fixed part of a block, by its code, which means another thing in each
    /// type of block.
    private record Options(Map<Integer, ByteBuffer> values) {

        static Options of(ByteBuffer rest) {
            Map<Integer, ByteBuffer> values = new HashMap<>();
            while (rest.remaining() >= 4) {
                int code = rest.getShort();
                int length = rest.getShort() & 0xffff;
                if (code == 0 || length > rest.remaining()) {
                    break;
                }
                values.put(code, rest.slice(rest.position(), length).order(rest.order()));
                rest.position(Math.min(rest.limit(), rest.position() + (length + 3 & ~3)));
            }
            return new Options(values);
        }

        @Nullable String comment() {
            ByteBuffer text = values.get(OPT_COMMENT);
            return text == null ? null : UTF_8.decode(text).toString();
        }

        Clock clock() {
            ByteBuffer resolution = values.get(IF_TSRESOL);
            return Clock.of(resolution == null ? MICROSECONDS : resolution.get());
        }

        long dropped() {
            ByteBuffer count = values.get(ISB_IFDROP);
            return count == null ? 0 : count.getLong();
        }

        @Nullable Direction direction() {
            ByteBuffer flags = values.get(EPB_FLAGS);
            return switch (flags == null ? 0 : flags.getInt() & 3) {
                case 1 -> Direction.RECEIVED;
                case 2 -> Direction.SENT;
                default -> null;
            };
        }
    }

    @Override
    @Nullable CapturedPacket read() throws IOException {
        while (!isAtEnd()) {
            ByteBuffer head = bytes(8);
            CapturedPacket packet =
                    head.getInt(0) == SECTION ? section(head) : block(head.getInt(), body(head));
            if (packet != null) {
                return packet;
            }
            isWhole();
        }
        return null;
    }

    /// What its length is only its next bytes tell.
    private @Nullable CapturedPacket section(ByteBuffer head) throws IOException {
        ByteBuffer magic = bytes(4);
        boolean little = magic.order(LITTLE_ENDIAN).getInt(0) == BYTE_ORDER_MAGIC;
        if (!little && magic.order(BIG_ENDIAN).getInt(0) != BYTE_ORDER_MAGIC) {
            throw damaged("a section in no order of bytes");
        }
        setOrder(little ? LITTLE_ENDIAN : BIG_ENDIAN);
        rest(head.order(little ? LITTLE_ENDIAN : BIG_ENDIAN).getInt(4), 4);
        interfaces.clear();
        return null;
    }

    private ByteBuffer body(ByteBuffer head) throws IOException {
        return rest(head.getInt(4), 0);
    }

    /// What is left of a block of so many bytes, of which some have been read; its length stands
    /// behind it again.
    private ByteBuffer rest(int length, int read) throws IOException {
        if (length < 12 + read || length % 4 != 0) {
            throw damaged("a block of %d bytes".formatted(length));
        }
        ByteBuffer body = bytes(length - 12 - read);
        if (bytes(4).getInt() != length) {
            throw damaged("a block that has two lengths");
        }
        return body;
    }

    private @Nullable CapturedPacket block(int type, ByteBuffer body) throws IOException {
        try {
            return switch (type) {
                case INTERFACE -> describe(body);
                case PcapngWriter.ENHANCED_PACKET -> enhanced(body);
                case PcapngWriter.CUSTOM -> hidden(body);
                case SIMPLE_PACKET -> simple(body);
                case STATISTICS -> count(body);
                default -> null;
            };
        } catch (BufferUnderflowException
                | IllegalArgumentException
                | IndexOutOfBoundsException
                | NegativeArraySizeException
                | NoSuchElementException broken) {
            throw damaged("a block of type %d that does not hold what it says".formatted(type));
        }
    }

    private @Nullable CapturedPacket describe(ByteBuffer body) {
        int link = body.getShort() & 0xffff;
        interfaces.add(new Interface(link, Options.of(body.position(8)).clock()));
        return null;
    }

    /// Each says what was dropped until then.
    private @Nullable CapturedPacket count(ByteBuffer body) {
        dropped = Options.of(body.position(12)).dropped();
        return null;
    }

    @Override
    long dropped() {
        return dropped;
    }

    private CapturedPacket enhanced(ByteBuffer body) {
        Interface from = interfaces.get(body.getInt());
        long ticks = (long) body.getInt() << 32 | body.getInt() & 0xffff_ffffL;
        byte[] bytes = new byte[Math.min(body.getInt(), body.remaining())];
        int size = body.getInt();
        body.get(bytes);
        Options options = Options.of(body.position(20 + (bytes.length + 3 & ~3)));
        return new CapturedPacket(
                from.link,
                from.clock.at(ticks),
                options.direction(),
                bytes,
                size,
                options.comment());
    }

    /// A packet that other readers are not shown; a note has a text in its place.
    private @Nullable CapturedPacket hidden(ByteBuffer body) {
        boolean ours = body.remaining() > 16 && body.getInt() == PcapngWriter.ENTERPRISE;
        return ours && body.getInt() == PcapngWriter.ENHANCED_PACKET
                ? enhanced(body.slice(12, body.capacity() - 16).order(body.order()))
                : null;
    }

    private CapturedPacket simple(ByteBuffer body) {
        int size = body.getInt();
        byte[] bytes = new byte[Math.min(size, body.remaining())];
        body.get(bytes);
        return new CapturedPacket(
                interfaces.getFirst().link, Instant.EPOCH, null, bytes, size, null);
    }
}
