package org.socketconsole.resolve;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.Call;
import org.socketconsole.call.InvalidArgumentException;
import org.socketconsole.call.NotFoundException;
import org.socketconsole.libc.Libc;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;

/// Names of protocols, services and interfaces.
@RestController
@RequestMapping("/api/v1/netdb")
@Tag(name = "Netdb", description = "Protocols, services and interfaces")
class NetdbController {

    private static final long IFINDEX_MAX = 0xffff_ffffL;

    private final Libc libc;
    private final ResolverPool pool;

    NetdbController(Libc libc, ResolverPool pool) {
        this.libc = libc;
        this.pool = pool;
    }

    record ProtocolRequest(@Schema(example = "icmp") String protocolname) {}

    record Proto(@Schema(example = "1") int proto) {}

    record ServiceRequest(
            @Schema(example = "http") String servicename,
            @Schema(example = "tcp") @Nullable String protocolname) {}

    record Port(@Schema(example = "80") int port) {}

    record PortRequest(
            @Schema(example = "80") @Min(0) @Max(0xffff) Integer port,
            @Schema(example = "tcp") @Nullable String protocolname) {}

    record ServiceName(@Schema(example = "http") String servicename) {}

    record IfnameRequest(@Schema(example = "lo") String ifname) {}

    record IndexRequest(@Schema(example = "1") @Min(0) @Max(IFINDEX_MAX) Long index) {}

    @Schema(name = "InterfaceIndex")
    record Index(int index) {}

    @Schema(name = "InterfaceName")
    record Name(String name) {}

    record NetworkInterface(int index, String name) {}

    record NetworkInterfaces(List<NetworkInterface> items) {}

    @Operation(summary = "The number of a protocol")
    @GetMapping("/getprotobyname")
    Proto getprotobyname(Call call, ProtocolRequest request) {
        String name = requireNoNul("protocolname", request.protocolname);
        int proto = pool.ask(call, () -> libc.getprotobyname_r(name));
        return new Proto(requireFound(proto, "protocol `" + name + "`"));
    }

    @Operation(summary = "The port of a service")
    @GetMapping("/getservbyname")
    Port getservbyname(Call call, ServiceRequest request) {
        String name = requireNoNul("servicename", request.servicename);
        String protocol = requireNoNul("protocolname", request.protocolname);
        int port = pool.ask(call, () -> libc.getservbyname_r(name, protocol));
        return new Port(requireFound(port, "service `" + name + "`"));
    }

    @Operation(summary = "The service of a port")
    @GetMapping("/getservbyport")
    ServiceName getservbyport(Call call, PortRequest request) {
        String protocol = requireNoNul("protocolname", request.protocolname);
        String name = pool.ask(call, () -> libc.getservbyport_r(request.port, protocol));
        return new ServiceName(requireFound(name, "service at port " + request.port));
    }

    @Operation(summary = "The network interfaces")
    @GetMapping("/if_nameindex")
    NetworkInterfaces ifNameindex(Call call) {
        return new NetworkInterfaces(
                libc.if_nameindex().stream()
                        .map(i -> new NetworkInterface(i.index(), i.name()))
                        .toList());
    }

    @Operation(summary = "The index of an interface")
    @GetMapping("/if_nametoindex")
    Index ifNametoindex(Call call, IfnameRequest request) {
        String ifname = requireNoNul("ifname", request.ifname);
        int index = libc.if_nametoindex(ifname);
        return new Index(requireFound(index == 0 ? -1 : index, "interface `" + ifname + "`"));
    }

    @Operation(summary = "The name of an interface")
    @GetMapping("/if_indextoname")
    Name ifIndextoname(Call call, IndexRequest request) {
        return new Name(
                requireFound(
                        libc.if_indextoname(request.index.intValue()),
                        "interface " + request.index));
    }

    private static int requireFound(int number, String what) {
        requireFound(number < 0 ? null : what, what);
        return number;
    }

    private static <T> T requireFound(@Nullable T found, String what) {
        if (found == null) {
            throw new NotFoundException("There is no " + what + ".");
        }
        return found;
    }

    private static <T extends @Nullable String> T requireNoNul(String field, T text) {
        if (text != null && text.indexOf('\0') >= 0) {
            throw new InvalidArgumentException(field, "has a NUL in it");
        }
        return text;
    }
}
