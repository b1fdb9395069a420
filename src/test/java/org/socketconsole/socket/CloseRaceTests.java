package org.socketconsole.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.socketconsole.net.Errno.EBADF;
import static org.socketconsole.net.SocketConstants.AF_UNIX;
import static org.socketconsole.net.SocketConstants.SOCK_STREAM;

import org.junit.jupiter.api.Test;
import org.socketconsole.access.Caller;
import org.socketconsole.call.Call;
import org.socketconsole.net.SyscallException;
import org.socketconsole.testing.ContractTests;
import org.springframework.beans.factory.annotation.Autowired;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/// Descriptors' numbers are given out again at once: a receive that outlived its socket would read
/// what is sent to another.
class CloseRaceTests extends ContractTests {

    private static final int THREADS = 8;
    private static final int PAIRS = 12_500;
    private static final Duration LONG = Duration.ofSeconds(30);

    @Autowired private SocketFactory factory;
    @Autowired private SocketRegistry registry;

    private final AtomicLong tags = new AtomicLong();
    private final AtomicLong woken = new AtomicLong();

    @Test
    void ofTwoHundredThousandClosesThatRaceReceivesNoneGivesBytesOfAnotherSocketOrHangs()
            throws Exception {
        try (ExecutorService racers = Executors.newFixedThreadPool(THREADS);
                ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Void>> races =
                    IntStream.range(0, THREADS)
                            .<Callable<Void>>mapToObj(i -> () -> race(readers))
                            .toList();
            for (Future<Void> race : racers.invokeAll(races)) {
                race.get();
            }
        }
        assertThat(registry.open()).isEmpty();
        assertThat(woken.get()).as("receives that a close ended").isPositive();
    }

    private Void race(ExecutorService readers) throws Exception {
        for (int i = 0; i < PAIRS; i++) {
            List<LiveSocket> pair = factory.socketpair(AF_UNIX, SOCK_STREAM, 0);
            byte[] tag = ByteBuffer.allocate(Long.BYTES).putLong(tags.incrementAndGet()).array();
            Future<byte[]> received = readers.submit(() -> receive(pair.getFirst()));
            if (i % 2 == 0) {
                pair.getLast().io().send(tag, 0, call("send", pair.getLast()));
            }
            registry.close(pair.getFirst(), call("close", pair.getFirst()));
            registry.close(pair.getLast(), call("close", pair.getLast()));
            assertThat(received.get(LONG.toSeconds(), TimeUnit.SECONDS)).isIn(tag, new byte[0]);
        }
        return null;
    }

    /// Nothing, where the close came first.
    private byte[] receive(LiveSocket socket) {
        try {
            return socket.inside(
                    "recv", () -> socket.io().recv(64, 0, call("recv", socket)).received().data());
        } catch (SyscallException end) {
            assertThat(end.number()).isEqualTo(EBADF);
            woken.incrementAndGet();
            return new byte[0];
        }
    }

    private static Call call(String name, LiveSocket socket) {
        return Call.begin(name, socket.id(), Caller.CLIENT, LONG, false);
    }
}
