package org.socketconsole.dispatch;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.Call;
import org.socketconsole.call.Ids;
import org.socketconsole.call.NotFoundException;
import org.socketconsole.call.Unlogged;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;

/// The calls that wait.
@RestController
@RequestMapping("/api/v1/operations")
@Tag(name = "Operations", description = "Calls that wait")
class OperationController {

    private final Operations operations;

    OperationController(Operations operations) {
        this.operations = operations;
    }

    record Query(
            @Schema(description = "Only those on this socket", example = "s-1")
                    @Nullable String socket) {}

    record OperationPage(List<OperationView> items, int total) {}

    @Operation(summary = "The calls that wait, the oldest first")
    @GetMapping
    @Unlogged
    OperationPage listOperations(Call call, Query query) {
        List<OperationView> waiting =
                operations.waiting().stream()
                        .filter(o -> isOn(query.socket, o.socketId()))
                        .toList();
        return new OperationPage(waiting, waiting.size());
    }

    @Operation(summary = "Cancel a call that waits: it ends with ECANCELED, and its socket lives")
    @DeleteMapping("/{id}")
    @Unlogged
    void cancelOperation(Call call) {
        cancel(call.requireId());
    }

    private void cancel(String id) {
        Call waiting = operations.running().get(Ids.number(OperationView.PREFIX, id));
        boolean cancelled =
                waiting != null && waiting.operation().isWaiting() && waiting.operation().cancel();
        if (!cancelled) {
            throw new NotFoundException("There is no operation `" + id + "`, or it has ended.");
        }
    }

    private static boolean isOn(@Nullable String wanted, @Nullable String socketId) {
        return wanted == null || wanted.equals(socketId);
    }
}
