package org.socketconsole.testing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Requests that no decent client makes, written by hand.
public final class RawHttp {

    private RawHttp() {}

    /// The target stands as it is; the answer ends with the connection.
    public static Answer send(Api api, String method, String target) throws IOException {
        String host = "127.0.0.1:" + api.port();
        return send(api, method, target, "Host: " + host, "Authorization: Bearer " + Api.TOKEN);
    }

    /// With these headers alone.
    public static Answer send(Api api, String method, String target, String... headers)
            throws IOException {
        List<String> all = new ArrayList<>(List.of(headers));
        all.add("Connection: close");
        try (RawConnection connection = new RawConnection(api)) {
            return connection.request(method, target, all).answer();
        }
    }
}
