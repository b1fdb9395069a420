package org.socketconsole.host;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.Call;
import org.socketconsole.call.Unlogged;
import org.socketconsole.libc.Libc;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;

/// What a person needs to know of the host before opening a socket on it.
@RestController
@RequestMapping("/api/v1/host")
@Tag(name = "Host", description = "The machine that the sockets are on")
class HostController {

    private final Libc libc;
    private final Interfaces interfaces;
    private final SocketKinds kinds;

    HostController(Libc libc, Interfaces interfaces, SocketKinds kinds) {
        this.libc = libc;
        this.interfaces = interfaces;
        this.kinds = kinds;
    }

    @Schema(name = "HostType")
    record Type(
            @Schema(example = "SOCK_STREAM") String name,
            @Schema(example = "1") int value,
            @Schema(description = "Why this process may not open it", example = "EPERM")
                    @Nullable String error) {}

    @Schema(name = "HostFamily")
    record Family(
            @Schema(example = "AF_INET") String name,
            @Schema(example = "2") int value,
            List<Type> types) {}

    @Schema(name = "HostInterface")
    record Interface(@Schema(example = "lo") String name, List<String> addresses) {}

    @Schema(name = "HostFacts")
    record Host(
            @Schema(example = "debug-7f9c") String host,
            @Schema(example = "Linux 6.18 amd64") String platform,
            @Schema(allowableValues = {"little", "big"}) String byteOrder,
            String version,
            List<Interface> interfaces,
            List<Family> families) {}

    @Operation(summary = "The host: its interfaces, and the families and types that it opens")
    @GetMapping
    @Unlogged
    Host getHost(Call call) {
        return new Host(
                libc.gethostname(),
                Platform.name(),
                Platform.byteOrder(),
                Platform.version(),
                interfaces.all(),
                kinds.families());
    }
}
