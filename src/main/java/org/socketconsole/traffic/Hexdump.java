package org.socketconsole.traffic;

import org.socketconsole.traffic.Chunk.Direction;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/// Writes a capture as the hex that text2pcap(1) reads: of each packet whether it went in or out,
/// its time and call, then its bytes in rows. The head has the command to read it.
///
/// The hex has no way to say that bytes are not known: they are zeros, and the packet says so.
final class Hexdump implements Capture {

    private static final int ROW = 16;
    private static final HexFormat HEX = HexFormat.ofDelimiter(" ");

    private final OutputStream out;
    private final BothEnds ends;
    private final Link link;
    private final Packets packets;

    /// @param ends has met all chunks that there are
    /// @param link of all chunks that will be written
    Hexdump(OutputStream out, BothEnds ends, Link link) {
        this.out = out;
        this.ends = ends;
        this.link = link;
        this.packets = new Packets(link);
    }

    @Override
    public void start() throws IOException {
        line("# " + PcapngWriter.COMMENT);
        line("# To read it:");
        line("# text2pcap -D -t ISO -l %d traffic.txt traffic.pcapng".formatted(link.type()));
        line("");
    }

    @Override
    public void write(Chunk chunk) throws IOException {
        String preamble = preamble(chunk);
        for (Packet packet : packets.of(chunk)) {
            if (!packet.repeated()) {
                write(preamble, packet);
            }
        }
    }

    @Override
    public void end(long dropped) throws IOException {
        line("# Chunks that gave way before they could be written: " + dropped);
    }

    /// To text2pcap a word that is a hexadecimal number begins another packet.
    private String preamble(Chunk chunk) {
        String way = chunk.direction() == Direction.SENT ? "O" : "I";
        return String.join(" ", way, chunk.time().toString(), ends.comment(chunk));
    }

    private void write(String preamble, Packet packet) throws IOException {
        boolean whole = packet.bytes().length == packet.size();
        line(whole ? preamble : preamble + "; zeros stand for the rest");
        rows(Arrays.copyOf(packet.bytes(), packet.size()));
        line("");
    }

    private void rows(byte[] bytes) throws IOException {
        for (int start = 0; start == 0 || start < bytes.length; start += ROW) {
            int end = Math.min(bytes.length, start + ROW);
            line(HEX.toHexDigits(start, 6) + " " + HEX.formatHex(bytes, start, end));
        }
    }

    private void line(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.write('\n');
    }
}
