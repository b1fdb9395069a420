package org.socketconsole.file;

import org.socketconsole.file.Console.Answer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;

/// A socket of the console, connected to a peer in this process.
record Connection(Console console, String socket, Socket peer) implements AutoCloseable {

    static Connection open(Console console) throws IOException {
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String id = console.post("/sockets", Map.of()).text("id");
            var address = Map.of("host", "127.0.0.1", "port", listener.getLocalPort());
            console.post("/sockets/" + id + "/connect", Map.of("address", address));
            return new Connection(console, "/sockets/" + id, listener.accept());
        }
    }

    /// The path of a file of the socket.
    String file(Map<String, ?> arguments) {
        return "/files/" + console.post(socket + "/makefile", arguments).text("id");
    }

    Answer timeout(double seconds) {
        return console.post(socket + "/settimeout", Map.of("timeout", seconds));
    }

    void send(byte... bytes) throws IOException {
        peer.getOutputStream().write(bytes);
    }

    byte[] receive(int size) throws IOException {
        return peer.getInputStream().readNBytes(size);
    }

    @Override
    public void close() throws IOException {
        peer.close();
        console.delete(socket);
    }
}
