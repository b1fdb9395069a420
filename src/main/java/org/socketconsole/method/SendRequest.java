package org.socketconsole.method;

import io.swagger.v3.oas.annotations.media.Schema;

import jakarta.validation.constraints.Min;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.ConstantArgument;
import org.socketconsole.call.Payload;

/// What `send` and `sendall` take.
public record SendRequest(
        byte @Nullable [] data,
        @Schema(description = "In place of data, sent as UTF-8", example = "Hello, world")
                @Nullable String text,
        @Schema(description = "In place of data: pairs of digits", example = "48 65:6c")
                @Nullable String hex,
        @Schema(example = "MSG_OOB") @Nullable ConstantArgument flags,
        @Schema(description = AT) @Min(0) @Nullable Long at)
        implements Payload {

    private static final String AT =
            "The offset where the bytes belong; what was sent there before is not sent again";

    public static SendRequest of(byte[] data) {
        return new SendRequest(data, null, null, null, null);
    }

    /// @param flags `MSG_…`
    public static SendRequest of(byte[] data, int flags) {
        return new SendRequest(data, null, null, new ConstantArgument(flags), null);
    }
}
