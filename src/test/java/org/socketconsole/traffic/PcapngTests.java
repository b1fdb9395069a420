package org.socketconsole.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.socketconsole.net.SocketConstants.AF_INET;
import static org.socketconsole.net.SocketConstants.AF_INET6;
import static org.socketconsole.net.SocketConstants.AF_PACKET;
import static org.socketconsole.net.SocketConstants.AF_UNIX;
import static org.socketconsole.net.SocketConstants.IPPROTO_TCP;
import static org.socketconsole.net.SocketConstants.IPPROTO_UDP;
import static org.socketconsole.net.SocketConstants.SOCK_DGRAM;
import static org.socketconsole.net.SocketConstants.SOCK_RAW;
import static org.socketconsole.net.SocketConstants.SOCK_STREAM;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.socketconsole.libc.Octets;
import org.socketconsole.libc.Sockaddr;
import org.socketconsole.net.SocketAddress;
import org.socketconsole.net.SocketAddress.Inet4;
import org.socketconsole.net.SocketAddress.Inet6;
import org.socketconsole.net.SocketAddress.Packet;
import org.socketconsole.traffic.Chunk.Direction;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

class PcapngTests {

    private static final byte[] LOCALHOST = {127, 0, 0, 1};
    private static final byte[] MAPPED = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1, 127, 0, 0, 1};
    private static final byte[] HARDWARE = {2, 0, 0, 0, 0, 1};
    private static final int ETH_P_IP = 0x800;

    @Test
    void anIpv6SocketThatSpeaksIpv4HasPacketsOfIpv4() throws IOException {
        Transport transport = new Transport(AF_INET6, SOCK_DGRAM, IPPROTO_UDP);
        Inet6 any = new Inet6(new byte[16], 7000, 0, 0);
        Inet6 peer = new Inet6(MAPPED, 7001, 0, 0);
        ByteBuffer packet = packet(chunk(transport, any, peer, new byte[] {1}));
        assertThat(packet.get(0)).isEqualTo((byte) 0x45);
        assertThat(Arrays.copyOfRange(packet.array(), 12, 20))
                .containsExactly(127, 0, 0, 1, 127, 0, 0, 1);
    }

    @ParameterizedTest
    @CsvSource({
        "0.0.0.0, 127.0.0.2, 127.0.0.1",
        "127.0.0.3, 127.0.0.2, 127.0.0.3",
        "0.0.0.0, 192.0.2.1, 0.0.0.0",
        "::, ::1, ::1",
        "::, 2001:db8::1, ::"
    })
    void aSocketBoundToNoAddressHasTheLoopbackOneTowardsThisMachine(
            String local, String peer, String own) throws IOException {
        byte[] host = InetAddress.getByName(own).getAddress();
        Transport transport =
                new Transport(host.length == 4 ? AF_INET : AF_INET6, SOCK_DGRAM, IPPROTO_UDP);
        byte[] packet = packet(chunk(transport, at(local), at(peer), new byte[] {1})).array();
        int behind = host.length == 4 ? 20 : 40;
        assertThat(Arrays.copyOfRange(packet, behind - host.length, behind)).isEqualTo(host);
    }

    private static SocketAddress at(String text) throws IOException {
        byte[] host = InetAddress.getByName(text).getAddress();
        return host.length == 4 ? new Inet4(host, 7000) : new Inet6(host, 7000, 0, 0);
    }

    @Test
    void noDatagramHasTheChecksumThatMeansNone() throws IOException {
        Transport transport = new Transport(AF_INET, SOCK_DGRAM, IPPROTO_UDP);
        Inet4 local = new Inet4(LOCALHOST, 7000);
        Inet4 peer = new Inet4(LOCALHOST, 7001);
        for (int word = 0; word <= 0xffff; word++) {
            byte[] data = {(byte) (word >> 8), (byte) word};
            ByteBuffer packet = packet(chunk(transport, local, peer, data));
            assertThat(packet.getShort(20 + 6)).isNotZero();
        }
    }

    @ParameterizedTest
    @CsvSource({"1, ETHERNET", "772, ETHERNET", "519, COOKED", "0, COOKED"})
    void aFrameOfAPacketSocketIsOfItsHardware(int hatype, Link link) {
        Transport transport = new Transport(AF_PACKET, SOCK_RAW, 3);
        Packet bound = new Packet(1, 3, 0, hatype, HARDWARE);
        assertThat(Link.of(chunk(transport, bound, null, new byte[14]))).isEqualTo(link);
    }

    @Test
    void thePayloadOfAFrameHasItsCookedHeader() throws IOException {
        Transport transport = new Transport(AF_PACKET, SOCK_DGRAM, 3);
        Packet from = new Packet(1, ETH_P_IP, 1, 1, HARDWARE);
        byte[] packet = packet(chunk(transport, null, from, new byte[] {9})).array();
        assertThat(packet).startsWith(0, 1, 0, 1, 0, 6, 2, 0, 0, 0, 0, 1, 0, 0, 8, 0).endsWith(9);
    }

    @Test
    void whatBothEndsHaveSeenIsOnePacketAndSaysSo() throws IOException {
        List<Chunk> chunks =
                List.of(
                        stream(1, "s-1", Direction.SENT, 0, "hello world"),
                        stream(2, "s-2", Direction.RECEIVED, 0, "hello"),
                        stream(3, "s-2", Direction.RECEIVED, 5, " world"));
        String capture = capture(chunks);
        assertThat(packets(capture)).isEqualTo(1);
        assertThat(capture)
                .contains("hello world")
                .contains("s-1 send, received by s-2: both ends are sockets of this console");
    }

    @Test
    void whatWasReceivedBeforeItWasSeenSentIsNotWrittenAgain() throws IOException {
        List<Chunk> chunks =
                List.of(
                        stream(1, "s-2", Direction.RECEIVED, 0, "hello"),
                        stream(2, "s-1", Direction.SENT, 0, "hello world"));
        String capture = capture(chunks);
        assertThat(packets(capture)).isEqualTo(2);
        assertThat(capture)
                .contains("s-2 recv, sent by s-1: both ends")
                .doesNotContain("hello world")
                .contains(" world");
    }

    @Test
    void oneEndAloneHasAllItsPackets() throws IOException {
        List<Chunk> chunks =
                List.of(
                        stream(1, "s-1", Direction.SENT, 0, "hello"),
                        stream(2, "s-1", Direction.SENT, 0, "hello"));
        assertThat(packets(capture(chunks))).isEqualTo(2);
    }

    @Test
    void anotherConnectionOfTheSamePortsHasItsPacketsToo() throws IOException {
        List<Chunk> chunks =
                List.of(
                        stream(1, "s-1", Direction.SENT, 0, "hello"),
                        stream(2, "s-2", Direction.RECEIVED, 0, "hello"),
                        stream(3, "s-3", Direction.SENT, 0, "again"),
                        stream(4, "s-4", Direction.RECEIVED, 0, "again"));
        assertThat(packets(capture(chunks))).isEqualTo(2);
        assertThat(capture(chunks)).contains("hello", "again");
    }

    @Test
    void payloadLargerThanWiresharkTakesIsMorePackets() throws IOException {
        Transport unix = new Transport(AF_UNIX, SOCK_STREAM, 0);
        int most = 262_144 - 16;
        String capture = capture(List.of(chunk(unix, null, null, new byte[most + 1])));
        assertThat(packets(capture)).isEqualTo(2);
        capture = capture(List.of(chunk(unix, null, null, new byte[most])));
        assertThat(packets(capture)).isOne();
    }

    private static String capture(List<Chunk> chunks) throws IOException {
        BothEnds ends = new BothEnds();
        chunks.forEach(ends::meet);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Pcapng capture = new Pcapng(out, ends, Link.of(chunks.stream()));
        for (Chunk chunk : chunks) {
            capture.write(chunk);
        }
        return out.toString(StandardCharsets.ISO_8859_1);
    }

    /// Each of them has the number of its block at its head.
    private static int packets(String capture) {
        ByteBuffer blocks = ByteBuffer.wrap(capture.getBytes(StandardCharsets.ISO_8859_1));
        blocks.order(ByteOrder.LITTLE_ENDIAN);
        int count = 0;
        for (int at = 0; at < blocks.capacity(); at += blocks.getInt(at + 4)) {
            count += blocks.getInt(at) == 6 ? 1 : 0;
        }
        return count;
    }

    /// Of a connection from port 7000 to port 7001.
    private static Chunk stream(
            long seq, String socketId, Direction direction, long offset, String text) {
        byte[] client = bytes(new Inet4(LOCALHOST, 7000));
        byte[] server = bytes(new Inet4(LOCALHOST, 7001));
        boolean sent = direction == Direction.SENT;
        byte[] data = text.getBytes(StandardCharsets.ISO_8859_1);
        return new Chunk(
                seq,
                0,
                socketId,
                direction,
                sent ? "send" : "recv",
                offset,
                Octets.of(data),
                data.length,
                0,
                new byte[0],
                new Transport(AF_INET, SOCK_STREAM, IPPROTO_TCP),
                sent ? new Ends(client, server) : new Ends(server, client),
                null);
    }

    @Test
    void theLastBlockCountsWhatGaveWay() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        capture(out, Link.IP).end(7);
        ByteBuffer block = afterTheInterface(out);
        assertThat(block.getInt(0)).isEqualTo(5);
        assertThat(block.getShort(20)).isEqualTo((short) 5);
        assertThat(block.getLong(24)).isEqualTo(7);
    }

    /// The bytes of the packet that a chunk is written as.
    private static ByteBuffer packet(Chunk chunk) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        capture(out, Link.of(chunk)).write(chunk);
        ByteBuffer block = afterTheInterface(out);
        assertThat(block.getInt(0)).isEqualTo(6);
        byte[] packet = new byte[block.getInt(20)];
        block.get(28, packet);
        return ByteBuffer.wrap(packet);
    }

    private static Pcapng capture(ByteArrayOutputStream out, Link link) throws IOException {
        Pcapng capture = new Pcapng(out, new BothEnds(), link);
        capture.start();
        return capture;
    }

    private static ByteBuffer afterTheInterface(ByteArrayOutputStream out) {
        ByteBuffer blocks = ByteBuffer.wrap(out.toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
        blocks.position(blocks.getInt(4));
        assertThat(blocks.getInt(blocks.position())).isEqualTo(1);
        int length = blocks.getInt(blocks.position() + 4);
        return blocks.position(blocks.position() + length).slice().order(ByteOrder.LITTLE_ENDIAN);
    }

    /// Received by a socket at an address from another.
    private static Chunk chunk(
            Transport transport, SocketAddress local, SocketAddress from, byte[] data) {
        return new Chunk(
                1,
                0,
                "s-1",
                Direction.RECEIVED,
                "recvfrom",
                0,
                Octets.of(data),
                data.length,
                0,
                bytes(from),
                transport,
                new Ends(bytes(local), new byte[0]),
                null);
    }

    private static byte[] bytes(SocketAddress address) {
        return address == null ? new byte[0] : Sockaddr.encode(address);
    }
}
