package org.socketconsole.recording;

import org.socketconsole.traffic.CapturedPacket;
import org.socketconsole.traffic.Chunk;
import org.socketconsole.traffic.CookedPackets;
import org.socketconsole.traffic.PcapngWriter;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;

/// Blocks of a capture before they are written together.
final class PacketBuffer extends ByteArrayOutputStream {

    private static final int ONLY = 0;

    /// The most memory that is kept for the next blocks.
    private static final int KEPT = 2 * 1024 * 1024;

    private final CookedPackets cooked = new CookedPackets();
    private final PcapngWriter out = new PcapngWriter(this);
    private final int mostPayload;
    private int packets;

    /// @param mostPayload the most bytes that are kept of each chunk
    PacketBuffer(int mostPayload) {
        this.mostPayload = mostPayload;
    }

    /// What a file begins with: one interface, whatever passes.
    static byte[] head() {
        PacketBuffer head = new PacketBuffer(0);
        head.write(
                out -> {
                    out.section();
                    out.describe(CookedPackets.LINK, "console");
                });
        return head.toByteArray();
    }

    static byte[] statistics(long dropped) {
        PacketBuffer statistics = new PacketBuffer(0);
        statistics.addStatistics(dropped);
        return statistics.toByteArray();
    }

    void addStatistics(long dropped) {
        write(out -> out.statistics(ONLY, dropped));
    }

    void add(String note) {
        write(out -> out.note(note));
    }

    void add(Chunk chunk) {
        int left = chunk.size();
        int kept = mostPayload;
        for (byte[] bytes : cooked.of(chunk)) {
            int payload = Math.min(left, CookedPackets.payload(chunk));
            add(chunk, bytes, payload, Math.min(kept, payload));
            left -= payload;
            kept = Math.max(0, kept - payload);
        }
    }

    byte[] array() {
        return buf;
    }

    int packets() {
        return packets;
    }

    @Override
    public synchronized void reset() {
        super.reset();
        packets = 0;
        if (buf.length > KEPT) {
            buf = new byte[KEPT];
        }
    }

    private void add(Chunk chunk, byte[] bytes, int payload, int kept) {
        packets++;
        byte[] captured = Arrays.copyOf(bytes, bytes.length - payload + kept);
        String remark = Remark.of(chunk, payload).text();
        write(
                out ->
                        out.packet(
                                ONLY,
                                new CapturedPacket(
                                        CookedPackets.LINK,
                                        chunk.time(),
                                        chunk.direction(),
                                        captured,
                                        bytes.length,
                                        remark)));
    }

    private interface Blocks {
        void writeTo(PcapngWriter out) throws IOException;
    }

    private void write(Blocks blocks) {
        try {
            blocks.writeTo(out);
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
    }
}
