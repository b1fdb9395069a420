package org.socketconsole.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.socketconsole.testing.Json.json;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.socketconsole.testing.Api;
import org.socketconsole.testing.ContractTests;
import org.socketconsole.testing.WebSocketClient;
import org.springframework.beans.factory.annotation.Autowired;

import java.net.http.HttpClient;
import java.util.List;
import java.util.stream.Stream;

/// Each WebSocket that there is, before it has shown the token.
class StrangersApiTests extends ContractTests {

    @Autowired private List<WebSocketPath> paths;

    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void leave() {
        http.shutdownNow();
    }

    @Test
    void ofManyTheOldestGoesFirstAndThoseWhoShowTheTokenStay() {
        assertThat(paths).extracting(WebSocketPath::path).hasSizeGreaterThanOrEqualTo(3);
        for (WebSocketPath path : paths) {
            WebSocketClient known = connect(path, "Authorization", "Bearer " + Api.TOKEN);
            WebSocketClient admitted = connect(path);
            admitted.say(json("{'token': '%s'}", Api.TOKEN));
            admitted.awaitPong();
            List<WebSocketClient> strangers =
                    Stream.generate(() -> connect(path)).limit(60).toList();
            assertThat(strangers.getFirst().closedWithin(3).code()).as(path.path()).isEqualTo(1008);
            known.awaitPong();
            admitted.awaitPong();
            connect(path, "Authorization", "Bearer " + Api.TOKEN).awaitPong();
        }
    }

    private WebSocketClient connect(WebSocketPath path, String... headers) {
        WebSocketClient client = new WebSocketClient();
        String on = path.path().replace("{id}", api.pair().first().id());
        client.open(http, api, on.replaceFirst("^/api/v1", ""), headers);
        return client;
    }
}
