package org.socketconsole.option;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.socketconsole.call.Call;
import org.socketconsole.call.Unlogged;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;

/// The table of options: what there is to set before there is a socket.
@RestController
@RequestMapping("/api/v1/options")
@Tag(name = "Constants")
class KnownOptionController {

    @Schema(name = "KnownOption")
    record KnownOption(
            @Schema(example = "IPPROTO_TCP") String level,
            @Schema(example = "TCP_NODELAY") String name,
            OptionKind kind,
            boolean writable,
            String summary) {

        static KnownOption of(SocketOption option) {
            return new KnownOption(
                    option.level().name(),
                    option.name(),
                    option.kind(),
                    option.access().isWritable(),
                    option.constant().summary());
        }
    }

    @Schema(name = "KnownOptions")
    record KnownOptions(List<KnownOption> items) {}

    @Operation(summary = "Every socket option that is known, sorted by level and name")
    @GetMapping
    @Unlogged
    KnownOptions listKnownOptions(Call call) {
        return new KnownOptions(OptionTable.all().stream().map(KnownOption::of).toList());
    }
}
