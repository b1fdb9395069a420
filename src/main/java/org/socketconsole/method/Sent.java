package org.socketconsole.method;

import io.swagger.v3.oas.annotations.media.Schema;

import org.socketconsole.descriptor.SocketIo;

/// What `send`, `sendto` and `sendmsg` answer.
@Schema(description = "The bytes that the kernel took")
public record Sent(
        long sent,
        @Schema(description = "The place of the first byte, or of the message, in the stream")
                long offset) {

    static Sent of(SocketIo.Sent sent) {
        return new Sent(sent.sent(), sent.offset());
    }
}
