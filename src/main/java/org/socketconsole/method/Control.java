package org.socketconsole.method;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;
import org.socketconsole.descriptor.ControlNames;
import org.socketconsole.libc.ControlMessage;

import tools.jackson.databind.JsonNode;

/// A control message as an answer has it.
@Schema(name = "ControlMessage")
record Control(
        @Schema(example = "IPPROTO_IP") String level,
        @Schema(example = "IP_PKTINFO") String type,
        byte[] data,
        @JsonInclude(JsonInclude.Include.NON_NULL)
                @Schema(
                        description = "The data in words, where its form is known",
                        example =
                                "{\"ifindex\": 1, \"spec_dst\": \"127.0.0.1\", \"addr\": \"127.0.0.1\"}")
                @Nullable JsonNode value) {

    static Control of(ControlMessage message, @Nullable JsonNode value) {
        return new Control(
                ControlNames.level(message.level()),
                ControlNames.type(message.level(), message.type()),
                message.data(),
                value);
    }
}
