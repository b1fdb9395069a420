package org.socketconsole.option;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;
import org.socketconsole.net.Errno;
import org.socketconsole.net.SyscallException;
import org.socketconsole.socket.LiveSocket;

import tools.jackson.databind.JsonNode;

/// An option as the kernel has it for a socket, or why it does not tell.
@Schema(name = "SocketOption")
record OptionView(
        @Schema(example = "SOL_SOCKET") String level,
        @Schema(example = "SO_LINGER") String name,
        @Schema(description = "The number of the name") int optname,
        OptionKind kind,
        @Schema(
                        description =
                                "As the kind says; null where it cannot be read without a change,"
                                        + " or at all, and for raw bytes",
                        example = "{\"onoff\": 1, \"linger\": 5}")
                @Nullable JsonNode value,
        @Schema(description = "The bytes of the value") byte @Nullable [] data,
        boolean writable,
        String summary,
        @Nullable Errno error) {

    /// Reads it, where reading changes nothing.
    static OptionView of(LiveSocket socket, SocketOption option) {
        if (!option.access().isReadable()) {
            return of(option, null, null);
        }
        try {
            return of(option, option.read(socket), null);
        } catch (SyscallException refused) {
            return of(option, null, refused.errno());
        }
    }

    private static OptionView of(
            SocketOption option, byte @Nullable [] data, @Nullable Errno error) {
        return new OptionView(
                option.level().name(),
                option.name(),
                option.optname(),
                option.kind(),
                data == null ? null : option.kind().decode(data),
                data,
                option.access().isWritable(),
                option.constant().summary(),
                error);
    }
}
