package org.socketconsole.responder;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;
import org.socketconsole.responder.RuleRequest.Then;

import java.util.List;

/// What rules make of what a peer might send.
@Schema(name = "ResponderTrial")
record TrialView(
        List<Tried> items,
        @Schema(description = "Bytes that are no whole message yet") int unfinished) {

    @Schema(name = "TriedMessage")
    record Tried(
            @Schema(description = "As the rules see it") byte[] message,
            @Schema(description = "The rule that it meets, from 0 on; null where it meets none")
                    @Nullable Integer rule,
            @Schema(description = "Of the match, the whole first; empty for one that took no part")
                    List<byte[]> groups,
            @Schema(description = "What would go back") byte[] reply,
            @Schema(description = "Seconds that it would take") double delay,
            @Nullable Then then) {}
}
