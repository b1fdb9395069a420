package org.socketconsole.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;

class EpochNanosTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1969-12-31T23:59:59.999999999Z",
                "1970-01-01T00:00:00Z",
                "2026-11-30T08:50:40.689583524Z",
                "2262-04-11T00:00:00.000000001Z"
            })
    void aTimeComesBackAsItWas(String text) {
        Instant time = Instant.parse(text);
        assertThat(EpochNanos.instant(EpochNanos.of(time))).isEqualTo(time);
    }

    @Test
    void aTimeThatIsFurtherAwayIsTheLastOrTheFirstThatThereIs() {
        assertThat(EpochNanos.instant(EpochNanos.of(Instant.MAX)))
                .isBetween("2262-04-11T00:00:00Z", "2262-04-12T00:00:00Z");
        assertThat(EpochNanos.instant(EpochNanos.of(Instant.MIN)))
                .isBetween("1677-09-21T00:00:00Z", "1677-09-22T00:00:00Z");
    }
}
