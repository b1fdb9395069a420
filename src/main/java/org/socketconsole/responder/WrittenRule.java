package org.socketconsole.responder;

import com.fasterxml.jackson.annotation.JsonCreator;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/// One rule of many, read by itself, so that what is wrong with it has its place.
@Schema(oneOf = RuleRequest.class)
record WrittenRule(JsonNode json) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    WrittenRule {}

    /// Jackson asks nobody what a null is.
    static JsonNode of(@Nullable WrittenRule rule) {
        return rule == null ? NullNode.getInstance() : rule.json;
    }
}
