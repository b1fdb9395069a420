package org.socketconsole.libc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.socketconsole.net.SocketConstants.AF_UNIX;
import static org.socketconsole.net.SocketConstants.MSG_NOSIGNAL;
import static org.socketconsole.net.SocketConstants.SOCK_NONBLOCK;
import static org.socketconsole.net.SocketConstants.SOCK_STREAM;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.socketconsole.net.Errno;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/// Whatever goes wrong on the poller's thread, those who wait hear of their events.
class PollerTests {

    private static final Duration LONG = Duration.ofSeconds(10);

    private final Libc host = Libc.host();
    private final int[] pair = new int[2];

    @BeforeEach
    void open() {
        host.socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, pair);
    }

    @AfterEach
    void close() {
        host.close(pair[0]);
        host.close(pair[1]);
    }

    @Test
    void anErrorInAWatcherEndsNoOtherWait() {
        AtomicInteger told = new AtomicInteger();
        try (Poller poller = new Poller(host)) {
            poller.add(
                    pair[0],
                    events -> {
                        throw new AssertionError("a defect");
                    });
            poller.add(pair[1], events -> told.incrementAndGet());
            await().atMost(LONG).until(() -> told.get() == 1);
            host.send(pair[0], Octets.of(new byte[1]), MSG_NOSIGNAL);
            await().atMost(LONG).until(() -> told.get() == 2);
        }
    }

    @Test
    void whileEpollFailsWhoeverWaitsIsToldToTryAgainAndNothingSpins() {
        AtomicBoolean failing = new AtomicBoolean();
        AtomicInteger asked = new AtomicInteger();
        AtomicInteger told = new AtomicInteger();
        Libc libc =
                new ScriptedLibc()
                        .answer(
                                "epoll_wait",
                                arguments -> {
                                    if (failing.get()) {
                                        asked.incrementAndGet();
                                        return -Errno.ENOMEM;
                                    }
                                    return host.epoll_wait(
                                            (int) arguments[0],
                                            (EpollEvents) arguments[1],
                                            (int) arguments[2]);
                                })
                        .build();
        try (Poller poller = new Poller(libc)) {
            poller.add(pair[1], events -> told.incrementAndGet());
            await().atMost(LONG).until(() -> told.get() == 1);
            failing.set(true);
            host.send(pair[0], Octets.of(new byte[1]), MSG_NOSIGNAL);
            await().atMost(LONG).until(() -> told.get() >= 4);
            assertThat(asked.get()).as("calls of epoll_wait").isLessThanOrEqualTo(told.get() + 1);
        }
    }
}
