package org.socketconsole.explain;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// An error in plain words.
record Explanation(
        @Schema(example = "ECONNREFUSED") String symbol,
        Space kind,
        @Schema(description = "On this host; null where the error is the console's own")
                @Nullable Long number,
        @Schema(example = "nothing accepted the connection") String summary,
        String meaning,
        @Schema(description = "Which calls raise it") List<String> calls,
        @Schema(description = "The likeliest first") List<String> causes,
        List<Check> checks) {

    /// What to do next.
    ///
    /// @param action a stable word
    /// @param href a place of the console; `{host}`, `{port}` and `{socket}` stand for the call's
    @Schema(name = "ExplanationCheck")
    record Check(
            @Schema(example = "List listeners of this console") String label,
            @Schema(example = "list-listeners") String action,
            @Schema(
                            description = "A place; `{host}`, `{port}`, `{socket}` are the call's",
                            example = "/sockets?filter=state:listen")
                    String href) {}
}
