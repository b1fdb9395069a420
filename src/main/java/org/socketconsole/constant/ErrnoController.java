package org.socketconsole.constant;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.socketconsole.call.Call;
import org.socketconsole.call.NotFoundException;
import org.socketconsole.call.Unlogged;
import org.socketconsole.net.Errno;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;

/// The error codes of system calls.
@RestController
@RequestMapping("/api/v1/errno")
@Tag(name = "Errno", description = "The error codes of system calls")
class ErrnoController {

    record SymbolRequest(@Schema(example = "ECONNREFUSED") String symbol) {}

    record ErrnoPage(List<Errno> items) {}

    @Operation(summary = "The error codes, by number")
    @GetMapping
    @Unlogged
    ErrnoPage listErrno(Call call) {
        return new ErrnoPage(Errno.all());
    }

    @Operation(summary = "One error code, by its symbol or its number")
    @GetMapping("/{symbol}")
    @Unlogged
    Errno getErrno(Call call, SymbolRequest request) {
        return Errno.find(request.symbol)
                .orElseThrow(
                        () ->
                                new NotFoundException(
                                        "There is no error code `" + request.symbol + "`."));
    }
}
