package org.socketconsole.traffic;

import org.socketconsole.traffic.Chunk.Direction;
import org.socketconsole.traffic.Packets.Packet;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Set;

/// Writes a capture as the hex that text2pcap(1) reads: of each packet whether it went in or out,
/// its time, link and call, then its bytes in rows. The head has the command to read it.
///
/// To text2pcap a packet without a byte is none: an empty message that has no header is here alone.
final class Hexdump implements Capture {

    private static final int ROW = 16;
    private static final HexFormat HEX = HexFormat.ofDelimiter(" ");

    private final OutputStream out;
    private final Packets packets;
    private final Set<Link> links;

    /// @param ends has met all chunks that there are
    /// @param links of the chunks that will be written
    Hexdump(OutputStream out, BothEnds ends, Set<Link> links) {
        this.out = out;
        this.packets = new Packets(ends);
        this.links = links;
    }

    @Override
    public void start() throws IOException {
        line("# " + PcapngWriter.COMMENT);
        line(links.size() > 1 ? "# To read those of each link:" : "# To read it:");
        for (Link link : links.isEmpty() ? Set.of(Link.IP) : links) {
            line("# " + (links.size() > 1 ? commandOfMany(link) : command(link, "traffic.txt")));
        }
        line("");
    }

    @Override
    public void write(Chunk chunk) throws IOException {
        for (Packet packet : packets.of(chunk)) {
            line(preamble(packet));
            rows(packet.bytes());
            line("");
        }
    }

    @Override
    public void end(long dropped) throws IOException {
        line("# Chunks that gave way before they could be written: " + dropped);
    }

    /// The third word is what a command of many links chooses by.
    private static String preamble(Packet packet) {
        Chunk chunk = packet.chunk();
        String way = chunk.direction() == Direction.SENT ? "O" : "I";
        return String.join(
                " ", way, chunk.time().toString(), packet.link().text(), packet.comment());
    }

    private void rows(byte[] bytes) throws IOException {
        for (int start = 0; start == 0 || start < bytes.length; start += ROW) {
            int end = Math.min(bytes.length, start + ROW);
            line(HEX.toHexDigits(start, 6) + " " + HEX.formatHex(bytes, start, end));
        }
    }

    private static String command(Link link, String source) {
        return "text2pcap -D -t ISO -l %d %s traffic.pcapng".formatted(link.type(), source);
    }

    /// What text2pcap writes has one link.
    private static String commandOfMany(Link link) {
        return "awk -v RS= -v ORS='\\n\\n' '$3 == \"%s\"' traffic.txt | text2pcap -D -t ISO -l %d - %1$s.pcapng"
                .formatted(link.text(), link.type());
    }

    private void line(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.write('\n');
    }
}
