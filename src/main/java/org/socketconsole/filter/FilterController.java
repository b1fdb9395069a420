package org.socketconsole.filter;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.Call;
import org.socketconsole.call.InvalidArgumentException;
import org.socketconsole.call.Unlogged;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;

/// What someone who writes a filter wants to know.
@RestController
@RequestMapping("/api/v1/filters")
@Tag(name = "Filters", description = "The language that lists are filtered in")
class FilterController {

    private final KnownSockets sockets;

    FilterController(KnownSockets sockets) {
        this.sockets = sockets;
    }

    record ValidateRequest(
            @Schema(example = "state:listen port:7000") String expr,
            @Schema(
                            description = "What it filters: sockets, where absent, or traffic",
                            allowableValues = {"sockets", "traffic"})
                    @Nullable String on) {}

    record FieldsRequest(@Schema(allowableValues = {"sockets", "traffic"}) @Nullable String on) {}

    @Schema(name = "FilterVerdict")
    record Verdict(
            boolean valid,
            @Schema(
                            description = "What it lets through, in a sentence",
                            example = "Sockets in LISTENING on port 7000")
                    @Nullable String description,
            @Schema(description = "What is wrong with it") @Nullable String message,
            @Schema(description = "Where, in UTF-16 code units") @Nullable Integer position,
            @Nullable Integer length,
            @Schema(description = "What it looks for in the bytes, but for regular expressions")
                    List<Mark> marks) {}

    @Schema(name = "FilterField")
    record FieldView(
            @Schema(example = "state") String name,
            @Schema(example = "state:listen") String example,
            String help,
            @Schema(description = "Values that exist now", example = "[\"listening\"]")
                    List<String> values) {}

    @Schema(name = "FilterFields")
    record FieldList(List<FieldView> items) {}

    @Operation(summary = "What a filter means, or where it is wrong")
    @GetMapping("/validate")
    @Unlogged
    Verdict validateFilter(Call call, ValidateRequest request) {
        return verdict(language(request.on), request.expr);
    }

    @Operation(summary = "The fields of the language, with values that exist now")
    @GetMapping("/fields")
    @Unlogged
    FieldList listFilterFields(Call call, FieldsRequest request) {
        return new FieldList(fields(language(request.on)));
    }

    private static Language<?> language(@Nullable String on) {
        return switch (on) {
            case "sockets" -> Language.SOCKETS;
            case "traffic" -> Language.TRAFFIC;
            case null -> Language.SOCKETS;
            default -> throw new InvalidArgumentException("on", "must be sockets or traffic");
        };
    }

    private static Verdict verdict(Language<?> language, String expression) {
        try {
            Filter<?> filter = language.parse(expression);
            return new Verdict(true, filter.description(), null, null, null, filter.marks());
        } catch (FilterException wrong) {
            return new Verdict(
                    false, null, wrong.message(), wrong.position(), wrong.length(), List.of());
        }
    }

    private List<FieldView> fields(Language<?> language) {
        List<SocketFacts> now = sockets.now().toList();
        return language.fields().stream()
                .map(
                        field ->
                                new FieldView(
                                        field.name(),
                                        field.example(),
                                        field.help(),
                                        field.valuesAmong(now.stream())))
                .toList();
    }
}
