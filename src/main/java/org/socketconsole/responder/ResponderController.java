package org.socketconsole.responder;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.socketconsole.call.Call;
import org.socketconsole.call.Unlogged;
import org.socketconsole.socket.LiveSocket;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What answers on a socket in a person's place.
@RestController
@RequestMapping("/api/v1/sockets/{id}/responder")
@Tag(name = "Responders", description = "What answers in a person's place")
class ResponderController {

    private final Responders responders;
    private final Behaviours behaviours;

    ResponderController(Responders responders, Behaviours behaviours) {
        this.responders = responders;
        this.behaviours = behaviours;
    }

    @Operation(summary = "What answers on the socket, and what it did")
    @GetMapping
    @Unlogged
    ResponderView getResponder(LiveSocket socket, Call call) {
        return responders.get(socket).view();
    }

    @Operation(summary = "Answer on the socket by itself, or otherwise from the next message on")
    @PutMapping
    @Unlogged
    ResponderView putResponder(LiveSocket socket, Call call, ResponderRequest request) {
        return responders.put(socket, behaviours.read(request)).view();
    }

    @Operation(summary = "Answer no more; connections stay open")
    @DeleteMapping
    @Unlogged
    void deleteResponder(LiveSocket socket, Call call) {
        responders.delete(socket);
    }
}
