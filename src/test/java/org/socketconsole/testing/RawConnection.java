package org.socketconsole.testing;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.http.HttpHeaders;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// One connection to the server, on which requests are written by hand, in pieces, one after the
/// other.
public final class RawConnection implements AutoCloseable {

    /// What the head of a request has that asks for a WebSocket.
    public static final String[] UPGRADE = {
        "Connection: Upgrade",
        "Upgrade: websocket",
        "Sec-WebSocket-Version: 13",
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="
    };

    private static final int LONGEST_MILLIS = 30_000;

    private record Asked(String method, String target) {}

    private final Api api;
    private final Socket socket;
    private final Deque<Asked> asked = new ArrayDeque<>();
    private int peeked = Integer.MIN_VALUE;

    public RawConnection(Api api) throws IOException {
        this.api = api;
        this.socket = new Socket(Peers.loopback(), api.port());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(LONGEST_MILLIS);
    }

    /// The head of a request with the token, to which these headers are added.
    public RawConnection head(String method, String path, String... headers) throws IOException {
        return headOf(method, "/api/v1" + path, "Authorization: Bearer " + Api.TOKEN, headers);
    }

    public RawConnection headOf(String method, String target, String header, String... headers)
            throws IOException {
        List<String> all = new ArrayList<>(List.of("Host: 127.0.0.1:" + api.port(), header));
        all.addAll(List.of(headers));
        return request(method, target, all);
    }

    /// With these headers alone.
    RawConnection request(String method, String target, List<String> headers) throws IOException {
        asked.add(new Asked(method, target));
        String lines = String.join("\r\n", headers);
        return write("%s %s HTTP/1.1\r\n%s\r\n\r\n".formatted(method, target, lines));
    }

    public RawConnection write(String text) throws IOException {
        return write(Bytes.utf8(text));
    }

    public RawConnection write(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        return this;
    }

    /// Whether anything of an answer, or the end, comes within this time.
    public boolean hasAnswerWithin(int millis) throws IOException {
        InputStream in = socket.getInputStream();
        socket.setSoTimeout(millis);
        try {
            return in.available() > 0 || waitForByte() != Integer.MIN_VALUE;
        } finally {
            socket.setSoTimeout(LONGEST_MILLIS);
        }
    }

    private int waitForByte() throws IOException {
        if (peeked == Integer.MIN_VALUE) {
            try {
                peeked = socket.getInputStream().read();
            } catch (SocketTimeoutException nothing) {
                return Integer.MIN_VALUE;
            }
        }
        return peeked;
    }

    private int read() throws IOException {
        int next = peeked == Integer.MIN_VALUE ? socket.getInputStream().read() : peeked;
        peeked = Integer.MIN_VALUE;
        return next;
    }

    /// The next answer, which is as the API's description has it; the connection is as it was. What
    /// was asked by [#write] alone is not known here.
    public Answer answer() throws IOException {
        String[] head = until("\r\n\r\n").split("\r\n");
        int status = Integer.parseInt(head[0].split(" ")[1]);
        Map<String, List<String>> headers = headers(head);
        boolean isInterim = status < 200;
        Asked of = isInterim || asked.isEmpty() ? new Asked("", "") : asked.remove();
        boolean hasBody = !isInterim && !of.method.equals("HEAD");
        Answer answer =
                new Answer(
                        of.target,
                        status,
                        HttpHeaders.of(headers, (name, value) -> true),
                        hasBody ? body(headers) : new byte[0]);
        Contract.check(of.method, of.target, answer);
        return answer;
    }

    private static Map<String, List<String>> headers(String[] head) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (int i = 1; i < head.length; i++) {
            String[] field = head[i].split(": ?", 2);
            headers.put(field[0], List.of(field[1]));
        }
        return headers;
    }

    /// Waits for what comes next; as read(2) has it.
    public int read(byte[] bytes) throws IOException {
        return socket.getInputStream().read(bytes);
    }

    /// All that comes until the server ends the connection, as it is.
    public String text() throws IOException {
        return Bytes.latin1(socket.getInputStream().readAllBytes());
    }

    private byte[] body(Map<String, List<String>> headers) throws IOException {
        if (headers.containsKey("Content-Length")) {
            return bytes(Integer.parseInt(headers.get("Content-Length").getFirst()));
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        if (headers.containsKey("Transfer-Encoding")) {
            for (int size = -1; size != 0; ) {
                size = Integer.parseInt(until("\r\n").strip(), 16);
                body.write(bytes(size));
                until("\r\n");
            }
        }
        if (headers.containsKey("Transfer-Encoding") || !headers.containsKey("Connection")) {
            return body.toByteArray();
        }
        for (int next = read(); next >= 0; next = read()) {
            body.write(next);
        }
        return body.toByteArray();
    }

    private byte[] bytes(int size) throws IOException {
        byte[] bytes = new byte[size];
        for (int i = 0; i < size; i++) {
            bytes[i] = (byte) readOrFail();
        }
        return bytes;
    }

    private String until(String end) throws IOException {
        StringBuilder text = new StringBuilder();
        while (text.indexOf(end) < 0) {
            text.append((char) readOrFail());
        }
        return text.toString();
    }

    private int readOrFail() throws IOException {
        int next = read();
        if (next < 0) {
            throw new EOFException("the server ended the connection");
        }
        return next;
    }

    /// Whether the server ends it within this time, by an end or a reset.
    public boolean isEndedWithin(int millis) throws IOException {
        long end = System.nanoTime() + millis * 1_000_000L;
        try {
            while (true) {
                long left = (end - System.nanoTime()) / 1_000_000L;
                if (left <= 0) {
                    return false;
                }
                socket.setSoTimeout((int) left);
                if (read() < 0) {
                    return true;
                }
            }
        } catch (SocketTimeoutException open) {
            return false;
        } catch (SocketException reset) {
            return true;
        } finally {
            socket.setSoTimeout(LONGEST_MILLIS);
        }
    }

    /// Leaves with a reset.
    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
