package org.socketconsole.file;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.Identified;

/// A file as the API shows it.
@Schema(name = "File", description = "A buffered file over its own descriptor of a socket")
record FileView(
        @Schema(description = "Opaque, and never used again", example = "f-1") String id,
        @Schema(example = "s-1") String socketId,
        @Schema(description = "The descriptor in the server process", example = "43") int fd,
        @Schema(example = "rwb") String mode,
        @Schema(
                        description =
                                "The buffer's size in bytes; 0 is unbuffered, 1 is line buffered",
                        example = "8192")
                int bufsize,
        @Schema(description = "Null in binary modes", example = "utf-8") @Nullable String encoding,
        boolean closed)
        implements Identified {

    static FileView of(SocketFile file) {
        Encoding encoding = file.mode().encoding();
        return new FileView(
                file.id(),
                file.socket().id(),
                file.fd(),
                file.mode().mode(),
                file.mode().bufsize(),
                encoding == null ? null : encoding.name(),
                file.isClosed());
    }
}
