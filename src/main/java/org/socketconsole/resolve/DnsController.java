package org.socketconsole.resolve;

import static org.socketconsole.call.ConstantArgument.bitsOf;
import static org.socketconsole.net.SocketConstants.AF_INET;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.Address;
import org.socketconsole.call.Call;
import org.socketconsole.call.ConstantArgument;
import org.socketconsole.call.InvalidArgumentException;
import org.socketconsole.libc.Libc;
import org.socketconsole.libc.Libc.AddrInfo;
import org.socketconsole.libc.Libc.HostEnt;
import org.socketconsole.libc.Libc.NameInfo;
import org.socketconsole.net.Constants;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import tools.jackson.databind.annotation.JsonDeserialize;

import java.math.BigInteger;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/// Names of hosts, as the host's own resolver has them.
@RestController
@RequestMapping("/api/v1/dns")
@Tag(name = "DNS", description = "Names of hosts, as the host's own resolver knows them")
class DnsController {

    private static final Pattern NUMBER = Pattern.compile("\\s*[+-]?[0-9]{1,100}");
    private static final int FLOWINFO_MAX = 0xfffff;
    private static final long SCOPE_ID_MAX = 0xffff_ffffL;

    private final Libc libc;
    private final Resolver resolver;
    private final Addresses addresses;
    private final FullName fullName;

    DnsController(Libc libc, Resolver resolver, Addresses addresses, FullName fullName) {
        this.libc = libc;
        this.resolver = resolver;
        this.addresses = addresses;
        this.fullName = fullName;
    }

    record HostnameRequest(@Schema(example = "localhost") String hostname) {}

    record IpAddressRequest(@Schema(example = "127.0.0.1") String ipAddress) {}

    record FqdnRequest(@Nullable String name) {}

    record GetaddrinfoRequest(
            @Schema(example = "localhost") @Nullable String host,
            @Schema(description = "A number or the name of a service", example = "http")
                    @JsonDeserialize(using = NameOrNumber.class)
                    @Nullable String port,
            @Nullable ConstantArgument family,
            @Nullable ConstantArgument type,
            @Nullable ConstantArgument proto,
            @Schema(example = "AI_CANONNAME") @Nullable ConstantArgument flags) {}

    record GetnameinfoRequest(
            @Schema(example = "127.0.0.1") String host,
            @Schema(example = "80") @Min(0) @Max(0xffff) Integer port,
            @Schema(example = "NI_NUMERICHOST") ConstantArgument flags,
            @Min(0) @Max(FLOWINFO_MAX) @Nullable Integer flowinfo,
            @Min(0) @Max(SCOPE_ID_MAX) @Nullable Long scopeId) {}

    record AddressText(@Schema(example = "127.0.0.1") String address) {}

    record Host(String hostname, List<String> aliaslist, List<String> ipaddrlist) {}

    record Hostname(String hostname) {}

    record AddressInfo(
            String family,
            String type,
            String proto,
            String canonname,
            @Nullable Address address) {}

    record AddressInfos(List<AddressInfo> items) {}

    record NameAndService(String host, String service) {}

    @Operation(summary = "The IPv4 address of a host")
    @GetMapping("/gethostbyname")
    AddressText gethostbyname(Call call, HostnameRequest request) {
        return new AddressText(
                resolver.text(resolver.host(request.hostname, AF_INET, "hostname", call)));
    }

    @Operation(summary = "The name, aliases and IPv4 addresses of a host")
    @GetMapping("/gethostbyname_ex")
    Host gethostbynameEx(Call call, HostnameRequest request) {
        return host(resolver.gethostbyname(request.hostname, call));
    }

    @Operation(summary = "The name, aliases and addresses of the host with an address")
    @GetMapping("/gethostbyaddr")
    Host gethostbyaddr(Call call, IpAddressRequest request) {
        return host(
                resolver.gethostbyaddr(
                        resolver.anyHost(request.ipAddress, "ip_address", call), call));
    }

    @Operation(summary = "The name of the machine that the server runs on")
    @GetMapping("/gethostname")
    Hostname gethostname(Call call) {
        return new Hostname(libc.gethostname());
    }

    @Operation(summary = "A fully qualified name, of the machine itself where none is given")
    @GetMapping("/getfqdn")
    Hostname getfqdn(Call call, FqdnRequest request) {
        return new Hostname(fullName.of(request.name, call));
    }

    @Operation(summary = "Addresses of a host and service, see getaddrinfo(3)")
    @GetMapping("/getaddrinfo")
    AddressInfos getaddrinfo(Call call, GetaddrinfoRequest request) {
        requirePort(request.port);
        return new AddressInfos(
                resolver
                        .getaddrinfo(
                                request.host,
                                request.port,
                                bitsOf(request.flags, 0),
                                bitsOf(request.family, 0),
                                bitsOf(request.type, 0),
                                bitsOf(request.proto, 0),
                                "host",
                                call)
                        .stream()
                        .map(this::view)
                        .toList());
    }

    @Operation(summary = "The names of an address and port, see getnameinfo(3)")
    @GetMapping("/getnameinfo")
    NameAndService getnameinfo(Call call, GetnameinfoRequest request) {
        byte[] addr =
                resolver.numeric(
                        request.host, request.port, request.flowinfo, request.scopeId, call);
        NameInfo names = resolver.getnameinfo(addr, request.flags.bits(), call);
        return new NameAndService(names.host(), names.service());
    }

    /// The C library wraps a number that is out of range, and stops at a NUL.
    private static void requirePort(@Nullable String port) {
        if (port != null && port.indexOf('\0') >= 0) {
            throw new InvalidArgumentException("port", "has a NUL in it");
        }
        if (port != null
                && NUMBER.matcher(port).matches()
                && new BigInteger(port.strip()).shiftRight(Short.SIZE).signum() != 0) {
            throw new InvalidArgumentException("port", "must be 0 to 65535");
        }
    }

    private Host host(HostEnt entry) {
        return new Host(
                entry.name(),
                entry.aliases(),
                entry.addresses().stream().map(resolver::text).toList());
    }

    private AddressInfo view(AddrInfo item) {
        return new AddressInfo(
                Constants.name("AF_", item.family()),
                Constants.name("SOCK_", item.socktype()),
                Constants.name("IPPROTO_", item.protocol()),
                Objects.requireNonNullElse(item.canonname(), ""),
                addresses.view(item.addr()));
    }
}
