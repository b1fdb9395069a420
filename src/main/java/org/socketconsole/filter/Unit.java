package org.socketconsole.filter;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What amounts are counted in, and what their letters stand for.
enum Unit {
    SECONDS(
            "a time such as 10s, 5m or 2h",
            Map.of("", 1.0, "ms", 0.001, "s", 1.0, "m", 60.0, "h", 3600.0, "d", 86_400.0)),
    BYTES(
            "a size such as 1000, 64k or 1MiB",
            Map.ofEntries(
                    Map.entry("", 1.0),
                    Map.entry("b", 1.0),
                    Map.entry("k", 1e3),
                    Map.entry("kb", 1e3),
                    Map.entry("m", 1e6),
                    Map.entry("mb", 1e6),
                    Map.entry("g", 1e9),
                    Map.entry("gb", 1e9),
                    Map.entry("kib", 1024.0),
                    Map.entry("mib", 1024.0 * 1024),
                    Map.entry("gib", 1024.0 * 1024 * 1024))),
    NUMBER("a number", Map.of("", 1.0));

    private static final Pattern AMOUNT =
            Pattern.compile("([0-9]{1,15}(?:\\.[0-9]{1,9})?)([A-Za-z]*)");

    private final String what;
    private final Map<String, Double> factors;

    Unit(String what, Map<String, Double> factors) {
        this.what = what;
        this.factors = factors;
    }

    double parse(Node.Term term) {
        Matcher amount = AMOUNT.matcher(term.value());
        Double factor =
                amount.matches() ? factors.get(amount.group(2).toLowerCase(Locale.ROOT)) : null;
        if (factor == null) {
            throw term.invalid("`" + term.field() + "` takes " + what);
        }
        return Double.parseDouble(amount.group(1)) * factor;
    }
}
