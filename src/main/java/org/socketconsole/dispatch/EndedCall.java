package org.socketconsole.dispatch;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.Call;

/// A call that has ended. What it took and gave is kept as it was, and written when someone reads
/// it.
///
/// @param seq its place among all calls, from 1 on
/// @param elapsed seconds
/// @param result what it returned
/// @param problem how it failed, null when it went well
record EndedCall(
        long seq,
        Call call,
        double elapsed,
        Kept arguments,
        Kept result,
        @Nullable Problem problem) {

    CallView view() {
        String text = arguments.text();
        return new CallView(
                seq,
                call.operation().socketId(),
                call.name(),
                Repr.shortened(call.name() + "(" + (text == null ? "" : text) + ")"),
                call.operation().startedAt(),
                elapsed,
                result.text(),
                problem == null ? null : problem.kind(),
                problem == null ? null : problem.errno(),
                problem == null ? null : problem.symbol(),
                problem == null ? null : problem.detail(),
                call.caller().by());
    }
}
