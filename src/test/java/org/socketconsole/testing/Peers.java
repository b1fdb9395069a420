package org.socketconsole.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;

/// Peers on the loopback interface that are the JDK's, not ours.
public final class Peers {

    private static final int BACKLOG = 16;
    private static final int LONGEST_MILLIS = 30_000;

    private static final Socket BOUND = bound();

    private Peers() {}

    public static InetAddress loopback() {
        return InetAddress.ofLiteral("127.0.0.1");
    }

    public static ServerSocket server() throws IOException {
        ServerSocket server = new ServerSocket(0, BACKLOG, loopback());
        server.setSoTimeout(LONGEST_MILLIS);
        return server;
    }

    /// A port at which nobody listens, nor will while the tests run.
    public static int closedPort() {
        return BOUND.getLocalPort();
    }

    private static Socket bound() {
        try {
            Socket socket = new Socket();
            socket.bind(at(0));
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A JDK socket that is connected to a socket of the console, and does not read for ever.
    public static Socket connectTo(ApiSocket listener) throws IOException {
        Socket socket = new Socket(loopback(), listener.port());
        socket.setSoTimeout(LONGEST_MILLIS);
        return socket;
    }

    public static ServerSocketChannel unixServer(Path path) throws IOException {
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        return server.bind(UnixDomainSocketAddress.of(path));
    }

    public static InetSocketAddress at(int port) {
        return new InetSocketAddress(loopback(), port);
    }

    /// Closes with a reset instead of an orderly end.
    public static void reset(Socket socket) throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    /// A server that sends back whatever comes, one connection after the other.
    public static final class EchoServer implements AutoCloseable {

        private final ServerSocket server;

        public EchoServer() throws IOException {
            server = Peers.server();
            Thread.ofVirtual().start(this::serve);
        }

        public int port() {
            return server.getLocalPort();
        }

        @Override
        public void close() throws IOException {
            server.close();
        }

        private void serve() {
            while (!server.isClosed()) {
                try (Socket client = server.accept();
                        InputStream in = client.getInputStream()) {
                    in.transferTo(client.getOutputStream());
                } catch (IOException end) {
                    // a client that broke off, or the end of the server
                }
            }
        }
    }
}
