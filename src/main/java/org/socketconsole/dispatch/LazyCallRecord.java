package org.socketconsole.dispatch;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.Call;
import org.socketconsole.call.EpochNanos;

import java.util.function.Supplier;

/// A [CallRecord] that is written when someone reads it. What the call took and gave is kept as it
/// was; the call itself is not, since it has its payload.
///
/// @param seq its place among all calls, from 1 on
/// @param startedAt see [EpochNanos]
/// @param elapsed seconds
/// @param result what it returned
/// @param problem how it failed, null when it went well
record LazyCallRecord(
        long seq,
        @Nullable String socketId,
        String name,
        long startedAt,
        double elapsed,
        @Nullable Object arguments,
        @Nullable Object result,
        @Nullable Problem problem,
        @Nullable String by)
        implements Supplier<CallRecord> {

    static LazyCallRecord of(
            long seq,
            Call call,
            @Nullable Object arguments,
            @Nullable Object result,
            @Nullable Problem problem) {
        return new LazyCallRecord(
                seq,
                call.operation().socketId(),
                call.name(),
                EpochNanos.of(call.operation().startedAt()),
                call.elapsed(),
                arguments,
                result,
                problem,
                call.caller().by());
    }

    @Override
    public CallRecord get() {
        String text = Written.text(arguments, Repr::arguments);
        return new CallRecord(
                seq,
                socketId,
                name,
                Repr.shortened(name + "(" + (text == null ? "" : text) + ")"),
                EpochNanos.instant(startedAt),
                elapsed,
                Written.text(result, Repr::result),
                problem == null ? null : problem.kind(),
                problem == null ? null : problem.errno(),
                problem == null ? null : problem.symbol(),
                problem == null ? null : problem.detail(),
                by);
    }
}
