package org.socketconsole.recording;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.Call;
import org.socketconsole.dispatch.Target;
import org.springframework.stereotype.Component;

import java.util.function.Supplier;

/// Calls on recordings.
@Component
class RecordingTarget implements Target<Recording> {

    private final Recordings recordings;

    RecordingTarget(Recordings recordings) {
        this.recordings = recordings;
    }

    @Override
    public Class<Recording> type() {
        return Recording.class;
    }

    @Override
    public Recording find(Call call) {
        return recordings.get(call.requireId());
    }

    @Override
    public @Nullable Object inside(
            Recording recording, Call call, Supplier<@Nullable Object> body) {
        return body.get();
    }
}
