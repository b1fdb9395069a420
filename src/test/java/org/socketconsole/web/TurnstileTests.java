package org.socketconsole.web;

import org.junit.jupiter.api.Test;
import org.socketconsole.testing.Threads;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

class TurnstileTests {

    private static final int STREAMS = 100;

    @Test
    void whoPassesItKeepsNothingFromBeginning() throws InterruptedException {
        Threads.assertLeaveRoom(TurnstileTests::serve);
    }

    /// As a connection of HTTP/2, whose client asks anew as soon as it is answered.
    private static void serve(BooleanSupplier isOver) {
        while (!isOver.getAsBoolean()) {
            List<Thread> requests =
                    Stream.generate(() -> Thread.startVirtualThread(TurnstileTests::answer))
                            .limit(STREAMS)
                            .toList();
            requests.forEach(TurnstileTests::join);
        }
    }

    private static void answer() {
        Turnstile.pass();
        long end = System.nanoTime() + 100_000;
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }

    private static void join(Thread request) {
        try {
            request.join();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
