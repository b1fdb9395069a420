package org.socketconsole.batch;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.CompletableFuture;

/// When a call of a channel begins: once the one before it on the same socket has ended or waits,
/// and the one ahead of it in its direction has ended.
final class Turn {

    private final CompletableFuture<Void> passed = new CompletableFuture<>();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private @Nullable Turn before;
    private @Nullable Turn ahead;

    Turn(@Nullable Turn before, @Nullable Turn ahead) {
        this.before = before;
        this.ahead = ahead;
    }

    /// Both are let go: the call may wait for long.
    void await() {
        if (before != null) {
            before.passed.join();
            before = null;
        }
        if (ahead != null) {
            awaitEnd(ahead);
            ahead = null;
        }
    }

    /// What stands behind a call that waits holds up no more than that does.
    private void awaitEnd(Turn other) {
        if (!other.ended.isDone()) {
            waits();
            other.ended.join();
        }
    }

    /// Those after it may begin.
    void waits() {
        passed.complete(null);
    }

    void end() {
        passed.complete(null);
        ended.complete(null);
    }
}
