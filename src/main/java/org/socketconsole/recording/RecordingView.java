package org.socketconsole.recording;

import com.fasterxml.jackson.annotation.JsonValue;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.Identified;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/// A recording as the API shows it.
@Schema(name = "Recording", description = "Traffic in files")
record RecordingView(
        @Schema(example = "r-1") String id,
        String name,
        State state,
        Instant startedAt,
        @Schema(description = "Null while it runs") @Nullable Instant endedAt,
        @Schema(description = "Packets in its files") long packets,
        @Schema(description = "What it takes on the disk") long bytes,
        int files,
        @Schema(description = "Packets that could not be written, as when the disk was full")
                long dropped,
        @Schema(
                        description =
                                "Why the latest could not be written, or where an imported file is cut; else null")
                @Nullable String error,
        @Schema(description = "The sockets that are recorded; none are all") List<String> sockets,
        @Schema(description = "In the filter language; null where all is recorded")
                @Nullable String filter)
        implements Identified {

    @Schema(
            name = "RecordingState",
            allowableValues = {"running", "stopped", "imported"})
    enum State {
        RUNNING,
        STOPPED,
        IMPORTED;

        @JsonValue
        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
