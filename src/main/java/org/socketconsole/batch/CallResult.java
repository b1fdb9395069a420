package org.socketconsole.batch;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

/// What became of one call: what its endpoint would have answered over HTTP.
record CallResult(
        @Schema(example = "200") int status,
        @Schema(description = "Its answer or its problem, null for none")
                @Nullable JsonNode body) {}
