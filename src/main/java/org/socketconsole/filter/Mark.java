package org.socketconsole.filter;

import io.swagger.v3.oas.annotations.media.Schema;

import java.util.HexFormat;

/// Bytes that a filter looks for among others.
@Schema(name = "FilterMark", description = "Bytes that a filter looks for")
public record Mark(
        @Schema(example = "68656c6c6f") String hex,
        @Schema(description = "Whether ASCII letters are the same, large and small")
                boolean ignoreCase) {

    static Mark of(byte[] bytes, boolean ignoreCase) {
        return new Mark(HexFormat.of().formatHex(bytes), ignoreCase);
    }
}
