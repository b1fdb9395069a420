package org.socketconsole.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.socketconsole.access.Caller;
import org.socketconsole.call.Call;
import org.socketconsole.call.TimedOutException;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;

class ResolverPoolTests {

    /// More than there are threads and places to wait in.
    private static final int MANY = 16 + 256 + 100;

    @Test
    void questionsThatNobodyWaitsForAnyMoreTakeNoPlace() {
        CountDownLatch answered = new CountDownLatch(1);
        try (ResolverPool pool = new ResolverPool()) {
            for (int i = 0; i < MANY; i++) {
                assertThatExceptionOfType(TimedOutException.class)
                        .isThrownBy(
                                () -> pool.ask(call(Duration.ofMillis(1)), () -> wait(answered)));
            }
            answered.countDown();
            assertThat(pool.<String>ask(call(Duration.ofSeconds(10)), () -> "here"))
                    .isEqualTo("here");
        }
    }

    private static Call call(Duration limit) {
        return Call.begin("getaddrinfo", null, Caller.CLIENT, limit, false);
    }

    private static boolean wait(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException end) {
            return false;
        }
    }
}
