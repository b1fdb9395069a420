package org.socketconsole.responder;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;
import org.socketconsole.dispatch.Problem;

import tools.jackson.databind.JsonNode;

import java.util.List;

/// A responder as the API shows it: what it is to do, and what it did.
@Schema(name = "Responder")
record ResponderView(
        boolean accept,
        boolean receive,
        Reply reply,
        @Schema(description = "As they were given") @Nullable List<JsonNode> rules,
        @Nullable JsonNode recorded,
        @Schema(description = "How many turns the recorded conversation has, null without one")
                @Nullable Integer turns,
        JsonNode framing,
        int limit,
        State state,
        @Schema(description = "Connections taken") long accepted,
        @Schema(description = "Connections that were taken and are open") int open,
        @Schema(description = "Bytes that came") long received,
        @Schema(description = "Bytes that went") long replied,
        @Schema(description = "Answers that went, each in however many pieces") long replies,
        @Schema(description = "Messages that met no rule") long unmatched,
        @Schema(description = "What went wrong last; what ended it where it has stopped")
                @Nullable Problem error) {

    /// Whether it answers.
    enum State {
        @JsonProperty("running")
        RUNNING,
        @JsonProperty("stopped")
        STOPPED
    }
}
