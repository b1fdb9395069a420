package org.socketconsole.responder;

import static org.mockito.Mockito.mock;
import static org.socketconsole.testing.Eventually.eventually;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.socketconsole.libc.Poller;
import org.socketconsole.socket.LiveSocket;

import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

class AttendantTests {

    enum Change {
        ANOTHER_RESPONDER(attendant -> attendant.serve(mock(Responder.class))),
        ANOTHER_BEHAVIOUR(Attendant::changed),
        DISMISSAL(Attendant::dismiss);

        private final Consumer<Attendant> change;

        Change(Consumer<Attendant> change) {
            this.change = change;
        }
    }

    @ParameterizedTest
    @EnumSource
    void aChangeWaitsForWhoReceivesByWhatWasToBeDoneBefore(Change of) throws Exception {
        Attendant attendant = attendant();
        CountDownLatch taking = new CountDownLatch(1);
        CountDownLatch taken = new CountDownLatch(1);
        Thread taker = Thread.startVirtualThread(() -> attendant.take(() -> waits(taking, taken)));
        taking.await();
        Thread changer = Thread.ofPlatform().start(() -> of.change.accept(attendant));
        eventually().until(() -> changer.getState() == Thread.State.WAITING);
        taken.countDown();
        changer.join();
        taker.join();
    }

    private static boolean waits(CountDownLatch taking, CountDownLatch taken) {
        taking.countDown();
        try {
            taken.await();
            return true;
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static Attendant attendant() {
        return new Attendant(
                mock(LiveSocket.class),
                mock(Responder.class),
                mock(ResponderCalls.class),
                mock(Poller.class),
                _ -> {},
                _ -> {});
    }
}
