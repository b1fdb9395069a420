package org.socketconsole.dns;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.Call;
import org.socketconsole.call.InvalidArgumentException;
import org.socketconsole.call.Unlogged;
import org.socketconsole.net.SocketAddress;
import org.socketconsole.resolve.Resolver;
import org.socketconsole.resolve.ResolverException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.Objects;
import java.util.regex.Pattern;

/// Questions to name servers themselves, which the host's resolver may answer otherwise.
@RestController
@RequestMapping("/api/v1/dns")
@Tag(name = "DNS")
class NameServerController {

    private static final int PORT = 53;

    private static final Pattern WITH_PORT = Pattern.compile("\\[.*|[^:]*:[^:]*");

    private final Resolver resolver;
    private final Exchange exchange;

    NameServerController(Resolver resolver, Exchange exchange) {
        this.resolver = resolver;
        this.exchange = exchange;
    }

    record QueryRequest(
            @Schema(
                            description = "Whole: nothing is appended. With PTR an address will do",
                            example = "example.org")
                    String name,
            @Schema(description = "A where absent", example = "AAAA") @Nullable String type,
            @Schema(description = "The first of the host's where absent", example = "127.0.0.1")
                    @Nullable String server,
            @Schema(description = "53 where absent", example = "53") @Min(1) @Max(0xffff)
                    @Nullable Integer port) {}

    @Operation(
            summary =
                    "What a name server answers, asked by UDP over a socket of the console, by TCP"
                            + " where that answer is cut")
    @GetMapping("/query")
    DnsAnswer dnsQuery(Call call, QueryRequest request) {
        Question question =
                Question.of(request.name, Objects.requireNonNullElse(request.type, "A"));
        String name = Objects.requireNonNullElseGet(request.server, NameServerController::first);
        int port = Objects.requireNonNullElse(request.port, PORT);
        Server server = new Server(name, port, address(name, port, call));
        return DnsAnswer.of(name, exchange.ask(question, server, call), call.elapsed());
    }

    @Operation(summary = "Whom the host's resolver asks, and where it looks before")
    @GetMapping("/servers")
    @Unlogged
    NameServers dnsServers(Call call) {
        return NameServers.ofThisHost();
    }

    private SocketAddress address(String server, int port, Call call) {
        if (WITH_PORT.matcher(server).matches()) {
            throw new InvalidArgumentException(
                    "server", "is a name or an address alone, `::1`; its port is `port`");
        }
        try {
            return resolver.anyAddress(server, port, "server", call);
        } catch (ResolverException unknown) {
            throw unknown.of("server");
        }
    }

    private static String first() {
        return NameServers.ofThisHost().items().getFirst().address();
    }
}
