package org.socketconsole.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/// The other ends of sockets to which nothing comes: takes connections, and keeps each until its
/// peer leaves.
final class SilentPeers {

    private static final int BACKLOG = 1000;

    private SilentPeers() {}

    public static void main(String[] arguments) throws IOException {
        int port = Integer.parseInt(arguments[0]);
        try (ServerSocket server =
                new ServerSocket(port, BACKLOG, InetAddress.getLoopbackAddress())) {
            while (true) {
                Socket peer = server.accept();
                Thread.startVirtualThread(() -> keep(peer));
            }
        }
    }

    private static void keep(Socket peer) {
        try (peer) {
            peer.getInputStream().skip(Long.MAX_VALUE);
        } catch (IOException gone) {
            // As well.
        }
    }
}
