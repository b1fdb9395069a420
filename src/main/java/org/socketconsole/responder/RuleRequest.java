package org.socketconsole.responder;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.swagger.v3.oas.annotations.media.Schema;

import jakarta.validation.constraints.Min;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.Payload;

/// A rule as it is given.
@Schema(name = "ResponderRule")
record RuleRequest(
        @Schema(description = "What happens; data where absent") @Nullable On on,
        @Schema(description = "Which messages; all where absent") @Nullable MatchRequest match,
        @Schema(description = "It matches each n-th time only, over all connections") @Min(1)
                @Nullable Integer every,
        @Nullable ReplyRequest reply,
        @Schema(description = "Seconds before the reply") @Nullable Double delay,
        @Schema(description = "Bytes of a piece of the reply; all at once where absent") @Min(1)
                @Nullable Integer chunkSize,
        @Schema(description = "Seconds between two pieces") @Nullable Double chunkDelay,
        @Schema(description = "What comes after the reply") @Nullable Then then) {

    /// What happens to a connection.
    enum On {
        @JsonProperty("open")
        OPEN,
        @JsonProperty("data")
        DATA,
        @JsonProperty("end")
        END
    }

    /// How a connection ends.
    enum Then {
        @JsonProperty("close")
        CLOSE,
        @JsonProperty("shutdown")
        SHUTDOWN,
        @JsonProperty("reset")
        RESET
    }

    /// Where the bytes are in a message.
    enum Where {
        @JsonProperty("equals")
        EQUALS,
        @JsonProperty("contains")
        CONTAINS,
        @JsonProperty("starts")
        STARTS,
        @JsonProperty("ends")
        ENDS
    }

    @Schema(name = "ResponderMatch", description = "Bytes, or an expression in their place")
    record MatchRequest(
            byte @Nullable [] data,
            @Schema(example = "PING") @Nullable String text,
            @Schema(example = "48 65:6c") @Nullable String hex,
            @Schema(
                            description = "In the syntax of RE2; each byte is a character",
                            example = "^GET (\\S+)")
                    @Nullable String re,
            @Schema(description = "equals where absent; an expression is found anywhere")
                    @Nullable Where where)
            implements Payload {}

    @Schema(name = "ResponderReply", description = "Bytes, or a text with what it is filled with")
    record ReplyRequest(
            byte @Nullable [] data,
            @Schema(
                            description =
                                    "$1 to $9 are the groups of the expression; ${time},"
                                            + " ${unixtime}, ${count}, ${peer}, ${random:N}; $$ is a"
                                            + " dollar",
                            example = "You are ${peer}, said $1\r\n")
                    @Nullable String text,
            @Schema(example = "48 65:6c") @Nullable String hex)
            implements Payload {}
}
