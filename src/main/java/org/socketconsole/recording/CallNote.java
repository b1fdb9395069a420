package org.socketconsole.recording;

import org.socketconsole.dispatch.CallRecord;

import java.util.Objects;

/// What a recording says of a call that moved no bytes, in the order of a packet's comment. What it
/// was called with is not told, since it may be what was to be sent.
final class CallNote {

    private CallNote() {}

    static String of(CallRecord call) {
        return "%s %s errno=%s time=%s elapsed=%s"
                .formatted(
                        Objects.requireNonNullElse(call.socketId(), "-"),
                        call.call(),
                        error(call),
                        call.startedAt(),
                        call.elapsed());
    }

    /// An error without an errno is told by its kind.
    private static String error(CallRecord call) {
        if (call.symbol() != null) {
            return call.symbol();
        }
        return call.kind() == null ? "0" : call.kind().text();
    }
}
