package org.socketconsole.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.socketconsole.testing.AnswerAssert.assertThat;

import org.junit.jupiter.api.Test;
import org.socketconsole.testing.Answer;
import org.socketconsole.testing.ContractTests;

import java.util.List;
import java.util.stream.Stream;

class WrongTokenApiTests extends ContractTests {

    /// More than can be shown unbraked within all the seconds that the test may take.
    private static final int MANY = 300;

    @Test
    void whoGuessesMeetsABrakeAndTheRightTokenDoesNot() {
        List<Answer> answers = Stream.generate(this::guess).limit(MANY).toList();
        List<Integer> statuses = answers.stream().map(Answer::status).toList();
        assertThat(statuses).startsWith(401).contains(429);
        Answer braked = answers.get(statuses.indexOf(429));
        assertThat(braked).isProblem(429, "quota").hasHeader("Retry-After", "1");
        assertThat(api.get("/sockets")).isOk();
        assertThat(guess().status()).isGreaterThan(400);
        assertThat(api.get("/sockets")).isOk();
    }

    @Test
    void whoShowsNoneIsNotBraked() {
        Stream.generate(() -> api.request("GET", "/sockets").header("Authorization", "").send())
                .limit(MANY)
                .forEach(answer -> assertThat(answer).isProblem(401, "unauthenticated"));
    }

    private Answer guess() {
        return api.request("GET", "/sockets").header("Authorization", "Bearer guess").send();
    }
}
