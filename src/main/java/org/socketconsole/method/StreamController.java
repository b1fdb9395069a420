package org.socketconsole.method;

import static org.socketconsole.net.SocketConstants.SHUT_WR;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.BodyReader;
import org.socketconsole.call.BodyWriter;
import org.socketconsole.call.Call;
import org.socketconsole.socket.LiveSocket;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// A socket's bytes in bulk. The two directions are calls of their own; a WebSocket makes both.
@RestController
@RequestMapping("/api/v1/sockets/{id}")
@Tag(name = "Sockets")
class StreamController {

    record SendStreamRequest(
            @Schema(description = "Shut down sending after the last byte")
                    @Nullable Boolean shutdown) {}

    record SentStream(@Schema(description = "The bytes that the kernel took") long sent) {}

    @Operation(summary = "Receive all bytes until the end of the stream, as they come")
    @GetMapping(path = "/stream", produces = "application/octet-stream")
    void receiveStream(LiveSocket socket, Call call, BodyWriter client) {
        socket.io().stream(call).receive(client);
    }

    @Operation(summary = "Send the bytes of the body, as they come")
    @PutMapping("/stream")
    SentStream sendStream(
            LiveSocket socket, Call call, SendStreamRequest request, BodyReader client) {
        long sent = socket.io().stream(call).send(client);
        if (Boolean.TRUE.equals(request.shutdown)) {
            socket.shutdown(SHUT_WR);
        }
        return new SentStream(sent);
    }
}
