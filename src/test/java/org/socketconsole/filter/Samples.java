package org.socketconsole.filter;

import static org.socketconsole.testing.Bytes.of;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.Address;
import org.socketconsole.testing.Bytes;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// What the cases are tried on.
final class Samples {

    static final Map<String, SocketFacts> SOCKETS =
            Map.of(
                    "listener",
                    new Socket(
                            "s-1",
                            3,
                            List.of("AF_INET", "SOCK_STREAM", "IPPROTO_TCP"),
                            "LISTENING",
                            null,
                            null,
                            Address.inet("0.0.0.0", 7000),
                            null,
                            0,
                            0,
                            Duration.ofHours(2),
                            "socket",
                            null,
                            null,
                            List.of(),
                            false),
                    "client",
                    new Socket(
                            "s-2",
                            42,
                            List.of("AF_INET", "SOCK_STREAM", "IPPROTO_TCP"),
                            "CONNECTED",
                            null,
                            "Echo client",
                            Address.inet("127.0.0.1", 40100),
                            Address.inet("10.1.2.3", 7000),
                            1024,
                            1_500_000,
                            Duration.ofMinutes(2),
                            "socket",
                            null,
                            null,
                            List.of(new SocketFacts.WaitingCall("recv", Duration.ofSeconds(30))),
                            false),
                    "datagram",
                    new Socket(
                            "s-3",
                            43,
                            List.of("AF_INET6", "SOCK_DGRAM", "IPPROTO_UDP"),
                            "BOUND",
                            0.0,
                            null,
                            Address.inet6("::1", 5353, 0, 0),
                            null,
                            10,
                            20,
                            Duration.ofSeconds(1),
                            "socket",
                            null,
                            null,
                            List.of(),
                            true),
                    "pipe",
                    new Socket(
                            "s-4",
                            44,
                            List.of("AF_UNIX", "SOCK_STREAM", "0"),
                            "CONNECTED",
                            2.5,
                            null,
                            Address.unix("/run/echo.sock".getBytes(StandardCharsets.UTF_8)),
                            Address.unix(new byte[0]),
                            0,
                            0,
                            Duration.ofMinutes(10),
                            "accept",
                            "s-1",
                            "ECONNRESET",
                            List.of(),
                            false));

    static final Map<String, ChunkFacts> CHUNKS =
            Map.of(
                    "request",
                    new Chunk(
                            "client",
                            "received",
                            "recv",
                            "0",
                            null,
                            of("GET / HTTP/1.1\r\nHost: h\r\n\r\n")),
                    "datagram",
                    new Chunk(
                            "datagram",
                            "sent",
                            "sendto",
                            "MSG_OOB|MSG_MORE",
                            Address.inet("192.0.2.1", 53),
                            new byte[] {1, 2, 0, (byte) 0xff}));

    private Samples() {}

    private record Socket(
            String id,
            int fd,
            List<String> kind,
            String state,
            @Nullable Double timeout,
            @Nullable String label,
            @Nullable Address localAddress,
            @Nullable Address peerAddress,
            long bytesSent,
            long bytesReceived,
            Duration age,
            String origin,
            @Nullable String parent,
            @Nullable String lastError,
            List<WaitingCall> waiting,
            boolean hasUnread)
            implements SocketFacts {

        @Override
        public String family() {
            return kind.get(0);
        }

        @Override
        public String type() {
            return kind.get(1);
        }

        @Override
        public String proto() {
            return kind.get(2);
        }
    }

    record Chunk(
            String socketName,
            String direction,
            String call,
            String flags,
            @Nullable Address address,
            byte[] data)
            implements ChunkFacts {

        @Override
        public String text() {
            return Bytes.latin1(data);
        }

        @Override
        public SocketFacts socket() {
            return SOCKETS.get(socketName);
        }
    }
}
