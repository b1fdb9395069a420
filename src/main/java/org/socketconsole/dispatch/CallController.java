package org.socketconsole.dispatch;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.Call;
import org.socketconsole.call.Unlogged;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;
import java.util.Objects;

/// The calls that ended.
@RestController
@RequestMapping("/api/v1/calls")
@Tag(name = "Operations")
class CallController {

    private static final int USUAL_LIMIT = 1000;

    private final CallLog log;

    CallController(CallLog log) {
        this.log = log;
    }

    record Query(
            @Schema(description = "Only those on this socket", example = "s-1")
                    @Nullable String socket,
            @Schema(description = "Only those after the one with this number") @Min(0)
                    @Nullable Long after,
            @Schema(description = "At most so many, the latest of them") @Min(0) @Max(20_000)
                    @Nullable Integer limit) {}

    record CallPage(List<CallRecord> items, int total) {}

    @Operation(summary = "The latest calls that ended, the oldest first")
    @GetMapping
    @Unlogged
    CallPage listCalls(Call call, Query query) {
        return page(query);
    }

    private CallPage page(Query query) {
        long after = Objects.requireNonNullElse(query.after, 0L);
        List<LazyCallRecord> found =
                log.all().stream()
                        .filter(ended -> ended.seq() > after)
                        .filter(ended -> isOn(query.socket, ended.socketId()))
                        .toList();
        int limit = Objects.requireNonNullElse(query.limit, USUAL_LIMIT);
        int skipped = Math.max(0, found.size() - limit);
        return new CallPage(
                found.stream().skip(skipped).map(LazyCallRecord::get).toList(), found.size());
    }

    private static boolean isOn(@Nullable String wanted, @Nullable String socketId) {
        return wanted == null || wanted.equals(socketId);
    }
}
