package org.socketconsole.responder;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;
import org.socketconsole.responder.RuleRequest.Then;

import java.util.List;

/// What rules make of what a peer might send.
///
/// @param open what comes before all messages, null where no rule is for the open
/// @param end what comes when the peer then ends, null where no rule is for that
@Schema(
        name = "ResponderTrial",
        description = "`open` and `end` are null where no rule is for the open or the end")
record TrialView(
        @Nullable Tried open,
        List<Tried> items,
        @Schema(description = "Bytes that are no whole message yet") int unfinished,
        @Nullable Tried end) {

    @Schema(name = "TriedMessage")
    record Tried(
            @Schema(description = "As the rules see it; empty of the open and the end")
                    byte[] message,
            @Schema(description = "The rule that it meets, from 0 on; null where it meets none")
                    @Nullable Integer rule,
            @Schema(description = "Of the match, the whole first; empty for one that took no part")
                    List<byte[]> groups,
            @Schema(description = "What would go back") byte[] reply,
            @Schema(description = "Seconds that it would take") double delay,
            @Nullable Then then) {}
}
