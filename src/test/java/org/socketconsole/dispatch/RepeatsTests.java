package org.socketconsole.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.socketconsole.access.Caller;
import org.socketconsole.call.Call;

import tools.jackson.databind.json.JsonMapper;

import java.time.Duration;
import java.util.List;

/// How long first answers are kept, and how many.
class RepeatsTests {

    private static final Call CALL = call("s-1");
    private static final Call OTHER = call("s-2");

    private long now;
    private final Repeats repeats = new Repeats(new JsonMapper(), () -> now);
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
    void anAnswerThatGaveWayToLaterOnesIsGoneAndItsCallIsNotMadeAgain() {
        int half = (int) (Repeats.MOST_BYTES / 2);
        once("first", CALL, half);
        once("second", OTHER, half);
        once("second", OTHER, half);
        assertThat(made).isEqualTo(2);
        assertGone("first", CALL);
        once("small", CALL, 0);
        once("small", CALL, 0);
        assertThat(made).isEqualTo(3);
    }

    @Test
    void anAnswerThatIsTooLargeAloneLeavesOthersTheirs() {
        once("little", OTHER, 2000);
        once("huge", CALL, (int) Repeats.MOST_BYTES);
        assertGone("huge", CALL);
        once("little", OTHER, 2000);
        assertThat(made).isEqualTo(2);
    }

    @Test
    void thereAreSoManyKeysInAll() {
        for (int i = 0; i <= Repeats.MOST; i++) {
            once("k", call("s-" + i), 0);
        }
        once("k", call("s-1"), 0);
        assertThat(made).isEqualTo(Repeats.MOST + 1);
        once("k", call("s-0"), 0);
        assertThat(made).isEqualTo(Repeats.MOST + 2);
    }

    private void assertGone(String name, Call call) {
        int before = made;
        assertThatThrownBy(() -> once(name, call, 0))
                .isInstanceOf(KeyException.class)
                .hasMessageContaining("was made");
        assertThat(made).isEqualTo(before);
    }

    private void once(String name, Call call, int size) {
        RepeatKey key = RepeatKey.of("POST /" + call.id(), name, new byte[0], null);
        repeats.once(key, call, () -> returned(size));
    }

    private Outcome returned(int size) {
        made++;
        return new Outcome.Returned(null, List.of("x".repeat(size)));
    }

    private static Call call(String id) {
        return Call.begin("recv", id, Caller.CLIENT, Duration.ofSeconds(1), true);
    }
}
