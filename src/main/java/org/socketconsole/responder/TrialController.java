package org.socketconsole.responder;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.socketconsole.call.Call;
import org.socketconsole.call.Unlogged;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Rules before they are used.
@RestController
@RequestMapping("/api/v1/responders")
@Tag(name = "Responders", description = "What answers in a person's place")
class TrialController {

    private static final String SOME_PEER = "127.0.0.1:12345";

    private final Behaviours behaviours;

    TrialController(Behaviours behaviours) {
        this.behaviours = behaviours;
    }

    @Operation(
            summary =
                    "What rules would answer to a connection and a message; nothing is sent or counted")
    @PostMapping("/try")
    @Unlogged
    TrialView tryRules(Call call, TrialRequest request) {
        Behaviour behaviour = behaviours.read(request.responder());
        byte[] bytes = Places.within("message", request.message()::bytes);
        return Trial.of(
                requireNonNull(behaviour.ruleBook()),
                behaviour.cuts(),
                bytes,
                requireNonNullElse(request.peer(), SOME_PEER));
    }
}
