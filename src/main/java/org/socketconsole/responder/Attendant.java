package org.socketconsole.responder;

import static org.socketconsole.libc.Libc.POLLIN;
import static org.socketconsole.net.Errno.ECANCELED;

import org.socketconsole.dispatch.Outcome;
import org.socketconsole.dispatch.Problem;
import org.socketconsole.dispatch.Problems;
import org.socketconsole.libc.Libc;
import org.socketconsole.net.SyscallException;
import org.socketconsole.socket.LiveSocket;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/// Who waits on a socket for what comes: a virtual thread, parked until the poller tells of the
/// socket, and let go with it.
final class Attendant {

    /// How long it looks again before it parks, giving way each time: a peer in the middle of a
    /// talk answers sooner than a thread is parked and woken.
    private static final long GLANCE_NANOS = 30_000;

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
    private final Runnable observer = this::stir;

    /// As it begins it is: what came before nobody has told of.
    private final AtomicBoolean stirred = new AtomicBoolean(true);

    private volatile Responder responder;
    private volatile boolean dismissed;

    /// Counted by its own thread alone.
    private volatile long replies;

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
        replies = replies + 1;
        responder.answered();
    }

    long replies() {
        return replies;
    }

    void serve(Responder other) {
        responder = other;
        stir();
    }

    /// To look at the socket and at what it is to do.
    void stir() {
        if (!stirred.getAndSet(true)) {
            LockSupport.unpark(thread);
        }
    }

    boolean isOver() {
        return dismissed || socket.descriptor().isClosed();
    }

    boolean isReadable() {
        return is(POLLIN | Libc.EPOLLRDHUP);
    }

    /// Whether one of the events is there, or an error.
    boolean is(int events) {
        return socket.inside("poll", () -> socket.descriptor().poll(events)) != 0;
    }

    boolean isConnected() {
        return socket.inside("getpeername", () -> socket.descriptor().peerAddress()).length > 0;
    }

    /// Until it is stirred.
    void await() {
        AT_WORK.decrementAndGet();
        while (!stirred.getAndSet(false) && !isOver()) {
            LockSupport.park(this);
        }
        AT_WORK.incrementAndGet();
    }

    /// For something to come, which it is likely to do at once. All that came before has been
    /// taken: of what is left nothing would tell.
    void awaitMore() {
        long end = System.nanoTime() + GLANCE_NANOS;
        while (AT_WORK.get() == 1 && System.nanoTime() < end) {
            if (stirred.get() || isReadable()) {
                return;
            }
            Thread.yield();
        }
        await();
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
