package org.socketconsole.method;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.Call;
import org.socketconsole.call.NullIsValue;
import org.socketconsole.call.Seconds;
import org.socketconsole.socket.LiveSocket;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.time.Duration;

/// The calls about the socket object itself: its descriptor, blocking mode and time-out.
@RestController
@RequestMapping("/api/v1/sockets/{id}")
@Tag(name = "Sockets")
class ModeController {

    record Fileno(int fileno) {}

    record SetblockingRequest(Boolean flag) {}

    record Blocking(boolean blocking) {}

    record SettimeoutRequest(
            @Schema(description = "Seconds; null blocks, 0 is non-blocking") @NullIsValue
                    @Nullable Double timeout) {}

    record Timeout(@Nullable Double timeout) {}

    @Operation(summary = "The number of the descriptor")
    @GetMapping("/fileno")
    Fileno fileno(LiveSocket socket, Call call) {
        return new Fileno(socket.fd());
    }

    @Operation(summary = "Put the socket into blocking or non-blocking mode")
    @PostMapping("/setblocking")
    void setblocking(LiveSocket socket, Call call, SetblockingRequest request) {
        Duration timeout = request.flag ? null : Duration.ZERO;
        socket.setTimeout(timeout);
    }

    @Operation(summary = "Whether calls on the socket may wait")
    @GetMapping("/getblocking")
    Blocking getblocking(LiveSocket socket, Call call) {
        return new Blocking(!Duration.ZERO.equals(socket.timeout()));
    }

    @Operation(summary = "Set how long a call on the socket may wait")
    @PostMapping("/settimeout")
    void settimeout(LiveSocket socket, Call call, SettimeoutRequest request) {
        Duration timeout =
                request.timeout == null ? null : Seconds.parse("timeout", request.timeout);
        socket.setTimeout(timeout);
    }

    @Operation(summary = "How long a call on the socket may wait")
    @GetMapping("/gettimeout")
    Timeout gettimeout(LiveSocket socket, Call call) {
        return new Timeout(Seconds.of(socket.timeout()));
    }
}
