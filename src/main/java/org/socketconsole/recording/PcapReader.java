package org.socketconsole.recording;

import static java.nio.ByteOrder.BIG_ENDIAN;
import static java.nio.ByteOrder.LITTLE_ENDIAN;

import org.jspecify.annotations.Nullable;
import org.socketconsole.traffic.CapturedPacket;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Reads the older format pcap, see draft-ietf-opsawg-pcap.
final class PcapReader extends CaptureReader {

    private static final int MICROSECONDS = 0xA1B2C3D4;
    private static final int NANOSECONDS = 0xA1B23C4D;
    private static final int LINK = 20;
    private static final int LINKS = 0xffff;

    private final Clock clock;
    private int link = -1;

    private PcapReader(InputStream in, ByteOrder order, Clock clock) {
        super(in);
        this.clock = clock;
        setOrder(order);
    }

    /// @param magic its first bytes
    static PcapReader of(int magic, InputStream in) throws DamagedCaptureException {
        return switch (magic) {
            case MICROSECONDS -> new PcapReader(in, BIG_ENDIAN, new Clock(1_000_000));
            case NANOSECONDS -> new PcapReader(in, BIG_ENDIAN, new Clock(1_000_000_000));
            case 0xD4C3B2A1 -> new PcapReader(in, LITTLE_ENDIAN, new Clock(1_000_000));
            case 0x4D3CB2A1 -> new PcapReader(in, LITTLE_ENDIAN, new Clock(1_000_000_000));
            default ->
                    throw new DamagedCaptureException(
                            0, "it begins as neither a pcapng nor a pcap");
        };
    }

    @Override
    @Nullable CapturedPacket read() throws IOException {
        if (link < 0) {
            link = bytes(24).getInt(LINK) & LINKS;
            isWhole();
        }
        if (isAtEnd()) {
            return null;
        }
        ByteBuffer head = bytes(16);
        long ticks = (head.getInt() & 0xffff_ffffL) * clock.perSecond() + head.getInt();
        byte[] bytes = bytes(head.getInt()).array();
        return new CapturedPacket(link, clock.at(ticks), null, bytes, head.getInt(), null);
    }
}
