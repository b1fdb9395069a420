package org.socketconsole.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.socketconsole.testing.Threads;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

class LongWorkTests {

    private static final Duration LONGEST = Duration.ofSeconds(10);

    @Test
    void whatComputesForLongKeepsNothingFromBeginning() throws InterruptedException {
        Threads.assertLeaveRoom(LongWorkTests::compute);
    }

    private static void compute(BooleanSupplier isOver) {
        LongWork work = new LongWork();
        while (!isOver.getAsBoolean()) {
            work.giveWay();
        }
    }

    /// Nothing tells of it that a thread waits.
    @Test
    void whoWaitsKeepsNobodysTurn() throws InterruptedException {
        int count = Runtime.getRuntime().availableProcessors() + 1;
        CountDownLatch all = new CountDownLatch(count);
        List<Thread> threads =
                IntStream.range(0, count)
                        .mapToObj(_ -> Thread.startVirtualThread(() -> meet(all)))
                        .toList();
        for (Thread thread : threads) {
            assertThat(thread.join(LONGEST)).isTrue();
        }
    }

    private static void meet(CountDownLatch all) {
        takeTurn(new LongWork());
        all.countDown();
        try {
            all.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void twoWorksOfAThreadDoNotWaitForEachOther() throws InterruptedException {
        Thread thread =
                Thread.startVirtualThread(
                        () -> {
                            takeTurn(new LongWork());
                            takeTurn(new LongWork());
                        });
        assertThat(thread.join(LONGEST)).isTrue();
    }

    @Test
    void whoIsInterruptedStaysSo() throws InterruptedException {
        boolean[] interrupted = {false};
        Thread thread =
                Thread.ofVirtual()
                        .unstarted(
                                () -> {
                                    takeTurn(new LongWork());
                                    interrupted[0] = Thread.currentThread().isInterrupted();
                                });
        thread.start();
        thread.interrupt();
        assertThat(thread.join(LONGEST)).isTrue();
        assertThat(interrupted[0]).isTrue();
    }

    /// What is worked for a hundredth of a second is long.
    private static void takeTurn(LongWork work) {
        long end = System.nanoTime() + 10_000_000;
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        work.giveWay();
    }
}
