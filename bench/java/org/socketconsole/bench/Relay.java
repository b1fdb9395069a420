package org.socketconsole.bench;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/// A way for bytes between a client and a server. The bytes of the client's protocol beside those
/// that are relayed are few, and are not looked at.
///
/// @param port where the console is
record Relay(Kind kind, int port) {

    /// Relayed in each transfer.
    static final int MIB = Integer.parseInt(System.getenv().getOrDefault("STREAM_MIB", "128"));

    private static final long BYTES = MIB * 1024L * 1024;
    private static final int PIECE = 64 * 1024;

    /// Header and mask of a binary frame of a client, see RFC 6455, section 5.2.
    private static final byte[] FRAME = {
        (byte) 0x82, (byte) 0xff, 0, 0, 0, 0, 0, 1, 0, 0, 1, 2, 3, 4
    };

    enum Kind {
        STREAM,
        BRIDGE,
        C,
        SOCAT,
        WEBSOCKIFY;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }

        boolean isWebSocket() {
            return this == BRIDGE || this == WEBSOCKIFY;
        }
    }

    /// Down is to the client.
    enum Direction {
        DOWN,
        UP;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Those that there are.
    static List<Relay> all(int port) {
        List<Relay> relays = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            if (kind.compareTo(Kind.SOCAT) < 0 || isInstalled(kind.toString())) {
                relays.add(new Relay(kind, port));
            }
        }
        return relays;
    }

    private static boolean isInstalled(String command) {
        try {
            return new ProcessBuilder("sh", "-c", "command -v " + command).start().waitFor() == 0;
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /// MiB a second, from the first byte to the last.
    double rate(Direction direction) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Way way = open(direction, server.getLocalPort());
                Socket end = server.accept()) {
            long start = System.nanoTime();
            if (direction == Direction.DOWN) {
                var source = later(() -> write(end.getOutputStream(), false));
                drain(way.client.getInputStream());
                source.join();
            } else {
                var source = later(() -> write(way.client.getOutputStream(), kind.isWebSocket()));
                drain(end.getInputStream());
                source.join();
            }
            return MIB * 1e9 / (System.nanoTime() - start);
        }
    }

    private Way open(Direction direction, int target) throws Exception {
        return switch (kind) {
            case STREAM -> {
                String socket = connected(target);
                yield new Way(connect(port), streamHead(direction, socket), () -> close(socket));
            }
            case BRIDGE -> {
                String socket = connected(target);
                yield new Way(connect(port), webSocketHead(socket + "/ws"), () -> close(socket));
            }
            case C -> {
                int free = Server.freePort();
                yield started(
                        free,
                        "",
                        CProgram.of("bench/stream/relay.c"),
                        "" + free,
                        "" + target,
                        direction.toString());
            }
            case SOCAT -> {
                int free = Server.freePort();
                yield started(
                        free,
                        "",
                        "socat",
                        "TCP-LISTEN:%d,bind=127.0.0.1,reuseaddr".formatted(free),
                        "TCP:127.0.0.1:" + target);
            }
            case WEBSOCKIFY -> {
                int free = Server.freePort();
                yield started(
                        free,
                        webSocketHead("/"),
                        "websockify",
                        "--run-once",
                        "127.0.0.1:" + free,
                        "127.0.0.1:" + target);
            }
        };
    }

    /// A socket of the console.
    private String connected(int target) throws Exception {
        Api api = new Api(port);
        String path = "/sockets/" + api.post("/sockets", "{}").get("id").asString();
        api.post(path + "/connect", "{\"address\": [\"127.0.0.1\", %d]}".formatted(target));
        return Api.BASE + path;
    }

    private void close(String socket) throws Exception {
        new Api(port).delete(socket.substring(Api.BASE.length()));
    }

    private static String streamHead(Direction direction, String path) {
        return direction == Direction.DOWN
                ? head("GET " + path + "/stream", "")
                : head("PUT " + path + "/stream", "Content-Length: " + BYTES + "\r\n");
    }

    private static String webSocketHead(String path) {
        return head(
                "GET " + path,
                "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                        + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                        + "Sec-WebSocket-Protocol: binary\r\n");
    }

    private static String head(String request, String more) {
        return "%s HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer %s\r\n%s\r\n"
                .formatted(request, Api.TOKEN, more);
    }

    private static Socket connect(int port) throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), port);
    }

    private static Way started(int port, String head, String... command) throws Exception {
        Process process =
                new ProcessBuilder(command)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        while (true) {
            try {
                return new Way(
                        connect(port),
                        head,
                        () -> {
                            process.destroy();
                            process.onExit().join();
                        });
            } catch (IOException notYet) {
                Thread.sleep(10);
            }
        }
    }

    private interface Writing {
        void run() throws IOException;
    }

    private static CompletableFuture<Void> later(Writing writing) {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        writing.run();
                    } catch (IOException failure) {
                        throw new CompletionException(failure);
                    }
                });
    }

    private static void write(OutputStream out, boolean framed) throws IOException {
        byte[] piece = new byte[framed ? FRAME.length + PIECE : PIECE];
        System.arraycopy(FRAME, 0, piece, 0, framed ? FRAME.length : 0);
        for (long written = 0; written < BYTES; written += PIECE) {
            out.write(piece);
        }
    }

    private static void drain(InputStream in) throws IOException {
        byte[] buffer = new byte[4 * PIECE];
        for (long read = 0; read < BYTES; ) {
            int count = in.read(buffer);
            if (count < 0) {
                throw new EOFException("ended after " + read + " bytes");
            }
            read += count;
        }
    }

    private interface Ending {
        void run() throws Exception;
    }

    /// The client's end of it, whose head has been sent.
    private static final class Way implements AutoCloseable {

        private final Socket client;
        private final Ending ending;

        Way(Socket client, String head, Ending ending) throws IOException {
            this.client = client;
            this.ending = ending;
            client.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        }

        @Override
        public void close() throws IOException {
            client.close();
            try {
                ending.run();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            } catch (Exception failure) {
                throw new IOException(failure);
            }
        }
    }
}
