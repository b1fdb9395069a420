package org.socketconsole.dispatch;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.ErrorKind;

import java.time.Instant;

/// A call that has ended.
public record CallRecord(
        @Schema(description = "Its place among all calls, from 1 on") long seq,
        @Schema(example = "s-1") @Nullable String socketId,
        @Schema(example = "recv") String call,
        @Schema(description = "The call as Python writes it, shortened", example = "recv(4096)")
                String text,
        Instant startedAt,
        @Schema(description = "Seconds") double elapsed,
        @Schema(description = "What it returned, shortened; null for nothing")
                @Nullable String result,
        @Schema(description = "Null when it went well") @Nullable ErrorKind kind,
        @Nullable Integer errno,
        @Schema(example = "ECONNREFUSED") @Nullable String symbol,
        @Schema(description = "What went wrong, in words") @Nullable String detail,
        @Schema(description = "What made it in a person's place; null for a client")
                @Nullable String by) {}
