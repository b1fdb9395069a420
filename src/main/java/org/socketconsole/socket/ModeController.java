package org.socketconsole.socket;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.Arguments;
import org.socketconsole.call.Call;
import org.socketconsole.call.NullIsValue;
import org.socketconsole.call.Seconds;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import java.time.Duration;

/// The calls about the socket object itself: its descriptor, blocking mode and time-out.
@RestController
@RequestMapping("/api/v1/sockets/{id}")
@Tag(name = "Sockets")
class ModeController {

    private final SocketCalls sockets;

    ModeController(SocketCalls sockets) {
        this.sockets = sockets;
    }

    record Fileno(int fileno) {}

    record SetblockingRequest(Boolean flag) {}

    record Blocking(boolean blocking) {}

    record SettimeoutRequest(
            @Schema(description = "Seconds; null blocks, 0 is non-blocking") @NullIsValue
                    @Nullable Double timeout) {}

    record Timeout(@Nullable Double timeout) {}

    @Operation(summary = "The number of the descriptor")
    @GetMapping("/fileno")
    Fileno fileno(Call call) {
        return sockets.answer(call, socket -> new Fileno(socket.fd()));
    }

    @Operation(summary = "Put the socket into blocking or non-blocking mode")
    @PostMapping("/setblocking")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void setblocking(Call call, @Arguments SetblockingRequest request) {
        Duration timeout = request.flag ? null : Duration.ZERO;
        sockets.perform(call, socket -> socket.setTimeout(timeout));
    }

    @Operation(summary = "Whether calls on the socket may wait")
    @GetMapping("/getblocking")
    Blocking getblocking(Call call) {
        return sockets.answer(
                call, socket -> new Blocking(!Duration.ZERO.equals(socket.timeout())));
    }

    @Operation(summary = "Set how long a call on the socket may wait")
    @PostMapping("/settimeout")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void settimeout(Call call, @Arguments SettimeoutRequest request) {
        Duration timeout =
                request.timeout == null ? null : Seconds.parse("timeout", request.timeout);
        sockets.perform(call, socket -> socket.setTimeout(timeout));
    }

    @Operation(summary = "How long a call on the socket may wait")
    @GetMapping("/gettimeout")
    Timeout gettimeout(Call call) {
        return sockets.answer(call, socket -> new Timeout(Seconds.of(socket.timeout())));
    }
}
