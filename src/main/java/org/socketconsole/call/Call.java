package org.socketconsole.call;

import org.jspecify.annotations.Nullable;
import org.socketconsole.access.Caller;

import java.time.Duration;

/// One call while it runs: its name in the API's tables, the id in its path, who makes it, when it
/// began ([System#nanoTime]), how long it may wait, whatever its socket's own time-out is, whether
/// it is one of those that are listed, and what others see of it.
public record Call(
        String name,
        @Nullable String id,
        Caller caller,
        long started,
        Duration limit,
        boolean logged,
        Operation operation) {

    /// Longer than any client stays, and no overflow in nanoseconds.
    public static final Duration FOREVER = Duration.ofDays(36_500);

    /// Less than any client may ask for: the call takes what there is, and waits in no queue.
    public static final Duration AT_ONCE = Duration.ofNanos(-1);

    private static final double NANOS_PER_SECOND = 1e9;
    private static final String SOCKET = "s-";

    /// A call that begins now, on this thread.
    public static Call begin(
            String name, @Nullable String id, Caller caller, Duration limit, boolean logged) {
        String socketId = id != null && id.startsWith(SOCKET) ? id : null;
        return new Call(
                name, id, caller, System.nanoTime(), limit, logged, new Operation(socketId));
    }

    /// Whether nothing but its client ends its wait.
    public boolean isEndless() {
        return limit.equals(FOREVER);
    }

    public boolean isAtOnce() {
        return limit.equals(AT_ONCE);
    }

    /// The same call with less time, if it is less.
    public Call within(Duration shorter) {
        return shorter.equals(limit)
                ? this
                : new Call(name, id, caller, started, shorter, logged, operation);
    }

    /// A step of the call that begins now, and has what is left of its time.
    public Call step() {
        return new Call(name, id, caller, System.nanoTime(), left(), logged, operation);
    }

    /// What is left of the limit, perhaps nothing.
    public Duration left() {
        long passed = System.nanoTime() - started;
        return Duration.ofNanos(Math.max(0, limit.toNanos() - passed));
    }

    /// The id of the resource that the call is about; only for calls whose path has one.
    public String requireId() {
        if (id == null) {
            throw new IllegalStateException(name + " has no id in its path");
        }
        return id;
    }

    /// Seconds since the call began.
    public double elapsed() {
        return (System.nanoTime() - started) / NANOS_PER_SECOND;
    }
}
