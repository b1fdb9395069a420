package org.socketconsole.web;

import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.thread.Invocable;
import org.eclipse.jetty.util.thread.Invocable.InvocationType;
import org.jspecify.annotations.Nullable;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// What nobody has read of a body: is read and dropped. A piece is waited for a moment, as clients
/// send the head first and the body a moment later, but not a second time where it did not come.
final class Leftover {

    static final long MOMENT_NANOS = 1_000_000_000L;

    private final IncomingBody body;
    private long dropped;
    private boolean missed;
    private @Nullable CountDownLatch demand;

    Leftover(IncomingBody body) {
        this.body = body;
    }

    /// Until its end, if it is no larger than this and keeps coming, and the time lasts.
    void drop(long most, long nanos) {
        long end = System.nanoTime() + nanos;
        while (!body.isAtEnd() && dropped + body.left() <= most && dropNext(end)) {
            // goes on
        }
    }

    private boolean dropNext(long end) {
        Content.Chunk chunk = body.next();
        if (chunk == null) {
            return !missed && hasMore(Math.min(MOMENT_NANOS, end - System.nanoTime()));
        }
        dropped += chunk.remaining();
        chunk.release();
        return !Content.Chunk.isFailure(chunk);
    }

    private boolean hasMore(long nanos) {
        if (demand == null) {
            demand = new CountDownLatch(1);
            body.demandLeftover(Invocable.from(InvocationType.NON_BLOCKING, demand::countDown));
        }
        try {
            missed = !demand.await(nanos, TimeUnit.NANOSECONDS);
            demand = missed ? demand : null;
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            missed = true;
        }
        return !missed;
    }
}
