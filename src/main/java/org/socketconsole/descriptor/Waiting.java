package org.socketconsole.descriptor;

import static org.socketconsole.net.SocketConstants.SO_RCVTIMEO;
import static org.socketconsole.net.SocketConstants.SO_SNDTIMEO;

import org.jspecify.annotations.Nullable;
import org.socketconsole.libc.Libc;

import java.util.function.Consumer;
import java.util.function.Supplier;

/// The way of waiting: try, and where the kernel would block, park the virtual thread until the
/// poller, the time-out or a close wakes it; then try again.
///
/// An attempt answers null for "would block". The caller is inside the descriptor.
final class Waiting {

    private final Libc libc;
    private final Descriptor descriptor;

    /// The longest park before a send is tried again: epoll never tells a datagram socket that is
    /// not connected that its receiver's queue has room once others have filled it.
    private final long longestSend;

    Waiting(Libc libc, Descriptor descriptor) {
        this.libc = libc;
        this.descriptor = descriptor;
        this.longestSend = descriptor.socket().transport().isStream() ? Long.MAX_VALUE : 20_000_000;
    }

    <R> R forInput(Patience patience, Supplier<? extends @Nullable R> attempt) {
        return waitFor(descriptor.input, SO_RCVTIMEO, Long.MAX_VALUE, patience, attempt);
    }

    /// The same for a call that the kernel ends where receiving is shut down and nothing is left:
    /// to one that does not block it never says so of messages and of connections.
    <R> R forInput(Patience patience, Supplier<? extends @Nullable R> attempt, Supplier<R> end) {
        return forInput(
                patience,
                () -> {
                    R result = attempt.get();
                    boolean ends = result == null && patience.isBlocking() && isShut();
                    return ends ? orElse(attempt.get(), end) : result;
                });
    }

    private static <R> R orElse(@Nullable R last, Supplier<R> end) {
        return last == null ? end.get() : last;
    }

    <R> R forOutput(Patience patience, Supplier<? extends @Nullable R> attempt) {
        return waitFor(descriptor.output, SO_SNDTIMEO, longestSend, patience, attempt);
    }

    /// For what no event announces: tries again after a pause that doubles up to 50 ms.
    <R> R forNoEvent(Patience patience, Supplier<? extends @Nullable R> attempt) {
        long[] pause = {500_000};
        return waitFor(
                descriptor.output,
                SO_SNDTIMEO,
                () -> pause[0] = Math.min(2 * pause[0], 50_000_000),
                patience,
                attempt);
    }

    /// Whether nothing comes any more after what has come by now. `POLLERR` alone may be the queue
    /// of errors.
    boolean isShut() {
        return (descriptor.poll(Libc.EPOLLRDHUP) & (Libc.EPOLLRDHUP | Libc.POLLHUP)) != 0;
    }

    /// Keeps the head of the queue over several waits.
    void queueForOutput(Patience patience, Consumer<Patience> body) {
        if (patience.isNone()) {
            body.accept(patience);
            return;
        }
        descriptor.output.enter(patience);
        try {
            body.accept(patience);
        } finally {
            descriptor.output.leave();
        }
    }

    private <R> R waitFor(
            WaitQueue queue,
            int kernelTimeout,
            long longestPark,
            Patience patience,
            Supplier<? extends @Nullable R> attempt) {
        return waitFor(queue, kernelTimeout, () -> longestPark, patience, attempt);
    }

    /// A call that does not wait does not queue either.
    private <R> R waitFor(
            WaitQueue queue,
            int kernelTimeout,
            LongSource longestPark,
            Patience patience,
            Supplier<? extends @Nullable R> attempt) {
        if (patience.isNone()) {
            R result = attempt.get();
            if (result == null) {
                throw patience.exhausted();
            }
            return result;
        }
        queue.enter(patience);
        try {
            return retry(queue, kernelTimeout, longestPark, patience, attempt);
        } finally {
            queue.leave();
        }
    }

    private <R> R retry(
            WaitQueue queue,
            int kernelTimeout,
            LongSource longestPark,
            Patience patience,
            Supplier<? extends @Nullable R> attempt) {
        boolean blocked = false;
        while (true) {
            descriptor.requireOpen(patience.call());
            queue.clear();
            R result = attempt.get();
            if (result != null) {
                return result;
            }
            if (!blocked && patience.isBlocking()) {
                patience.kernelTimeout(Timeval.read(libc, descriptor.fd(), kernelTimeout));
            }
            blocked = true;
            long nanos = Math.min(patience.remaining(), longestPark.next());
            queue.park(nanos, patience, descriptor::rouse);
        }
    }

    @FunctionalInterface
    private interface LongSource {
        long next();
    }
}
