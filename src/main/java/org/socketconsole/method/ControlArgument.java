package org.socketconsole.method;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.ConstantArgument;
import org.socketconsole.call.Payload;

import tools.jackson.databind.JsonNode;

import java.util.Objects;
import java.util.stream.Stream;

/// A control message as a request has it.
record ControlArgument(
        @Schema(example = "SOL_SOCKET") ConstantArgument level,
        @Schema(example = "SCM_RIGHTS") ConstantArgument type,
        @Schema(description = "The bytes, or `value` in their place") byte @Nullable [] data,
        @Schema(description = "In place of data, sent as UTF-8") @Nullable String text,
        @Schema(description = "In place of data: pairs of digits") @Nullable String hex,
        @Schema(
                        description =
                                "In place of data, in words; `{\"sockets\": [id]}` for SCM_RIGHTS",
                        example = "{\"sockets\": [\"s-1\"]}")
                @Nullable JsonNode value)
        implements Payload {

    boolean isOneThing() {
        return Stream.of(data, text, hex, value).filter(Objects::nonNull).count() == 1;
    }
}
