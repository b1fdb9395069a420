package org.socketconsole.explain;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.socketconsole.call.Call;
import org.socketconsole.call.Calls;
import org.socketconsole.call.NotFoundException;
import org.socketconsole.call.Unlogged;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;

/// What errors mean, and what to check.
@RestController
@RequestMapping("/api/v1/explanations")
@Tag(name = "Explanations", description = "What errors mean, and what to check")
class ExplanationController {

    private final Calls calls;

    ExplanationController(Calls calls) {
        this.calls = calls;
    }

    record ExplanationPage(List<Explanation> items) {}

    @Operation(summary = "The errors that are explained")
    @GetMapping
    @Unlogged
    ExplanationPage listExplanations(Call call) {
        return calls.run(call, () -> new ExplanationPage(Catalogue.all()));
    }

    @Operation(summary = "One error, by its symbol or, of the console's own, by its kind")
    @GetMapping("/{symbol}")
    @Unlogged
    Explanation getExplanation(Call call, @PathVariable String symbol) {
        return calls.run(
                call,
                () ->
                        Catalogue.find(symbol)
                                .orElseThrow(
                                        () ->
                                                new NotFoundException(
                                                        "There is no explanation of `"
                                                                + symbol
                                                                + "`.")));
    }
}
