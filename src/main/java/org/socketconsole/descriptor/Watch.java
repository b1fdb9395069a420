package org.socketconsole.descriptor;

import org.socketconsole.libc.Poller;

import java.util.function.BooleanSupplier;
import java.util.function.IntPredicate;

/// What the poller tells of one descriptor. After an event that nobody waited for it rests until
/// somebody asks for more: otherwise the kernel would wake the poller for each message that comes.
public final class Watch {

    private final Poller poller;
    private final int fd;
    private final IntPredicate told;
    private final BooleanSupplier isAwaited;
    private final long key;
    private volatile boolean rests;

    /// Asked for more, the kernel tells once of what it has told before.
    private boolean isRepeated;

    private boolean ended;

    /// @param told takes the `POLL…` bits of an event, answers whether to go on
    /// @param isAwaited whether anybody waits for the next one
    Watch(Poller poller, int fd, IntPredicate told, BooleanSupplier isAwaited) {
        this.poller = poller;
        this.fd = fd;
        this.told = told;
        this.isAwaited = isAwaited;
        synchronized (this) {
            this.key = poller.add(fd, this::event);
        }
    }

    /// From now on the next event is told, and what has come meanwhile at once. Whoever waits says
    /// so before.
    void rouse() {
        if (rests) {
            resume();
        }
    }

    /// To be called before the descriptor is closed, once or more.
    synchronized void end() {
        if (!ended) {
            ended = true;
            poller.remove(fd, key);
        }
    }

    void event(int events) {
        if (!told.test(events)) {
            rest();
        }
    }

    /// Whoever begins to wait meanwhile is seen here, or sees that it rests. An end is told at rest
    /// too, and told once more by whatever the poller is told.
    private synchronized void rest() {
        if (rests || ended) {
            return;
        }
        rests = !isRepeated;
        isRepeated = false;
        if (rests && isAwaited.getAsBoolean()) {
            rests = false;
        }
        if (rests) {
            poller.rest(fd, key);
        }
    }

    private synchronized void resume() {
        if (rests && !ended) {
            rests = false;
            isRepeated = true;
            poller.resume(fd, key);
        }
    }
}
