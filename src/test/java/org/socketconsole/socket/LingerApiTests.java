package org.socketconsole.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.socketconsole.testing.AnswerAssert.assertThat;
import static org.socketconsole.testing.Eventually.eventually;
import static org.socketconsole.testing.Json.json;

import org.junit.jupiter.api.Test;
import org.socketconsole.testing.Answer;
import org.socketconsole.testing.Api;
import org.socketconsole.testing.ApiSocket;
import org.socketconsole.testing.ContractTests;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// A close lingers in the kernel while bytes are unsent, whatever the descriptor's mode.
class LingerApiTests extends ContractTests {

    private static final int SECONDS = 3;

    @Test
    void aCloseThatLingersHoldsUpNoOtherCallAndAnswersWhenItIsOver() {
        int held = 2 * Runtime.getRuntime().availableProcessors();
        List<ApiSocket> full = new ArrayList<>();
        for (int i = 0; i < held; i++) {
            full.add(full(api.connection().first()));
        }
        long start = System.nanoTime();
        List<CompletableFuture<Answer>> closes =
                full.stream()
                        .map(s -> api.request("DELETE", "/sockets/" + s.id()).sendLater())
                        .toList();
        full.forEach(
                socket ->
                        eventually()
                                .untilAsserted(
                                        () ->
                                                assertThat(api.get(socket.path("getsockname")))
                                                        .isClosed()));
        assertThat(closes).noneMatch(CompletableFuture::isDone);
        closes.forEach(close -> assertThat(close.join()).isDone());
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isGreaterThanOrEqualTo(Duration.ofSeconds(SECONDS));
    }

    @Test
    void aRequestWaitsNoLongerForACloseThanItMay() {
        ApiSocket full = full(api.connection().first());
        assertThat(api.delete("/sockets/" + full.id() + "?wait=0.1")).isDone();
        assertThat(full.close()).isClosed();
    }

    private static ApiSocket full(ApiSocket socket) {
        socket.nonBlocking();
        while (socket.send(new byte[1 << 20]).status() == 200) {}
        String linger = "{'value': {'onoff': 1, 'linger': %d}}";
        Api api = socket.api();
        assertThat(
                        api.request("PUT", socket.path("options/SO_LINGER"))
                                .json(json(linger, SECONDS))
                                .send())
                .isOk();
        return socket;
    }
}
