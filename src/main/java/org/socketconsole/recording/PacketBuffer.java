package org.socketconsole.recording;

import org.socketconsole.traffic.CapturedPacket;
import org.socketconsole.traffic.Chunk;
import org.socketconsole.traffic.Link;
import org.socketconsole.traffic.Packet;
import org.socketconsole.traffic.Packets;
import org.socketconsole.traffic.PcapngWriter;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/// Blocks of a capture before they are written together.
final class PacketBuffer extends ByteArrayOutputStream {

    private static final int ONLY = 0;

    /// The most memory that is kept for the next blocks.
    private static final int KEPT = 2 * 1024 * 1024;

    private final Packets made = new Packets(Link.COOKED);
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
                    out.describe(Link.COOKED.type(), "console");
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
        int most = mostPayload;
        for (Packet packet : made.of(chunk)) {
            add(chunk, packet.cut(most));
            most = Math.max(0, most - packet.payload());
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

    /// What the other end's packets have is the wire's once, and each end's call all the same.
    private void add(Chunk chunk, Packet packet) {
        packets++;
        CapturedPacket captured =
                packet.captured(Link.COOKED, chunk, Remark.of(chunk, packet).text());
        write(
                out -> {
                    if (packet.repeated()) {
                        out.hidden(ONLY, captured);
                    } else {
                        out.packet(ONLY, captured);
                    }
                });
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
