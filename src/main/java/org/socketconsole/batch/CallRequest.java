package org.socketconsole.batch;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.OthersToJudge;

import tools.jackson.databind.JsonNode;

/// A call as one writes it where it is one of many.
record CallRequest(
        @Schema(description = "Its name, a file's behind `file.`", example = "connect_ex")
                String call,
        @Schema(description = "What it is called on", example = "s-1") @Nullable String id,
        @Schema(description = "What its endpoint takes, in the query too") @OthersToJudge
                @Nullable JsonNode body,
        @Schema(
                        description =
                                "Names what it makes, or what it answers: `$name` and"
                                        + " `$name.member` stand for that in later calls",
                        example = "server")
                @Nullable String as) {}
