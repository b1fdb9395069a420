package org.socketconsole.responder;

import static org.socketconsole.libc.Libc.POLLIN;
import static org.socketconsole.libc.Libc.POLLOUT;
import static org.socketconsole.net.Errno.ECANCELED;

import org.socketconsole.dispatch.Outcome;
import org.socketconsole.dispatch.Problem;
import org.socketconsole.dispatch.Problems;
import org.socketconsole.libc.Libc;
import org.socketconsole.net.SyscallException;
import org.socketconsole.socket.LiveSocket;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/// Who waits on a socket for what comes: a virtual thread, parked until the poller tells of the
/// socket, and let go with it.
final class Attendant {

    /// How long it looks again before it parks, giving way each time: a peer in the middle of a
    /// talk answers sooner than a thread is parked and woken.
    private static final long GLANCE_NANOS = 30_000;

    /// To look at all, whatever the poller has told: no bit of its own.
    private static final int STIRRED = 1 << 30;

    private static final int ENDS = Libc.EPOLLRDHUP | Libc.POLLHUP;

    private static final AtomicInteger AT_WORK = new AtomicInteger();

    /// What is done on a socket of one kind.
    @FunctionalInterface
    interface Post {

        /// Returns when there is nothing more to do.
        void attend(Attendant attendant);
    }

    private final LiveSocket socket;
    private final ResponderCalls calls;
    private final Post post;
    private final Consumer<Attendant> left;
    private final Thread thread = Thread.ofVirtual().name("responder").unstarted(this::run);
    private final IntConsumer observer = this::tell;

    /// What it has been told of since it last waited, as the poller's bits. As it begins that is
    /// something: of what came before nobody tells.
    private final AtomicInteger told = new AtomicInteger(STIRRED);

    /// What comes of it is for its own thread.
    private boolean isTold;

    /// The peer's end is told once, perhaps with bytes that came before it.
    private volatile boolean hasEnded;

    private volatile Responder responder;
    private volatile boolean dismissed;

    private final AtomicLong replies = new AtomicLong();

    /// @param left told when it has ended, whyever
    Attendant(
            LiveSocket socket,
            Responder responder,
            ResponderCalls calls,
            Post post,
            Consumer<Attendant> left) {
        this.socket = socket;
        this.responder = responder;
        this.calls = calls;
        this.post = post;
        this.left = left;
    }

    void begin() {
        socket.descriptor().observe(observer);
        thread.start();
    }

    /// Leaves the socket as it is.
    void dismiss() {
        dismissed = true;
        socket.descriptor().unobserve(observer);
        thread.interrupt();
    }

    boolean isDismissed() {
        return dismissed;
    }

    LiveSocket socket() {
        return socket;
    }

    ResponderCalls calls() {
        return calls;
    }

    Responder responder() {
        return responder;
    }

    void answered() {
        replies.incrementAndGet();
        responder.answered();
    }

    long replies() {
        return replies.get();
    }

    void serve(Responder other) {
        responder = other;
        stir();
    }

    /// To look at the socket and at what it is to do.
    void stir() {
        tell(STIRRED);
    }

    private void tell(int events) {
        if ((events & ENDS) != 0) {
            hasEnded = true;
        }
        if (told.getAndAccumulate(events | STIRRED, (before, more) -> before | more) == 0) {
            LockSupport.unpark(thread);
        }
    }

    boolean isOver() {
        return dismissed || socket.descriptor().isClosed();
    }

    /// The same, asked of the kernel only where the poller has not told so.
    boolean hasMore() {
        boolean hasMore = isTold || isReadable();
        isTold = false;
        return hasMore;
    }

    /// Whether a receive has something to tell, if only an error.
    boolean isReadable() {
        return events(POLLIN | Libc.EPOLLRDHUP) != 0;
    }

    /// Whether the peer sends no more.
    boolean isEnded() {
        return events(Libc.EPOLLRDHUP) != 0;
    }

    boolean isWritable() {
        return (events(POLLOUT) & POLLOUT) != 0;
    }

    private int events(int wanted) {
        return socket.inside("poll", () -> socket.descriptor().poll(wanted));
    }

    boolean isConnected() {
        return socket.inside("getpeername", () -> socket.descriptor().peerAddress()).length > 0;
    }

    /// Until it is stirred.
    void await() {
        AT_WORK.decrementAndGet();
        int events;
        while ((events = told.getAndSet(0)) == 0 && !isOver()) {
            LockSupport.park(this);
        }
        AT_WORK.incrementAndGet();
        isTold = (events & POLLIN) != 0;
    }

    /// For something to come, which it is likely to do at once. All bytes that came before have
    /// been taken, and of the end nothing would tell again.
    void awaitMore() {
        long end = System.nanoTime() + GLANCE_NANOS;
        while (AT_WORK.get() == 1 && System.nanoTime() < end) {
            if (told.get() != 0 || isReadable()) {
                return;
            }
            Thread.yield();
        }
        if (!hasEnded) {
            await();
        }
    }

    void pause(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        for (long left; (left = end - System.nanoTime()) > 0; ) {
            requireNotOver();
            LockSupport.parkNanos(this, left);
        }
    }

    /// What a call returned; a failure ends the attendance.
    static void require(Outcome outcome) {
        if (outcome instanceof Outcome.Failed failed) {
            throw new EndedException(failed.problem());
        }
    }

    private void requireNotOver() {
        socket.descriptor().requireOpen("responder");
        if (dismissed) {
            throw new SyscallException("responder", ECANCELED);
        }
    }

    private void run() {
        AT_WORK.incrementAndGet();
        try {
            attend();
            while (!isOver()) {
                await();
            }
        } finally {
            AT_WORK.decrementAndGet();
            left.accept(this);
        }
    }

    private void attend() {
        try {
            post.attend(this);
        } catch (EndedException ended) {
            failed(ended.problem());
        } catch (RuntimeException | Error failure) {
            failed(Problems.of(failure).build(null, null));
        }
    }

    /// A socket that is closed, or is to be left, is no problem; one connection's is not its
    /// listener's.
    private void failed(Problem problem) {
        if (isOver()) {
            return;
        }
        if (responder.isOf(socket.id())) {
            responder.stoppedBy(problem);
        } else {
            responder.met(problem);
            calls.close();
        }
    }
}
