package org.socketconsole.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.socketconsole.testing.AnswerAssert.assertThat;
import static org.socketconsole.testing.Eventually.eventually;
import static org.socketconsole.testing.Json.json;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.socketconsole.access.Brake;
import org.socketconsole.testing.Answer;
import org.socketconsole.testing.Api;
import org.socketconsole.testing.ContractTests;
import org.socketconsole.testing.WebSocketClient;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;

import java.net.http.HttpClient;
import java.net.http.WebSocketHandshakeException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;

/// Who guesses the token, by a header or by the first frame of a WebSocket.
class WrongTokenApiTests extends ContractTests {

    private static final int MANY = 100;
    private static final int ALLOWED = 10;
    private static final String LOOPBACK = "127.0.0.1";
    private static final String RIGHT = "Bearer " + Api.TOKEN;

    private final HttpClient http = HttpClient.newHttpClient();
    private @Autowired Brake brake;
    private String socket;

    @BeforeEach
    void open() {
        socket = api.pair().first().path("ws");
    }

    /// The tests that follow on this server are of the same address.
    @AfterEach
    void leave() {
        http.shutdownNow();
        eventually().until(() -> !brake.isOn(LOOPBACK));
    }

    @Test
    void whoGuessesMeetsABrakeAndTheRightTokenDoesNot() {
        List<CompletableFuture<Answer>> guesses =
                Stream.generate(() -> shown("Bearer guess").sendLater()).limit(MANY).toList();
        List<Answer> answers = guesses.stream().map(CompletableFuture::join).toList();
        assertThat(answers).extracting(Answer::status).containsOnly(401, 429);
        answers.stream()
                .filter(answer -> answer.status() == 429)
                .forEach(
                        braked ->
                                assertThat(braked)
                                        .isProblem(429, "quota")
                                        .hasHeader("Retry-After", "1"));
        assertThat(api.get("/sockets")).isOk();
    }

    @Test
    void whoShowsNoneIsNotBraked() {
        Stream.generate(() -> shown("").send())
                .limit(MANY)
                .forEach(answer -> assertThat(answer).isProblem(401, "unauthenticated"));
    }

    private Api.Request shown(String authorization) {
        return api.request("GET", "/sockets").header("Authorization", authorization);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/live", "/channel", "/sockets/{id}/ws"})
    void aWrongHeaderOpensNoWebSocket(String door) {
        assertThat(refusal(door, "Authorization", "Bearer guess")).isEqualTo(401);
        assertThat(refusal(door, "Authorization", "Basic eDp5")).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/live", "/channel", "/sockets/{id}/ws"})
    void whoGuessesAtAWebSocketMeetsTheBrakeByHeader(String door) {
        whenBrakedBy(
                () -> assertThat(refusal(door, "Authorization", "Bearer guess")).isIn(401, 429),
                () -> {
                    assertThat(refusal(door, "Authorization", "Bearer guess")).isEqualTo(429);
                    open(door);
                    open(door, "Authorization", RIGHT);
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"/live", "/channel", "/sockets/{id}/ws"})
    void whoGuessesAtAWebSocketMeetsTheBrakeByFrame(String door) {
        whenBrakedBy(
                () -> guess(door),
                () -> {
                    open(door);
                    assertThat(shown("Bearer guess").send()).isProblem(429, "quota");
                    open(door, "Authorization", RIGHT);
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"/live", "/channel", "/sockets/{id}/ws"})
    void theRightTokenInAFrameMeetsNoBrake(String door) {
        WebSocketClient early = open(door);
        whenBrakedBy(() -> shown("Bearer guess").send(), () -> {});
        early.say(json("{'token': '%s'}", Api.TOKEN));
        early.awaitPong();
    }

    /// On a slow machine a second, and with it the brake, may be over before all is asked.
    private void whenBrakedBy(Runnable guess, Runnable then) {
        eventually()
                .untilAsserted(
                        () -> {
                            for (int i = 0; i <= ALLOWED && !brake.isOn(LOOPBACK); i++) {
                                guess.run();
                            }
                            assertThat(brake.isOn(LOOPBACK)).isTrue();
                            then.run();
                        });
    }

    private void guess(String door) {
        WebSocketClient guessing = open(door);
        guessing.say(json("{'token': 'guess'}"));
        assertThat(guessing.closedWithin(10).code()).isEqualTo(1008);
    }

    private WebSocketClient open(String door, String... headers) {
        WebSocketClient opened = new WebSocketClient();
        opened.open(http, api, door.equals("/sockets/{id}/ws") ? socket : door, headers);
        return opened;
    }

    /// The status that an upgrade is refused with.
    private int refusal(String door, String... headers) {
        return catchThrowable(() -> open(door, headers)) instanceof CompletionException failed
                        && failed.getCause() instanceof WebSocketHandshakeException refused
                ? refused.getResponse().statusCode()
                : HttpStatus.SWITCHING_PROTOCOLS.value();
    }
}
