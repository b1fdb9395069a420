package org.socketconsole.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.socketconsole.access.Caller;
import org.socketconsole.call.Call;
import org.socketconsole.call.RawBytes;

import java.time.Duration;
import java.util.Map;

/// How long first answers are kept, and how many.
class RepeatsTests {

    private static final Call CALL =
            Call.begin("recv", "s-1", Caller.CLIENT, Duration.ofSeconds(1), true);
    private static final Call OTHER =
            Call.begin("recv", "s-2", Caller.CLIENT, Duration.ofSeconds(1), true);

    private long now;
    private final Repeats repeats = new Repeats(() -> now);
    private int made;

    @Test
    void anAnswerIsKeptForTenMinutes() {
        once("k", CALL, 0);
        now += Duration.ofMinutes(10).toNanos();
        once("k", CALL, 0);
        assertThat(made).isEqualTo(1);
        now += 1;
        once("k", CALL, 0);
        assertThat(made).isEqualTo(2);
    }

    @Test
    void theOldestOfASocketGoFirstAndOthersStay() {
        once("other", OTHER, 0);
        once("oldest", CALL, 0);
        for (int i = 0; i < Repeats.MOST_OF_A_SOCKET; i++) {
            once("k" + i, CALL, 0);
        }
        int before = made;
        once("other", OTHER, 0);
        once("k0", CALL, 0);
        assertThat(made).isEqualTo(before);
        once("oldest", CALL, 0);
        assertThat(made).isEqualTo(before + 1);
    }

    @Test
    void allTogetherTakeSoManyBytes() {
        int half = (int) (Repeats.MOST_BYTES / 2);
        once("first", CALL, half);
        once("second", OTHER, half);
        once("second", OTHER, half);
        assertThat(made).isEqualTo(2);
        once("first", CALL, half);
        assertThat(made).isEqualTo(3);
    }

    private void once(String name, Call call, int size) {
        RepeatKey key = RepeatKey.of("POST /" + call.id(), name, new byte[0], null);
        repeats.once(key, call, () -> returned(size));
    }

    private Outcome returned(int size) {
        made++;
        byte[] data = new byte[size];
        return new Outcome.Returned(
                null,
                new RawBytes() {
                    @Override
                    public byte[] data() {
                        return data;
                    }

                    @Override
                    public Map<String, Object> headers() {
                        return Map.of();
                    }
                });
    }
}
