package org.socketconsole.explain;

import com.fasterxml.jackson.annotation.JsonCreator;

import java.util.Locale;
import java.util.regex.Pattern;

/// Where the peer is.
enum Place {
    /// On this host: no firewall, no router and no cable is between.
    HERE,
    ELSEWHERE;

    private static final Pattern LOOPBACK =
            Pattern.compile("|localhost|0\\.0\\.0\\.0|::|::1|(::ffff:)?127(\\.\\d+){1,3}");

    static Place of(String host) {
        return LOOPBACK.matcher(host).matches() ? HERE : ELSEWHERE;
    }

    @JsonCreator
    static Place read(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
