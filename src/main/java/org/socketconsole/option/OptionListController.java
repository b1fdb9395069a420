package org.socketconsole.option;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.socketconsole.call.Call;
import org.socketconsole.call.InvalidArgumentException;
import org.socketconsole.call.Unlogged;
import org.socketconsole.socket.LiveSocket;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import tools.jackson.databind.JsonNode;

import java.util.List;

/// The options that a socket has, by name and typed.
@RestController
@RequestMapping("/api/v1/sockets/{id}/options")
@Tag(name = "Sockets")
class OptionListController {

    @Schema(name = "SocketOptions")
    record OptionList(List<OptionView> items) {}

    record SetOptionRequest(
            @Schema(example = "SO_LINGER") String name,
            @Schema(
                            description = "As the option's kind says; raw bytes in base64",
                            example = "{\"onoff\": 1, \"linger\": 5}")
                    JsonNode value) {}

    /// Changes nothing: `SO_ERROR`, which reading clears, and its like are listed unread.
    @Operation(summary = "Every option known for this socket, with its value")
    @GetMapping
    @Unlogged
    OptionList listOptions(LiveSocket socket, Call call) {
        return list(socket);
    }

    @Operation(summary = "Set an option by its name; the answer is what the kernel then has")
    @PutMapping("/{name}")
    OptionView setOption(LiveSocket socket, Call call, SetOptionRequest request) {
        return set(socket, request.name, request.value);
    }

    private static OptionList list(LiveSocket socket) {
        return new OptionList(
                OptionTable.of(socket.kind()).stream()
                        .map(option -> OptionView.of(socket, option))
                        .toList());
    }

    private static OptionView set(LiveSocket socket, String name, JsonNode value) {
        RefusedOptions.check(name);
        SocketOption option = OptionTable.find(socket.kind(), name);
        if (!option.access().isWritable()) {
            throw new InvalidArgumentException("name", "is an option that can only be read");
        }
        option.set(socket, option.kind().encode("value", value));
        return OptionView.of(socket, option);
    }
}
