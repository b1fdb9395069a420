package org.socketconsole.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.socketconsole.net.SocketConstants.AF_INET;
import static org.socketconsole.net.SocketConstants.IPPROTO_TCP;
import static org.socketconsole.net.SocketConstants.SOCK_STREAM;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.socketconsole.libc.Octets;
import org.socketconsole.libc.Sockaddr;
import org.socketconsole.net.SocketAddress.Inet4;
import org.socketconsole.testing.Bytes;
import org.socketconsole.traffic.CapturedPacket;
import org.socketconsole.traffic.Chunk;
import org.socketconsole.traffic.Chunk.Direction;
import org.socketconsole.traffic.Ends;
import org.socketconsole.traffic.Packet;
import org.socketconsole.traffic.PcapngWriter;
import org.socketconsole.traffic.Transport;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/// Captures that nobody wrote for us to read.
class HostileCaptureTests {

    private static final int RAW = 101;
    private static final int HEADERS = 40;
    private static final int FLAGS = 33;
    private static final int FIN = 0x11;
    private static final int SYN = 2;

    @TempDir private Path directory;

    /// What is wrong with it is told, and never in another way.
    @Test
    void whateverIsChangedInACaptureItIsReadOrRefused() throws IOException {
        Random random = new Random(42);
        byte[] ours = capture(comment(1), comment(2), "a comment of somebody else");
        for (int i = 0; i < 20_000; i++) {
            byte[] changed = ours.clone();
            for (int n = random.nextInt(4); n >= 0; n--) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt();
            }
            read(changed);
        }
    }

    @Test
    void numbersThatGoBackAreNumberedOn() throws IOException {
        assertThat(seqs(capture(comment(9), comment(3), "of somebody else", comment(20))))
                .containsExactly(9L, 10L, 11L, 20L);
    }

    @Test
    void aSizeThatNoCallMovesIsNotBelieved() throws IOException {
        String huge = comment(1).replaceAll("size=\\d+", "size=2147483647");
        assertThat(seqs(capture(huge, huge, comment(2)))).containsExactly(1L, 2L);
    }

    @Test
    void aRemarkThatDoesNotHoldIsAComment() {
        assertThat(Remark.parse(comment(1))).isNotNull();
        assertThat(Remark.parse(null)).isNull();
        assertThat(Remark.parse("s-1 recv")).isNull();
        assertThat(Remark.parse(comment(1) + " address=0200")).isNull();
        assertThat(Remark.parse(comment(1).replace("seq=1", "seq=-"))).isNull();
        assertThat(Remark.parse(comment(1).replace("size=5", "size=99999999999"))).isNull();
        assertThat(Remark.parse("<img src=x> recv errno=0 seq=1")).isNull();
    }

    @Test
    void whatTcpCarriesTwiceIsThereOnce() throws IOException {
        ByteArrayOutputStream out = begun();
        PcapngWriter writer = new PcapngWriter(out);
        for (int[] segment : new int[][] {{100, 5}, {105, 5}, {100, 10}, {108, 4}, {0, 3}}) {
            writer.packet(0, packet(segment(segment[0], segment[1]), null));
        }
        List<Chunk> chunks = chunks(out.toByteArray());
        assertThat(chunks).extracting(Chunk::offset).containsExactly(0L, 5L, 10L);
        assertThat(chunks).extracting(c -> c.data().length).containsExactly(5, 5, 2);
        assertThat(chunks).extracting(Chunk::socketId).containsOnly("s-1");
    }

    @Test
    void aSegmentWithoutPayloadIsNoChunkBehindTheEndEither() throws IOException {
        List<Chunk> chunks =
                chunks(
                        of(
                                whole(flagged(SYN, segment(99, 0))),
                                whole(segment(100, 0)),
                                whole(segment(100, 6)),
                                whole(flagged(FIN, segment(106, 0))),
                                whole(segment(107, 0))));
        assertThat(chunks).singleElement().extracting(Chunk::offset, Chunk::size).contains(0L, 6);
    }

    @Test
    void whatASynCarriesIsTheBeginningOfTheStream() throws IOException {
        List<Chunk> chunks =
                chunks(of(whole(flagged(SYN, segment(99, 5))), whole(segment(105, 5))));
        assertThat(chunks).extracting(Chunk::offset).containsExactly(0L, 5L);
        assertThat(chunks).extracting(Chunk::size).containsExactly(5, 5);
    }

    @Test
    void segmentsOfWhichHeadersAloneWereCapturedHaveTheirPlaces() throws IOException {
        List<Chunk> chunks =
                chunks(of(headers(100, 5), headers(105, 10), headers(110, 10), headers(120, 0)));
        assertThat(chunks).extracting(Chunk::offset).containsExactly(0L, 5L, 15L);
        assertThat(chunks).extracting(Chunk::length).containsExactly(5, 10, 5);
        assertThat(chunks).extracting(Chunk::size).containsOnly(0);
    }

    private static byte[] of(CapturedPacket... packets) throws IOException {
        ByteArrayOutputStream out = begun();
        PcapngWriter writer = new PcapngWriter(out);
        for (CapturedPacket packet : packets) {
            writer.packet(0, packet);
        }
        return out.toByteArray();
    }

    private static CapturedPacket whole(byte[] segment) {
        return packet(segment, null);
    }

    private static CapturedPacket headers(int sequence, int size) {
        byte[] bytes = Arrays.copyOf(segment(sequence, size), HEADERS);
        return new CapturedPacket(RAW, Instant.EPOCH, Direction.SENT, bytes, HEADERS + size, null);
    }

    private static byte[] flagged(int flags, byte[] segment) {
        segment[FLAGS] = (byte) flags;
        return segment;
    }

    private void read(byte[] capture) throws IOException {
        try {
            RecordedChunks chunks =
                    new RecordedChunks(
                            CaptureReader.of(new ByteArrayInputStream(capture)),
                            new ImportedConversations());
            for (Chunk chunk; (chunk = chunks.next()) != null; ) {
                Sockaddr.decode(chunk.address());
                Sockaddr.decode(chunk.ends().local());
            }
        } catch (DamagedCaptureException refused) {
            assertThat(refused).hasMessageContaining("from byte");
        }
    }

    private List<Long> seqs(byte[] capture) throws IOException {
        return chunks(capture).stream().map(Chunk::seq).toList();
    }

    private List<Chunk> chunks(byte[] capture) throws IOException {
        Files.write(FileRing.file(directory, 1), capture);
        Manifest manifest = Manifest.begun("", new Wanted(Set.of(), null), null);
        try (Stream<Chunk> chunks = new Recording(directory, manifest, null).after(0)) {
            return new ArrayList<>(chunks.toList());
        }
    }

    private static byte[] capture(String... comments) throws IOException {
        ByteArrayOutputStream out = begun();
        PcapngWriter writer = new PcapngWriter(out);
        int place = 0;
        for (String comment : comments) {
            writer.packet(0, packet(segment(place, 5), comment));
            place += 5;
        }
        writer.note("s-1 close errno=0");
        writer.statistics(0, 3);
        return out.toByteArray();
    }

    private static ByteArrayOutputStream begun() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PcapngWriter writer = new PcapngWriter(out);
        writer.section();
        writer.describe(RAW, "ip");
        return out;
    }

    private static CapturedPacket packet(byte[] bytes, String comment) {
        return new CapturedPacket(RAW, Instant.EPOCH, Direction.SENT, bytes, bytes.length, comment);
    }

    private static String comment(long seq) {
        byte[] none = {};
        return Remark.of(
                        new Chunk(
                                seq,
                                0,
                                "s-1",
                                Direction.SENT,
                                "send",
                                0,
                                Octets.of(Bytes.of("hello")),
                                5,
                                0,
                                none,
                                new Transport(AF_INET, SOCK_STREAM, IPPROTO_TCP),
                                new Ends(none, none),
                                null),
                        new Packet(Bytes.of("hello"), 5, 5, false))
                .text();
    }

    /// From port 7000 to port 7001, of so many bytes.
    private static byte[] segment(int sequence, int size) {
        byte[] host = {127, 0, 0, 1};
        byte[] ports = Sockaddr.encode(new Inet4(host, 7000));
        return ByteBuffer.allocate(40 + size)
                .put((byte) 0x45)
                .put((byte) 0)
                .putShort((short) (40 + size))
                .putInt(0)
                .put((byte) 64)
                .put((byte) IPPROTO_TCP)
                .putShort((short) 0)
                .put(host)
                .put(host)
                .put(ports, 2, 2)
                .putShort((short) 7001)
                .putInt(sequence)
                .putInt(0)
                .put((byte) 0x50)
                .array();
    }
}
