package org.socketconsole.method;

import static org.socketconsole.call.ConstantArgument.bitsOf;
import static org.socketconsole.net.SocketConstants.MSG_ERRQUEUE;
import static org.socketconsole.net.SocketConstants.MSG_OOB;

import io.swagger.v3.oas.annotations.media.Schema;

import jakarta.validation.constraints.Min;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.ConstantArgument;
import org.socketconsole.call.InvalidArgumentException;
import org.socketconsole.call.SizeDeserializer;

import tools.jackson.databind.annotation.JsonDeserialize;

import java.util.Objects;

/// What `recv` and `recvfrom` take.
public record RecvRequest(
        @Schema(description = BUFSIZE, example = "1024")
                @JsonDeserialize(using = SizeDeserializer.class)
                @Min(0)
                @Nullable Integer bufsize,
        @Schema(example = "MSG_PEEK|MSG_DONTWAIT") @Nullable ConstantArgument flags,
        @Schema(description = AFTER) @Min(0) @Nullable Long after,
        @Schema(description = "Answer the bytes as text too, where they are UTF-8")
                @Nullable Boolean text) {

    static final int USUAL_BUFSIZE = 64 * 1024;

    static final String BUFSIZE =
            "The most bytes to receive; 65,536 where absent. MSG_WAITALL that waits takes up to 16 MiB,"
                    + " with `after` no more than may be kept of a socket, and refuses more";

    private static final String AFTER =
            "The offset up to which the client has everything; what was received from there on is"
                    + " given again";

    public static RecvRequest of(int bufsize, int flags) {
        return new RecvRequest(bufsize, new ConstantArgument(flags), null, null);
    }

    int size() {
        return Objects.requireNonNullElse(bufsize, USUAL_BUFSIZE);
    }

    /// What is read apart has no place in the stream.
    int bits() {
        int bits = bitsOf(flags, 0);
        if (after != null && (bits & (MSG_OOB | MSG_ERRQUEUE)) != 0) {
            throw new InvalidArgumentException(
                    "after", "is of the stream, which MSG_OOB and MSG_ERRQUEUE do not read");
        }
        return bits;
    }
}
