package org.socketconsole.batch;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.OthersToJudge;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.Map;
import java.util.Set;

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
                @Nullable String as) {

    private static final Set<String> TEXTS = Set.of("call", "id", "as");

    /// Takes it as it is, where nothing is wrong with it; null where something is.
    static @Nullable CallRequest of(ObjectNode written) {
        boolean isWell =
                written.has("call") && written.properties().stream().allMatch(CallRequest::isWell);
        return isWell
                ? new CallRequest(
                        written.path("call").stringValue(),
                        text(written, "id"),
                        written.get("body"),
                        text(written, "as"))
                : null;
    }

    private static boolean isWell(Map.Entry<String, JsonNode> member) {
        return TEXTS.contains(member.getKey())
                ? member.getValue().isString()
                : member.getKey().equals("body");
    }

    private static @Nullable String text(ObjectNode written, String name) {
        return written.path(name).asString(null);
    }
}
