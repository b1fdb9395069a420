package org.socketconsole.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.socketconsole.net.SocketConstants.IPPROTO_TCP;
import static org.socketconsole.net.SocketConstants.SOL_SOCKET;
import static org.socketconsole.net.SocketConstants.SO_ACCEPTCONN;
import static org.socketconsole.net.SocketConstants.TCP_INFO;

import org.junit.jupiter.api.Test;
import org.socketconsole.libc.Libc;
import org.socketconsole.libc.Sockaddr;
import org.socketconsole.net.SocketAddress.Inet4;
import org.socketconsole.net.SocketAddress.Inet6;
import org.socketconsole.testing.ContractTests;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

class BacklogTests extends ContractTests {

    /// Of a listener the length of its queue: `tcpi_sacked`, see `ss`(8).
    private static final int BACKLOG = 28;

    private static final Path SOMAXCONN = Path.of("/proc/sys/net/core/somaxconn");

    private final Libc libc = Libc.host();

    @Test
    void thousandsOfClientsThatComeAtOnceFindRoomInTheQueueOfTheListener() throws IOException {
        int most = Integer.parseInt(Files.readAllLines(SOMAXCONN).getFirst());
        assertThat(listeners()).hasSize(1);
        assertThat(integer(listeners().getFirst(), IPPROTO_TCP, TCP_INFO, BACKLOG))
                .isEqualTo(Math.min(4096, most));
    }

    /// The server's own, which is a descriptor of this process.
    private List<Integer> listeners() throws IOException {
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
            return descriptors
                    .map(path -> Integer.parseInt(path.getFileName().toString()))
                    .filter(fd -> port(fd) == api.port())
                    .filter(fd -> integer(fd, SOL_SOCKET, SO_ACCEPTCONN, 0) == 1)
                    .toList();
        }
    }

    private int port(int fd) {
        byte[] addr = libc.getsockname(fd).addr();
        return switch (addr.length == 0 ? null : Sockaddr.decode(addr)) {
            case Inet4 inet -> inet.port();
            case Inet6 inet -> inet.port();
            case null, default -> -1;
        };
    }

    private int integer(int fd, int level, int optname, int offset) {
        byte[] value = new byte[offset + Integer.BYTES];
        libc.getsockopt(fd, level, optname, value);
        return ByteBuffer.wrap(value).order(ByteOrder.nativeOrder()).getInt(offset);
    }
}
