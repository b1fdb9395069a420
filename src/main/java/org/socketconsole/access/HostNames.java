package org.socketconsole.access;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The names under which this console answers: `localhost`, any address in digits, which no DNS
/// server can forge, and those of the property `console.allowed-hosts`, exactly. An address that
/// only stands for another one (`0.0.0.0`, `[::]`, one mapped into IPv6) is none: browsers have let
/// pages reach this host by such where they guarded it under its own.
@Component
public class HostNames {

    private static final Pattern HOST = Pattern.compile("(\\[[^\\]]*]|[^:]*)(:\\d{1,5})?");
    private static final Pattern DIGITS =
            Pattern.compile(
                    "(?<four>(0|[1-9]\\d{0,2})(\\.(0|[1-9]\\d{0,2})){3})|\\[(?<six>[0-9a-f:.]+)]");
    private static final int MOST_REMEMBERED = 64;

    private final List<String> allowed;
    private final Set<String> remembered = ConcurrentHashMap.newKeySet();

    HostNames(@Value("${console.allowed-hosts:}") List<String> allowed) {
        this.allowed = allowed.stream().map(HostNames::normal).toList();
    }

    /// A request without a host is of HTTP/1.0, which no browser speaks. Clients say the same host
    /// again and again, so what was found ours is looked up from then on.
    public boolean isOurs(@Nullable String host) {
        return host == null || remembered.contains(host) || learns(host);
    }

    private boolean learns(String host) {
        Matcher parts = HOST.matcher(normal(host));
        boolean ours = parts.matches() && isName(parts.group(1));
        if (ours && remembered.size() < MOST_REMEMBERED) {
            remembered.add(host);
        }
        return ours;
    }

    private boolean isName(String name) {
        return name.equals("localhost") || allowed.contains(name) || isAddress(name);
    }

    private static boolean isAddress(String name) {
        Matcher digits = DIGITS.matcher(name);
        if (!digits.matches()) {
            return false;
        }
        String six = digits.group("six");
        try {
            InetAddress address = InetAddress.ofLiteral(six == null ? name : six);
            return address instanceof Inet6Address == (six != null) && !address.isAnyLocalAddress();
        } catch (IllegalArgumentException none) {
            return false;
        }
    }

    /// A dot at the end of a name says that it is a whole one, see RFC 3986, section 3.2.2.
    private static String normal(String host) {
        return host.strip().toLowerCase(Locale.ROOT).replaceFirst("(?<=[a-z])\\.(?=:|$)", "");
    }
}
