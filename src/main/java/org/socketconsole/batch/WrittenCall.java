package org.socketconsole.batch;

import com.fasterxml.jackson.annotation.JsonCreator;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

/// One call of many, to be read when its turn has come: what is wrong with it is its own error.
@Schema(oneOf = CallRequest.class)
record WrittenCall(JsonNode json) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    WrittenCall {}

    /// Jackson asks nobody what a null is.
    static @Nullable JsonNode json(@Nullable WrittenCall call) {
        return call == null ? null : call.json;
    }
}
