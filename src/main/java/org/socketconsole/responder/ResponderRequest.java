package org.socketconsole.responder;

import io.swagger.v3.oas.annotations.media.Schema;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.OthersToJudge;

import tools.jackson.databind.JsonNode;

import java.util.List;

/// What a responder is to do.
record ResponderRequest(
        @Schema(description = "Whether a listener's connections are taken; true where absent")
                @Nullable Boolean accept,
        @Schema(description = "Whether what comes is read; true where absent")
                @Nullable Boolean receive,
        @Schema(description = "none where absent", example = "echo") @Nullable Reply reply,
        @Schema(description = "Of reply rules: the first that matches is taken")
                @Size(max = MOST_RULES, message = "must be at most {max} rules")
                @OthersToJudge
                @Nullable List<WrittenRule> rules,
        @Schema(
                        description =
                                "Of reply recorded: the id of a socket whose conversation is kept, of a"
                                        + " recording of one socket, or {\"recording\", \"socket\"}",
                        example = "s-1")
                @Nullable JsonNode recorded,
        @Schema(
                        description =
                                "What a message of a stream is: \"chunk\" (where absent), \"line\","
                                        + " {\"size\"}, {\"delimiter\": {\"text\"}}, {\"prefix\","
                                        + " \"order\", \"includes_itself\"}",
                        example = "line")
                @Nullable JsonNode framing,
        @Schema(description = "The most connections at once; 256 where absent") @Min(1)
                @Nullable Integer limit) {

    static final int MOST_RULES = 1000;
}
