package org.socketconsole.dispatch;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.Call;
import org.socketconsole.call.Operation;
import org.socketconsole.call.Seconds;

import java.time.Instant;

/// A call that waits, as the API shows it.
@Schema(name = "Operation")
public record OperationView(
        @Schema(example = "o-1") String id,
        @Schema(example = "s-1") @Nullable String socketId,
        @Schema(example = "recv") String call,
        Instant startedAt,
        @Schema(description = "Seconds of the socket's time-out; null in blocking mode")
                @Nullable Double timeout,
        @Schema(description = "Bytes done so far") long progress,
        @Schema(description = "Bytes to be done, where that is known") @Nullable Long total) {

    public static final String PREFIX = "o-";

    public static OperationView of(long number, Call call) {
        Operation operation = call.operation();
        return new OperationView(
                PREFIX + number,
                operation.socketId(),
                call.name(),
                operation.startedAt(),
                Seconds.of(operation.timeout()),
                operation.progress(),
                operation.total());
    }
}
