package org.socketconsole.resolve;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.Call;
import org.socketconsole.libc.Libc;
import org.socketconsole.libc.Libc.HostEnt;
import org.springframework.stereotype.Component;

import java.util.Set;
import java.util.stream.Stream;

/// `getfqdn`, as CPython defines it: the first of a host's names that has a dot.
@Component
class FullName {

    private static final Set<String> ITSELF = Set.of("", "0.0.0.0", "::");

    private final Libc libc;
    private final Resolver resolver;

    FullName(Libc libc, Resolver resolver) {
        this.libc = libc;
        this.resolver = resolver;
    }

    /// A name that is not found is its own answer.
    String of(@Nullable String given, Call call) {
        String name = given == null ? "" : given.strip();
        String host = ITSELF.contains(name) ? libc.gethostname() : name;
        try {
            return qualified(resolver.gethostbyaddr(resolver.anyHost(host, "name", call), call));
        } catch (ResolverException unknown) {
            return host;
        }
    }

    private static String qualified(HostEnt entry) {
        return Stream.concat(Stream.of(entry.name()), entry.aliases().stream())
                .filter(name -> name.contains("."))
                .findFirst()
                .orElse(entry.name());
    }
}
