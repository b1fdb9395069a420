package org.socketconsole.traffic;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.Address;

import java.time.Instant;

/// A chunk as the API shows it, without its bytes.
@Schema(name = "Chunk", description = "The bytes that one call moved")
public record ChunkView(
        @Schema(description = "Its place among all chunks, from 1 on") long seq,
        Instant time,
        @Schema(example = "s-1") String socketId,
        @Schema(allowableValues = {"sent", "received"}) String direction,
        @Schema(example = "recv") String call,
        @Schema(description = "The place of its first byte, or of the message, in the stream")
                long offset,
        int size,
        @JsonInclude(JsonInclude.Include.NON_NULL)
                @Schema(description = "What it had before it was cut or discarded, if it was")
                @Nullable Integer length,
        @Schema(example = "MSG_OOB") String flags,
        @Nullable Address address,
        @JsonInclude(JsonInclude.Include.NON_NULL)
                @Schema(
                        description = "What made the call in a person's place; absent for a client",
                        example = "responder")
                @Nullable String by,
        @JsonProperty("preview") @Schema(description = "The first 64 bytes at most")
                byte[] preview) {}
