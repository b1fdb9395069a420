package org.socketconsole.call;

import static org.socketconsole.net.Errno.ECANCELED;
import static org.socketconsole.net.Errno.EINTR;

import org.jspecify.annotations.Nullable;
import org.socketconsole.net.SyscallException;

import java.time.Duration;
import java.time.Instant;

/// A call under way, as others see it: since when, on which socket, how far, whether it waits. It
/// belongs to the thread that made it, which a cancel interrupts wherever it waits.
public final class Operation {

    private static final Runnable NOBODY = () -> {};

    private volatile @Nullable Thread thread = Thread.currentThread();
    private final long startedAt = EpochNanos.now();
    private volatile @Nullable String socketId;
    private volatile @Nullable Duration timeout;
    private volatile boolean waiting;
    private volatile long progress;
    private volatile boolean movedBytes;
    private volatile @Nullable Long total;
    private volatile @Nullable Object arguments;
    private volatile Runnable whenWaiting = NOBODY;
    private volatile boolean cancelled;
    private volatile boolean abandoned;
    private boolean ended;

    Operation(@Nullable String socketId) {
        this.socketId = socketId;
    }

    public Instant startedAt() {
        return EpochNanos.instant(startedAt);
    }

    public @Nullable String socketId() {
        return socketId;
    }

    /// Of a call whose path names something else than a socket: that of the file it names, or none.
    public void isOn(@Nullable String socketId) {
        this.socketId = socketId;
    }

    /// To be told before the thread waits: the time-out of the socket, null for none.
    public void waits(@Nullable Duration timeout) {
        this.timeout = timeout;
        if (!waiting) {
            waiting = true;
            whenWaiting.run();
            whenWaiting = NOBODY;
        }
    }

    /// Tells one more that it begins to wait, once.
    public void whenWaiting(Runnable told) {
        Runnable others = whenWaiting;
        whenWaiting = others == NOBODY ? told : both(others, told);
    }

    private static Runnable both(Runnable first, Runnable second) {
        return () -> {
            first.run();
            second.run();
        };
    }

    /// The record that was made of the request's arguments.
    public void takes(Object arguments) {
        this.arguments = arguments;
    }

    public @Nullable Object arguments() {
        return arguments;
    }

    /// Whether it has waited so far; what has not is over before anyone could look.
    public boolean isWaiting() {
        return waiting;
    }

    public @Nullable Duration timeout() {
        return timeout;
    }

    /// Bytes done so far.
    public long progress() {
        return progress;
    }

    public void progress(long bytes) {
        this.progress = bytes;
    }

    /// Whether bytes of a socket passed by it.
    public boolean hasMovedBytes() {
        return movedBytes;
    }

    public void movedBytes() {
        movedBytes = true;
    }

    /// Bytes to be done, where that is known.
    public @Nullable Long total() {
        return total;
    }

    public void total(long bytes) {
        this.total = bytes;
    }

    /// Answers false when it has ended before.
    public synchronized boolean cancel() {
        if (ended) {
            return false;
        }
        cancelled = true;
        Thread waits = thread;
        if (waits != null) {
            waits.interrupt();
        }
        return true;
    }

    /// Cancels it since its client has left: nobody has its answer.
    public void abandon() {
        abandoned = true;
        cancel();
    }

    public boolean isAbandoned() {
        return abandoned;
    }

    public boolean isCancelled() {
        return cancelled;
    }

    /// What an interrupt of the thread means for the call.
    public SyscallException interruption(String function) {
        return new SyscallException(function, cancelled ? ECANCELED : EINTR);
    }

    /// No cancel interrupts the thread from here on, and the thread itself is not kept with the
    /// call.
    public synchronized void end() {
        ended = true;
        thread = null;
        if (cancelled) {
            Thread.interrupted();
        }
    }
}
