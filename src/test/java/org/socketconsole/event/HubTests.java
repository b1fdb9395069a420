package org.socketconsole.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.socketconsole.event.Event.Type;

import java.util.stream.IntStream;

class HubTests {

    private static final int MORE_THAN_KEPT = 20_000;

    private final Hub hub = new Hub();

    @Test
    void eventsComeInTheirOrderAfterTheOneThatIsKnown() {
        publish(5);
        assertThat(hub.after(2, 2).events()).extracting(Event::id).containsExactly(3L, 4L);
        assertThat(hub.after(5, 10).events()).isEmpty();
    }

    @Test
    void whoCameTooLateIsToldHowManyHeMissed() {
        publish(MORE_THAN_KEPT);
        Hub.Batch batch = hub.after(0, 1);
        assertThat(batch.missed()).isEqualTo(batch.events().getFirst().id() - 1).isPositive();
        assertThat(hub.after(0, MORE_THAN_KEPT).events().getLast().id()).isEqualTo(MORE_THAN_KEPT);
    }

    @Test
    void whoWaitsIsWokenByTheNextEvent() throws InterruptedException {
        Thread.ofVirtual().start(() -> publish(1));
        assertThat(hub.await(0, 10_000)).isTrue();
        assertThat(hub.last()).isEqualTo(1);
    }

    @Test
    void whoWaitsIsLetGoWhenTheServerEnds() throws InterruptedException {
        Thread.ofVirtual().start(hub::stop);
        assertThat(hub.await(0, 10_000)).isFalse();
    }

    private void publish(int count) {
        IntStream.range(0, count).forEach(i -> hub.publish(Type.CALL, null, i));
    }
}
