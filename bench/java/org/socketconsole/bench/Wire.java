package org.socketconsole.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;

/// One connection to a server, on which HTTP and WebSocket cost next to nothing on this side: what
/// is sent is made once, and of what comes the length alone is read.
final class Wire implements AutoCloseable {

    private static final int MASKED_TEXT = 0x81;
    private static final int MASK = 0x80;
    private static final int SHORT = 126;
    private static final int LONG = 127;

    private final Socket socket;
    private final DataInputStream in;

    Wire(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), 1 << 16));
    }

    static byte[] get(String path) {
        return (head("GET", path) + "\r\n").getBytes(ISO_8859_1);
    }

    static byte[] post(String path, String json) {
        return (head("POST", path)
                        + "Content-Type: application/json\r\nContent-Length: "
                        + json.length()
                        + "\r\n\r\n"
                        + json)
                .getBytes(ISO_8859_1);
    }

    /// Masked with zeros, which change nothing.
    static byte[] frame(String text) {
        byte[] bytes = text.getBytes(ISO_8859_1);
        boolean isShort = bytes.length < SHORT;
        byte[] frame = new byte[bytes.length + (isShort ? 6 : 8)];
        frame[0] = (byte) MASKED_TEXT;
        frame[1] = (byte) (MASK | (isShort ? bytes.length : SHORT));
        if (!isShort) {
            frame[2] = (byte) (bytes.length >> 8);
            frame[3] = (byte) bytes.length;
        }
        System.arraycopy(bytes, 0, frame, frame.length - bytes.length, bytes.length);
        return frame;
    }

    void upgrade(String path) throws IOException {
        String request =
                head("GET", path)
                        + "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                        + "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(ISO_8859_1));
        require(readHead(), "101");
    }

    void exchange(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        String head = readHead();
        require(head, "2");
        if (head.contains("Content-Length: ")) {
            int at = head.indexOf("Content-Length: ") + "Content-Length: ".length();
            in.skipNBytes(Long.parseLong(head.substring(at, head.indexOf('\r', at))));
        } else if (head.contains("chunked")) {
            skipChunks();
        }
    }

    void exchangeFrame(byte[] frame) throws IOException {
        socket.getOutputStream().write(frame);
        in.skipNBytes(1);
        int length = in.read();
        in.skipNBytes(
                switch (length) {
                    case SHORT -> in.readUnsignedShort();
                    case LONG -> in.readLong();
                    default -> length;
                });
    }

    /// Without waiting for an answer.
    void say(byte[] frame) throws IOException {
        socket.getOutputStream().write(frame);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void skipChunks() throws IOException {
        for (int size; (size = Integer.parseInt(readLine(), 16)) > 0; ) {
            in.skipNBytes(size + 2L);
        }
        in.skipNBytes(2);
    }

    private String readHead() throws IOException {
        StringBuilder head = new StringBuilder();
        for (String line; !(line = readLine()).isEmpty(); ) {
            head.append(line).append("\r\n");
        }
        return head.toString();
    }

    private String readLine() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c; (c = in.read()) != '\n'; ) {
            if (c < 0) {
                throw new EOFException("the server closed the connection");
            }
            line.append((char) c);
        }
        line.setLength(line.length() - 1);
        return line.toString();
    }

    private static String head(String method, String path) {
        return method
                + " "
                + path
                + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer "
                + Api.TOKEN
                + "\r\n";
    }

    private static void require(String head, String status) throws IOException {
        if (!head.startsWith("HTTP/1.1 " + status)) {
            throw new IOException("not " + status + " but " + head);
        }
    }
}
