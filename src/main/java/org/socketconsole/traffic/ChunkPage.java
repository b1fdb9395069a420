package org.socketconsole.traffic;

import io.swagger.v3.oas.annotations.media.Schema;

import java.util.List;

/// Some of the chunks that were asked for.
public record ChunkPage(
        List<ChunkView> items,
        @Schema(description = "How many there are without the limit") long total) {}
