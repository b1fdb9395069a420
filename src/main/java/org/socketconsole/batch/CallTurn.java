package org.socketconsole.batch;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/// When a call of a channel begins: once the one before it on the same socket has ended or waits,
/// and the one ahead of it in its direction has ended.
final class CallTurn {

    private final CompletableFuture<Void> passed = new CompletableFuture<>();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();

    /// The place of the call among all of the channel.
    private final long place;

    private volatile @Nullable CallTurn before;
    private volatile @Nullable CallTurn ahead;

    CallTurn(long place, @Nullable CallTurn last, @Nullable CallTurn lastOfDirection) {
        this.place = place;
        this.before = earlier(last, turn -> turn.before);
        this.ahead = earlier(lastOfDirection, turn -> turn.ahead);
    }

    /// One whose socket is known late comes after some that have their turns. If it waited for
    /// those, and they for what it names, neither would ever begin.
    private @Nullable CallTurn earlier(
            @Nullable CallTurn last, Function<CallTurn, @Nullable CallTurn> previous) {
        CallTurn turn = last;
        while (turn != null && turn.place > place) {
            turn = previous.apply(turn);
        }
        return turn;
    }

    /// The one with the later place.
    CallTurn orLater(@Nullable CallTurn other) {
        return other == null || other.place < place ? this : other;
    }

    /// Both are let go: the call may wait for long.
    void await() {
        CallTurn previous = before;
        if (previous != null) {
            previous.passed.join();
            before = null;
        }
        CallTurn first = ahead;
        if (first != null) {
            awaitEnd(first);
            ahead = null;
        }
    }

    /// What stands behind a call that waits holds up no more than that does.
    private void awaitEnd(CallTurn other) {
        if (!other.ended.isDone()) {
            waits();
            other.ended.join();
        }
    }

    /// Whether nothing keeps it from beginning that would not count as waiting.
    boolean isNext() {
        CallTurn previous = before;
        return previous == null || previous.passed.isDone();
    }

    /// Until it has ended or waits.
    void awaitPassed() {
        passed.join();
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
