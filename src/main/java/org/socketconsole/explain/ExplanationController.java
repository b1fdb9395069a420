package org.socketconsole.explain;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.jspecify.annotations.Nullable;
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

    /// What is known of the failure may be left out.
    record ExplanationRequest(
            @Schema(example = "ECONNREFUSED") String symbol,
            @Schema(description = "Which call failed", example = "connect") @Nullable String call,
            @Schema(description = "The socket's", example = "AF_INET") @Nullable String family,
            @Schema(description = "The socket's", example = "SOCK_STREAM") @Nullable String type,
            @Schema(description = "The socket's", example = "UNCONNECTED") @Nullable String state,
            @Schema(description = "The peer's", example = "127.0.0.1") @Nullable String host) {

        Failure failure() {
            return new Failure(call, family, type, state, host);
        }
    }

    record ExplanationPage(List<Explanation> items) {}

    @Operation(summary = "The errors that are explained")
    @GetMapping
    @Unlogged
    ExplanationPage listExplanations(Call call) {
        return new ExplanationPage(Catalogue.all());
    }

    @Operation(
            summary = "One error, by its symbol or, of the console's own, by its kind",
            description = "With the causes that can be those of the failure, as far as it is told.")
    @GetMapping("/{symbol}")
    @Unlogged
    Explanation getExplanation(Call call, ExplanationRequest request) {
        return Catalogue.find(request.symbol, request.failure())
                .orElseThrow(
                        () ->
                                new NotFoundException(
                                        "There is no explanation of `" + request.symbol + "`."));
    }
}
