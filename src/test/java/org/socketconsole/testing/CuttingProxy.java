package org.socketconsole.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/// A TCP proxy that resets each connection at a random byte of what goes one of its ways. What had
/// gone before may still arrive.
public final class CuttingProxy implements AutoCloseable {

    /// About the bytes of two short calls with their heads, there and back.
    private static final int LONGEST = 6000;

    private final ServerSocket server = Peers.server();
    private final AtomicInteger cuts = new AtomicInteger();
    private final int port;
    private final Random random;

    public CuttingProxy(int port, Random random) throws IOException {
        this.port = port;
        this.random = random;
        server.setSoTimeout(0);
        Thread.ofVirtual().start(this::serve);
    }

    public int port() {
        return server.getLocalPort();
    }

    /// How many connections it cut.
    public int cuts() {
        return cuts.get();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                Socket there = new Socket(Peers.loopback(), port);
                boolean cutsRequests = random.nextBoolean();
                int length = random.nextInt(LONGEST);
                pass(client, there, cutsRequests ? length : Integer.MAX_VALUE);
                pass(there, client, cutsRequests ? Integer.MAX_VALUE : length);
            } catch (IOException end) {
                // The end of the proxy, or a client that left.
            }
        }
    }

    private void pass(Socket from, Socket to, int length) {
        Thread.ofVirtual()
                .start(
                        () -> {
                            try (from;
                                    to) {
                                if (pass(from.getInputStream(), to.getOutputStream(), length)) {
                                    cuts.incrementAndGet();
                                    Peers.reset(from);
                                }
                            } catch (IOException cut) {
                                // The other way ended both.
                            }
                        });
    }

    /// Whether it was cut.
    private static boolean pass(InputStream in, OutputStream out, int length) throws IOException {
        byte[] buffer = new byte[8192];
        for (int left = length; left > 0; ) {
            int count = in.read(buffer, 0, Math.min(left, buffer.length));
            if (count < 0) {
                return false;
            }
            out.write(buffer, 0, count);
            left -= count;
        }
        return true;
    }
}
