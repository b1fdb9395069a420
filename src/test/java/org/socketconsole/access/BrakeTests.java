package org.socketconsole.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.stream.IntStream;

class BrakeTests {

    private final Brake brake = new Brake();

    @Test
    void tenInASecondAreNotTooMany() {
        assertThat(IntStream.range(0, 10)).noneMatch(i -> brake.isTooMany("a"));
        assertThat(brake.isTooMany("a")).isTrue();
    }

    @Test
    void anAddressDoesNotPayForAnother() {
        IntStream.range(0, 20).forEach(i -> brake.isTooMany("a"));
        assertThat(brake.isTooMany("b")).isFalse();
    }

    @Test
    void afterASecondItIsForgiven() {
        IntStream.range(0, 20).forEach(i -> brake.isTooMany("a"));
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> !brake.isTooMany("a"));
    }

    @Test
    void onlyTheLatestAddressesAreRemembered() {
        IntStream.range(0, 20).forEach(i -> brake.isTooMany("a"));
        IntStream.range(0, 1000).forEach(i -> brake.isTooMany("other" + i));
        assertThat(brake.isTooMany("a")).isFalse();
    }
}
