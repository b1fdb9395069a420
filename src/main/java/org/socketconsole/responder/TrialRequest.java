package org.socketconsole.responder;

import io.swagger.v3.oas.annotations.media.Schema;

import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.OthersToJudge;
import org.socketconsole.call.Payload;

import tools.jackson.databind.JsonNode;

import java.util.List;

/// Rules that are not in use, and what a peer might send to them.
record TrialRequest(
        @Size(max = ResponderRequest.MOST_RULES, message = "must be at most {max} rules")
                @OthersToJudge
                List<WrittenRule> rules,
        @Schema(description = "As of a responder", example = "line") @Nullable JsonNode framing,
        @Schema(description = "What the peer sends; of a stream it can be several messages")
                Sent message,
        @Schema(description = "What `${peer}` is to be", example = "127.0.0.1:7000")
                @Nullable String peer) {

    @Schema(name = "ResponderTrialMessage")
    record Sent(
            byte @Nullable [] data,
            @Schema(example = "GET /a HTTP/1.1\r\n") @Nullable String text,
            @Schema(example = "48 65:6c") @Nullable String hex)
            implements Payload {}

    ResponderRequest responder() {
        return new ResponderRequest(null, null, Reply.RULES, rules, null, framing, null);
    }
}
