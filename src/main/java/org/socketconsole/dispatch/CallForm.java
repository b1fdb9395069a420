package org.socketconsole.dispatch;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// A call as a form of it needs it.
@Schema(description = "A call, for a form of it")
public record CallForm(
        @Schema(example = "recv") String name,
        @Schema(example = "recv") String operationId,
        @Schema(example = "Receive") String group,
        @Schema(description = "What it is called on: socket, file or module", example = "socket")
                String on,
        @Schema(example = "POST") String method,
        @Schema(description = "Below /api/v1", example = "/sockets/{id}/recv") String path,
        String summary,
        @Schema(description = "What it answers; null for nothing") @Nullable String returns,
        @Schema(description = "Whether it can wait") boolean waits,
        @Schema(description = "The errors that it is known for", example = "[\"EAGAIN\"]")
                List<String> errors,
        List<Parameter> parameters) {}
