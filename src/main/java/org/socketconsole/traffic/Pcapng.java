package org.socketconsole.traffic;

import java.io.IOException;
import java.io.OutputStream;

/// Writes a capture in the format pcapng.
final class Pcapng implements Capture {

    private static final int ONLY = 0;

    private final PcapngWriter out;
    private final BothEnds ends;
    private final Link link;
    private final Packets packets;

    /// @param ends has met all chunks that there are
    /// @param link of all chunks that will be written
    Pcapng(OutputStream out, BothEnds ends, Link link) {
        this.out = new PcapngWriter(out);
        this.ends = ends;
        this.link = link;
        this.packets = new Packets(link);
    }

    @Override
    public void start() throws IOException {
        out.section();
        out.describe(link.type(), "console");
    }

    @Override
    public void write(Chunk chunk) throws IOException {
        String comment = ends.comment(chunk);
        for (Packet packet : packets.of(chunk)) {
            if (!packet.repeated()) {
                out.packet(ONLY, packet.captured(link, chunk, comment));
            }
        }
    }

    @Override
    public void end(long dropped) throws IOException {
        out.statistics(ONLY, dropped);
    }
}
