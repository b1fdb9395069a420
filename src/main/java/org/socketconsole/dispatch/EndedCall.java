package org.socketconsole.dispatch;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.Call;

import java.time.Instant;

/// A call that has ended. What it took and gave is kept as it was, and written when someone reads
/// it; the call itself is not, since it has its payload.
///
/// @param seq its place among all calls, from 1 on
/// @param elapsed seconds
/// @param result what it returned
/// @param problem how it failed, null when it went well
record EndedCall(
        long seq,
        @Nullable String socketId,
        String name,
        Instant startedAt,
        double elapsed,
        Kept arguments,
        Kept result,
        @Nullable Problem problem,
        @Nullable String by) {

    static EndedCall of(
            long seq, Call call, Kept arguments, Kept result, @Nullable Problem problem) {
        return new EndedCall(
                seq,
                call.operation().socketId(),
                call.name(),
                call.operation().startedAt(),
                call.elapsed(),
                arguments,
                result,
                problem,
                call.caller().by());
    }

    CallView view() {
        String text = arguments.text();
        return new CallView(
                seq,
                socketId,
                name,
                Repr.shortened(name + "(" + (text == null ? "" : text) + ")"),
                startedAt,
                elapsed,
                result.text(),
                problem == null ? null : problem.kind(),
                problem == null ? null : problem.errno(),
                problem == null ? null : problem.symbol(),
                problem == null ? null : problem.detail(),
                by);
    }
}
