package org.socketconsole.access;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// The names under which this console answers: `localhost`, any address in digits, which no DNS
/// server can forge, and those of the property `console.allowed-hosts`, exactly.
@Component
class HostNames {

    private static final Pattern HOST = Pattern.compile("(\\[[^\\]]*]|[^:]*)(:\\d{1,5})?");
    private static final Pattern DIGITS =
            Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|\\[[0-9a-f:.]+]");

    private final List<String> allowed;

    HostNames(@Value("${console.allowed-hosts:}") List<String> allowed) {
        this.allowed = allowed.stream().map(HostNames::normal).toList();
    }

    /// A request without a host is of HTTP/1.0, which no browser speaks.
    boolean isOurs(@Nullable String host) {
        if (host == null) {
            return true;
        }
        var parts = HOST.matcher(normal(host));
        return parts.matches() && isName(parts.group(1));
    }

    private boolean isName(String name) {
        return name.equals("localhost") || DIGITS.matcher(name).matches() || allowed.contains(name);
    }

    private static String normal(String host) {
        return host.strip().toLowerCase(Locale.ROOT);
    }
}
