package org.socketconsole.responder;

import static org.socketconsole.libc.Libc.POLLIN;
import static org.socketconsole.libc.Libc.POLLOUT;
import static org.socketconsole.net.Errno.ECANCELED;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.LongWork;
import org.socketconsole.descriptor.Watch;
import org.socketconsole.dispatch.Outcome;
import org.socketconsole.dispatch.Problem;
import org.socketconsole.dispatch.Problems;
import org.socketconsole.libc.Libc;
import org.socketconsole.libc.Poller;
import org.socketconsole.net.SyscallException;
import org.socketconsole.socket.LiveSocket;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Who waits on a socket for what comes: a virtual thread, parked until the poller tells of the
/// socket, and let go with it. While it rests the poller's thread may act in its place.
final class Attendant {

    /// To look at all, whatever the poller has told: no bit of its own.
    private static final int STIRRED = 1 << 30;

    /// Bytes that came, and nothing else of which there is to be thought.
    private static final int PLAIN = POLLIN | POLLOUT;

    private static final BooleanSupplier NOTHING = () -> false;

    /// What is done on a socket of one kind.
    @FunctionalInterface
    interface Post {

        /// Returns when there is nothing more to do.
        void attend(Attendant attendant);
    }

    private final LiveSocket socket;
    private final ResponderCalls calls;
    private final Poller poller;
    private final Post post;
    private final Consumer<Attendant> left;
    private final Thread thread = Thread.ofVirtual().name("responder").unstarted(this::run);

    /// Of who acts for the socket: the thread but while it rests, else the poller's.
    private final ReentrantLock turn = new ReentrantLock();

    /// Of who looks at what is to be done and receives by that: a change waits for it.
    private final ReentrantLock taking = new ReentrantLock();

    private volatile BooleanSupplier atOnce = NOTHING;

    /// What it has been told of since it last waited, as the poller's bits. As it begins that is
    /// something: of what came before nobody tells.
    private final AtomicInteger told = new AtomicInteger(STIRRED);

    /// What comes of it is for its own thread.
    private boolean isTold;

    private volatile Responder responder;
    private volatile boolean dismissed;
    private volatile @Nullable Watch watch;

    private final AtomicLong replies = new AtomicLong();

    /// Of its thread, for as long as peers like.
    private final LongWork work = new LongWork();

    /// @param left told when it has ended, whyever
    Attendant(
            LiveSocket socket,
            Responder responder,
            ResponderCalls calls,
            Poller poller,
            Post post,
            Consumer<Attendant> left) {
        this.socket = socket;
        this.responder = responder;
        this.calls = calls;
        this.poller = poller;
        this.post = post;
        this.left = left;
    }

    /// Where it is closed by now, its thread tells of that.
    void begin() {
        try {
            watch = socket.inside("poll", () -> socket.descriptor().watch(poller, this::event));
        } catch (SyscallException closed) {
            // Nothing of it is watched.
        }
        thread.start();
    }

    private void unwatch() {
        Watch begun = watch;
        if (begun != null) {
            socket.descriptor().unwatch(begun);
        }
    }

    /// Leaves the socket as it is, to be watched by another.
    void dismiss() {
        dismissed = true;
        unwatch();
        thread.interrupt();
        awaitTaken();
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
        changed();
    }

    /// Of what comes from now on nothing is taken by what was to be done before.
    void changed() {
        stir();
        awaitTaken();
    }

    private void awaitTaken() {
        taking.lock();
        taking.unlock();
    }

    /// @param taker looks at what is to be done, and takes what there is, without waiting
    <T extends @Nullable Object> T take(Supplier<T> taker) {
        taking.lock();
        try {
            return taker.get();
        } finally {
            taking.unlock();
        }
    }

    /// To look at the socket and at what it is to do.
    void stir() {
        tell(STIRRED);
    }

    /// @param atOnce acts on the poller's thread, which must not wait; answers whether that was all
    void actsAtOnce(BooleanSupplier atOnce) {
        this.atOnce = atOnce;
    }

    void actsNoMoreAtOnce() {
        atOnce = NOTHING;
    }

    /// On the poller's thread.
    private void event(int events) {
        if ((events & ~PLAIN) != 0 || told.get() != 0 || !actAtOnce()) {
            tell(events);
        }
    }

    private boolean actAtOnce() {
        if (isOver() || !turn.tryLock()) {
            return false;
        }
        try {
            return atOnce.getAsBoolean();
        } finally {
            turn.unlock();
        }
    }

    private void tell(int events) {
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
        // What may itself wait, as a lock does, would eat an unpark between the look and the park.
        work.end();
        int events;
        while ((events = told.getAndSet(0)) == 0 && !isOver()) {
            LockSupport.park(this);
            work.begin();
        }
        isTold = (events & POLLIN) != 0;
    }

    /// The same, with nothing left to be done before.
    void rest() {
        turn.unlock();
        try {
            await();
        } finally {
            turn.lock();
        }
    }

    /// To be called often, by whichever thread acts for the socket.
    void giveWay() {
        work.giveWay();
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
        turn.lock();
        try {
            attend();
            while (!isOver()) {
                await();
            }
        } finally {
            turn.unlock();
            unwatch();
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
