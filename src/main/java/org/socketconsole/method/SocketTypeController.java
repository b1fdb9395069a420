package org.socketconsole.method;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.socketconsole.call.Call;
import org.socketconsole.call.Unlogged;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;

/// `SocketType`: the socket object's type, and the methods that it has here.
@RestController
@RequestMapping("/api/v1/sockettype")
@Tag(name = "Sockets")
class SocketTypeController {

    private final SocketMethods methods;

    SocketTypeController(SocketMethods methods) {
        this.methods = methods;
    }

    @Schema(name = "SocketType")
    record SocketTypeView(@Schema(example = "socket") String name, List<Method> methods) {}

    @Schema(name = "SocketMethod")
    record Method(
            @Schema(example = "recv") String name,
            @Schema(example = "recv([bufsize, flags])") String signature,
            String summary,
            @Schema(example = "recv") String operationId) {}

    @Operation(summary = "The methods of a socket")
    @GetMapping
    @Unlogged
    SocketTypeView socketType(Call call) {
        return new SocketTypeView("socket", methods.all());
    }
}
