package org.socketconsole.traffic;

import org.socketconsole.traffic.Packets.Packet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/// Writes a capture in the format pcapng, with an interface for each link that it turns out to
/// have: libpcap, and with it tcpdump, reads no file that has several.
final class Pcapng implements Capture {

    private final PcapngWriter out;
    private final Packets packets;
    private final List<Link> links = new ArrayList<>();

    /// @param ends has met all chunks that there are
    Pcapng(OutputStream out, BothEnds ends) {
        this.out = new PcapngWriter(out);
        this.packets = new Packets(ends);
    }

    @Override
    public void start() throws IOException {
        out.section();
    }

    @Override
    public void write(Chunk chunk) throws IOException {
        for (Packet packet : packets.of(chunk)) {
            out.packet(described(packet.link()), packet.captured());
        }
    }

    @Override
    public void end(long dropped) throws IOException {
        if (links.isEmpty()) {
            described(Link.IP);
        }
        out.statistics(0, dropped);
    }

    private int described(Link link) throws IOException {
        if (!links.contains(link)) {
            links.add(link);
            out.describe(link.type(), link.text());
        }
        return links.indexOf(link);
    }
}
