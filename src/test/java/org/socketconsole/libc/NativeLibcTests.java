package org.socketconsole.libc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.socketconsole.net.SocketConstants.*;

import jdk.jfr.Configuration;
import jdk.jfr.Recording;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.socketconsole.libc.Libc.Received;
import org.socketconsole.net.Errno;
import org.socketconsole.net.SocketAddress.Inet4;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The bound functions against the running kernel.
class NativeLibcTests {

    private final Libc libc = Libc.host();
    private final int[] pair = new int[2];

    @BeforeEach
    void open() {
        libc.socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0, pair);
    }

    @AfterEach
    void close() {
        libc.close(pair[0]);
        libc.close(pair[1]);
    }

    @Test
    void anUnknownFamilyIsMinusEafnosupport() {
        assertThat(libc.socket(99, SOCK_STREAM, 0)).isEqualTo(-Errno.EAFNOSUPPORT);
    }

    @Test
    void aClosedDescriptorIsMinusEbadf() {
        assertThat(libc.close(1 << 20)).isEqualTo(-Errno.EBADF);
    }

    @Test
    void bytesArriveAsTheyWereSent() {
        byte[] data = "Hello, world".getBytes(StandardCharsets.UTF_8);
        assertThat(libc.send(pair[0], Octets.of(data).part(7, 5), MSG_NOSIGNAL)).isEqualTo(5);
        assertThat(libc.recvmsg(pair[1], 100, 0, 0).data()).asString().isEqualTo("world");
    }

    @Test
    void anEmptySocketIsMinusEagain() {
        assertThat(libc.recvmsg(pair[0], 1, 0, MSG_DONTWAIT).size()).isEqualTo(-Errno.EAGAIN);
    }

    @Test
    void aPayloadLargerThanAFrameHasMemoryOfItsOwn() {
        byte[] data = new byte[2 * Frame.PAYLOAD];
        data[data.length - 1] = 7;
        int size = (int) libc.send(pair[0], Octets.of(data), MSG_NOSIGNAL);
        assertThat(size).isEqualTo(data.length);
        assertThat(libc.recvmsg(pair[1], size, 0, 0).data()).isEqualTo(data);
    }

    @Test
    void manyBytesStayAsTheyWereWhateverIsReceivedNext() {
        Received first = exchanged(1, Block.SIZE);
        Received second = exchanged(2, Block.SIZE);
        assertThat(first.octets()).isInstanceOf(Octets.InBlock.class);
        assertThat(first.data()).hasSize(Block.SIZE).containsOnly(1);
        assertThat(second.data()).hasSize(Block.SIZE).containsOnly(2);
    }

    @Test
    void fewBytesThatCameWhereManyHadRoomAreInAnArray() {
        Received few = exchanged(1, 10);
        exchanged(2, 10);
        assertThat(few.octets()).isInstanceOf(Octets.InArray.class);
        assertThat(few.data()).hasSize(10).containsOnly(1);
    }

    private Received exchanged(int value, int size) {
        byte[] data = new byte[size];
        Arrays.fill(data, (byte) value);
        libc.send(pair[0], Octets.of(data), MSG_NOSIGNAL);
        return libc.recvmsg(pair[1], Block.SIZE, 0, 0);
    }

    @Test
    void theAddressOfABoundSocketIsWhatItWasBoundTo() {
        int fd = libc.socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
        byte[] any = Sockaddr.encode(new Inet4(new byte[] {127, 0, 0, 1}, 0));
        assertThat(libc.bind(fd, any)).isZero();
        Inet4 name = (Inet4) Sockaddr.decode(libc.getsockname(fd).addr());
        assertThat(name.host()).containsExactly(127, 0, 0, 1);
        assertThat(name.port()).isPositive();
        libc.close(fd);
    }

    @Test
    void aDescriptorTravelsInAControlMessage() {
        ControlMessage rights = new ControlMessage(SOL_SOCKET, SCM_RIGHTS, integer(pair[0]));
        assertThat(libc.sendmsg(pair[0], List.of(new byte[] {1}), List.of(rights), null, 0))
                .isEqualTo(1);
        Received received = libc.recvmsg(pair[1], 10, 100, MSG_CMSG_CLOEXEC);
        assertThat(received.control()).hasSize(1);
        byte[] descriptor = received.control().getFirst().data();
        int copy = ByteBuffer.wrap(descriptor).order(ByteOrder.nativeOrder()).getInt();
        assertThat(copy).isNotEqualTo(pair[0]);
        assertThat(libc.close(copy)).isZero();
    }

    @Test
    void aControlMessageWithoutRoomIsSaidToBeCut() {
        ControlMessage rights = new ControlMessage(SOL_SOCKET, SCM_RIGHTS, integer(pair[0]));
        libc.sendmsg(pair[0], List.of(new byte[] {1}), List.of(rights), null, 0);
        Received received = libc.recvmsg(pair[1], 10, 0, MSG_CMSG_CLOEXEC);
        assertThat(received.msgFlags() & MSG_CTRUNC).isEqualTo(MSG_CTRUNC);
    }

    @Test
    void pollSaysWhatIsReadyOfWhatWasAsked() {
        int[] ready = new int[2];
        libc.send(pair[0], Octets.of(new byte[1]), 0);
        libc.poll(pair, new int[] {Libc.POLLIN, Libc.POLLIN | Libc.POLLOUT}, ready);
        assertThat(ready).containsExactly(0, Libc.POLLIN | Libc.POLLOUT);
    }

    @Test
    void pollIsNotInterruptedByTheSignalsOfAProfiler() throws Exception {
        libc.send(pair[0], Octets.of(new byte[1]), 0);
        int[] asked = {Libc.POLLIN};
        int[] none = {pair[0]};
        try (Recording profile = new Recording(Configuration.getConfiguration("profile"))) {
            profile.start();
            Set<Integer> answers = new HashSet<>();
            long end = System.nanoTime() + 1_000_000_000L;
            while (System.nanoTime() < end) {
                answers.add(libc.poll(none, asked, new int[1]));
            }
            assertThat(answers).containsExactly(0);
        }
    }

    @Test
    void localhostIsInTheAnswersOfTheNameService() {
        assertThat(libc.getaddrinfo("localhost", "80", 0, AF_INET, SOCK_STREAM, 0).items())
                .extracting(item -> Sockaddr.decode(item.addr()))
                .anySatisfy(address -> assertThat(((Inet4) address).port()).isEqualTo(80));
    }

    @Test
    void anUnknownServiceHasNoPort() {
        assertThat(libc.getservbyname_r("no-such-service", null)).isEqualTo(-1);
    }

    private static byte[] integer(int value) {
        return ByteBuffer.allocate(Integer.BYTES)
                .order(ByteOrder.nativeOrder())
                .putInt(value)
                .array();
    }
}
