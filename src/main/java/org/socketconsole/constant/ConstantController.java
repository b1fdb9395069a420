package org.socketconsole.constant;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.Call;
import org.socketconsole.call.NotFoundException;
import org.socketconsole.call.Unlogged;
import org.socketconsole.net.Constant;
import org.socketconsole.net.Constants;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;
import java.util.Objects;

/// The constants of the socket interface.
@RestController
@RequestMapping("/api/v1/constants")
@Tag(name = "Constants", description = "The constants of the socket interface on this system")
class ConstantController {

    record Query(@Schema(example = "AF_") @Nullable String prefix) {}

    record NameRequest(@Schema(example = "AF_INET") String name) {}

    @Schema(name = "Constant")
    record ConstantView(
            @Schema(example = "AF_INET") String name,
            @Schema(example = "2") long value,
            @Schema(example = "AF") String group,
            @Schema(description = "What it means, in a sentence") String summary) {

        static ConstantView of(Constant constant) {
            return new ConstantView(
                    constant.name(), constant.value(), constant.group(), constant.summary());
        }
    }

    record ConstantPage(List<ConstantView> items) {}

    @Operation(summary = "The constants, sorted by name")
    @GetMapping
    @Unlogged
    ConstantPage listConstants(Call call, Query query) {
        String prefix = Objects.requireNonNullElse(query.prefix, "");
        return new ConstantPage(
                Constants.startingWith(prefix).stream().map(ConstantView::of).toList());
    }

    @Operation(summary = "One constant")
    @GetMapping("/{name}")
    @Unlogged
    ConstantView getConstant(Call call, NameRequest request) {
        return Constants.find(request.name)
                .map(ConstantView::of)
                .orElseThrow(
                        () ->
                                new NotFoundException(
                                        "There is no constant `" + request.name + "`."));
    }
}
