package org.socketconsole.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.socketconsole.testing.AnswerAssert.assertThat;

import org.junit.jupiter.api.Test;
import org.socketconsole.testing.Answer;
import org.socketconsole.testing.Api;
import org.socketconsole.testing.ContractTests;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

class WrongTokenApiTests extends ContractTests {

    private static final int MANY = 100;

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
}
