package org.socketconsole.socket;

import static org.awaitility.Awaitility.await;

import org.socketconsole.testing.ApiSocket;
import org.springframework.test.util.ReflectionTestUtils;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;

/// Waits until calls on a socket wait, which no answer tells.
final class Parked {

    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final SocketRegistry registry;

    Parked(SocketRegistry registry) {
        this.registry = registry;
    }

    /// Until so many calls wait for input, all but the first of them in the queue.
    void awaitReaders(ApiSocket socket, int count) {
        awaitCalls(descriptor(socket).input, count);
    }

    void awaitReader(ApiSocket socket) {
        awaitReaders(socket, 1);
    }

    void awaitWriter(ApiSocket socket) {
        awaitCalls(descriptor(socket).output, 1);
    }

    void awaitSelect(ApiSocket socket) {
        await().atMost(LONGEST).until(() -> !observers(socket).isEmpty());
    }

    private Descriptor descriptor(ApiSocket socket) {
        return registry.get(socket.id(), "test").descriptor();
    }

    private List<?> observers(ApiSocket socket) {
        return (List<?>) ReflectionTestUtils.getField(descriptor(socket), "observers");
    }

    private static void awaitCalls(Direction direction, int count) {
        var state = (AtomicReference<?>) ReflectionTestUtils.getField(direction, "state");
        var queue = (ReentrantLock) ReflectionTestUtils.getField(direction, "queue");
        await().atMost(LONGEST)
                .until(() -> state.get() instanceof Thread && queue.getQueueLength() == count - 1);
    }
}
