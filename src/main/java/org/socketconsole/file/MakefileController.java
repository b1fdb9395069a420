package org.socketconsole.file;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.Call;
import org.socketconsole.call.Created;
import org.socketconsole.socket.LiveSocket;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The call that makes files of sockets.
@RestController
@RequestMapping("/api/v1/sockets/{id}")
@Tag(name = "Files")
class MakefileController {

    private final FileRegistry files;

    MakefileController(FileRegistry files) {
        this.files = files;
    }

    record MakefileRequest(
            @Schema(description = "r, w or rw, each with or without b; default r", example = "rw")
                    @Nullable String mode,
            @Schema(
                            description =
                                    "0 unbuffered (binary modes alone), 1 line buffered, more the"
                                            + " buffer's size, -1 the default",
                            example = "-1")
                    @Nullable Integer bufsize,
            @Schema(description = "For text modes; default utf-8", example = "utf-8")
                    @Nullable String encoding,
            @Schema(
                            description =
                                    "For text modes: \"\\n\", \"\\r\", \"\\r\\n\", or \"\" for any"
                                            + " of them as it is; absent reads all as \"\\n\"",
                            example = "\r\n")
                    @Nullable String newline) {

        OpenMode openMode() {
            return OpenMode.of(mode, bufsize, encoding, newline);
        }
    }

    @Operation(summary = "Make a file of the socket, over a duplicate of its descriptor")
    @PostMapping("/makefile")
    Created<FileView> makefile(LiveSocket socket, Call call, MakefileRequest request) {
        SocketFile file = files.open(socket, request.openMode());
        return new Created<>("/api/v1/files/" + file.id(), FileView.of(file));
    }
}
