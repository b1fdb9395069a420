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
        count("a", 10);
        assertThat(brake.isOn("a")).isFalse();
        brake.count("a");
        assertThat(brake.isOn("a")).isTrue();
    }

    @Test
    void anAddressDoesNotPayForAnother() {
        count("a", 20);
        assertThat(brake.isOn("b")).isFalse();
    }

    @Test
    void afterASecondItIsForgiven() {
        count("a", 20);
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> !brake.isOn("a"));
    }

    @Test
    void onlyTheLatestAddressesAreRemembered() {
        count("a", 20);
        IntStream.range(0, 1000).forEach(i -> brake.count("other" + i));
        assertThat(brake.isOn("a")).isFalse();
    }

    private void count(String address, int times) {
        IntStream.range(0, times).forEach(i -> brake.count(address));
    }
}
