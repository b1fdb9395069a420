package org.socketconsole.responder;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import org.socketconsole.testing.ApiSocket;
import org.socketconsole.testing.Peers;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;

/// A client of the JDK that talks with a listener of the console, in Latin-1.
final class Talk implements AutoCloseable {

    private static final int LONGEST_MILLIS = 30_000;

    private final Socket socket;
    private final InputStream in;

    private Talk(Socket socket) throws IOException {
        this.socket = socket;
        this.in = socket.getInputStream();
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(LONGEST_MILLIS);
    }

    static Talk with(ApiSocket listener) throws IOException {
        return with(listener.port());
    }

    static Talk with(int port) throws IOException {
        return new Talk(new Socket(Peers.loopback(), port));
    }

    Socket socket() {
        return socket;
    }

    Talk says(String latin1) throws IOException {
        return says(latin1.getBytes(ISO_8859_1));
    }

    Talk says(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        return this;
    }

    /// Sends no more.
    Talk ends() throws IOException {
        socket.shutdownOutput();
        return this;
    }

    Talk hears(String latin1) throws IOException {
        assertThat(heard(latin1.length())).isEqualTo(latin1);
        return this;
    }

    String heard(int size) throws IOException {
        return new String(in.readNBytes(size), ISO_8859_1);
    }

    /// All up to the end of the stream.
    String heardAll() throws IOException {
        return new String(in.readAllBytes(), ISO_8859_1);
    }

    void hearsTheEnd() throws IOException {
        assertThat(in.read()).isEqualTo(-1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
