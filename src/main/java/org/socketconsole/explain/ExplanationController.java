package org.socketconsole.explain;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.socketconsole.call.Call;
import org.socketconsole.call.NotFoundException;
import org.socketconsole.call.Unlogged;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;

/// What errors mean, and what to check.
@RestController
@RequestMapping("/api/v1/explanations")
@Tag(name = "Explanations", description = "What errors mean, and what to check")
class ExplanationController {

    record SymbolRequest(@Schema(example = "ECONNREFUSED") String symbol) {}

    record ExplanationPage(List<Explanation> items) {}

    @Operation(summary = "The errors that are explained")
    @GetMapping
    @Unlogged
    ExplanationPage listExplanations(Call call) {
        return new ExplanationPage(Catalogue.all());
    }

    @Operation(summary = "One error, by its symbol or, of the console's own, by its kind")
    @GetMapping("/{symbol}")
    @Unlogged
    Explanation getExplanation(Call call, SymbolRequest request) {
        return Catalogue.find(request.symbol)
                .orElseThrow(
                        () ->
                                new NotFoundException(
                                        "There is no explanation of `" + request.symbol + "`."));
    }
}
