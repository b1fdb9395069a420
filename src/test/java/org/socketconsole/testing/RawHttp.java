package org.socketconsole.testing;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Requests that no decent client makes, written by hand.
public final class RawHttp {

    private static final int LONGEST_MILLIS = 30_000;

    private RawHttp() {}

    /// The target stands as it is; the answer ends with the connection.
    public static Answer send(Api api, String method, String target) throws IOException {
        String host = "127.0.0.1:" + api.port();
        return send(api, method, target, "Host: " + host, "Authorization: Bearer " + Api.TOKEN);
    }

    /// With these headers alone.
    public static Answer send(Api api, String method, String target, String... headers)
            throws IOException {
        String request =
                "%s %s HTTP/1.1\r\n%s\r\nConnection: close\r\n\r\n"
                        .formatted(method, target, String.join("\r\n", headers));
        try (Socket socket = new Socket(Peers.loopback(), api.port())) {
            socket.setSoTimeout(LONGEST_MILLIS);
            socket.getOutputStream().write(Bytes.utf8(request));
            Answer answer = parse(target, socket.getInputStream().readAllBytes());
            Contract.check(method, target, answer);
            return answer;
        }
    }

    private static Answer parse(String target, byte[] bytes) {
        String answer = new String(bytes, StandardCharsets.ISO_8859_1);
        int end = answer.indexOf("\r\n\r\n");
        String[] head = answer.substring(0, end).split("\r\n");
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (int i = 1; i < head.length; i++) {
            String[] field = head[i].split(": ?", 2);
            headers.put(field[0], List.of(field[1]));
        }
        return new Answer(
                target,
                Integer.parseInt(head[0].split(" ")[1]),
                HttpHeaders.of(headers, (name, value) -> true),
                body(answer.substring(end + 4), headers));
    }

    private static byte[] body(String body, Map<String, List<String>> headers) {
        return Bytes.of(headers.containsKey("Transfer-Encoding") ? unchunked(body) : body);
    }

    private static String unchunked(String body) {
        int line = body.indexOf("\r\n");
        int size = Integer.parseInt(body.substring(0, line), 16);
        int start = line + 2;
        return size == 0
                ? ""
                : body.substring(start, start + size) + unchunked(body.substring(start + size + 2));
    }
}
