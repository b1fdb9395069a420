package org.socketconsole.method;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.ConstantArgument;

import tools.jackson.databind.JsonNode;

/// A control message as a request has it.
record ControlArgument(
        @Schema(example = "SOL_SOCKET") ConstantArgument level,
        @Schema(example = "SCM_RIGHTS") ConstantArgument type,
        @Schema(description = "The bytes, or `value` in their place") byte @Nullable [] data,
        @Schema(
                        description =
                                "In place of data, in words; `{\"sockets\": [id]}` for SCM_RIGHTS",
                        example = "{\"sockets\": [\"s-1\"]}")
                @Nullable JsonNode value) {}
