package org.socketconsole.responder;

import com.fasterxml.jackson.annotation.JsonCreator;

import io.swagger.v3.oas.annotations.media.Schema;

import tools.jackson.databind.JsonNode;

/// One rule of many, read by itself, so that what is wrong with it has its place.
@Schema(oneOf = RuleRequest.class)
record WrittenRule(JsonNode json) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    WrittenRule {}
}
