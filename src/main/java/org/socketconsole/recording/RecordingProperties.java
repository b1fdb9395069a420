package org.socketconsole.recording;

import jakarta.validation.constraints.Min;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

import java.nio.file.Path;

/// Where recordings are, and how large each may be.
///
/// @param directory of this server alone; where absent nothing can be recorded
/// @param fileSize of one file, after which the next begins
/// @param files of one recording, of which the oldest goes first
/// @param payload the most bytes that are kept of each chunk, all where absent
@Validated
@ConfigurationProperties("console.recording")
record RecordingProperties(
        @Nullable Path directory,
        @DefaultValue("64MB") DataSize fileSize,
        @DefaultValue("16") @Min(1) int files,
        @Nullable DataSize payload) {

    static final String DIRECTORY = "console.recording.directory";

    int most() {
        return payload == null
                ? Integer.MAX_VALUE
                : (int) Math.min(Integer.MAX_VALUE, payload.toBytes());
    }

    /// The most bytes of one recording, but for its last packets.
    long largest() {
        return fileSize.toBytes() * files;
    }
}
