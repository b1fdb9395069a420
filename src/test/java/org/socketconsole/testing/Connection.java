package org.socketconsole.testing;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;

/// A TCP socket of the console that is connected to one of the JDK.
public record Connection(ApiSocket socket, Socket peer) implements AutoCloseable {

    public static Connection open(Api api) throws IOException {
        try (ServerSocket server = Peers.server()) {
            return new Connection(api.tcp().connected(server.getLocalPort()), server.accept());
        }
    }

    public void send(String latin1) throws IOException {
        peer.getOutputStream().write(Bytes.of(latin1));
    }

    public byte[] receive(int size) throws IOException {
        return peer.getInputStream().readNBytes(size);
    }

    @Override
    public void close() throws IOException {
        peer.close();
    }
}
