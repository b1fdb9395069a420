package org.socketconsole.explain;

import org.socketconsole.explain.Explanation.Check;
import org.socketconsole.net.Constant;
import org.socketconsole.net.Constants;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// The explanations, from `explanations.json`. Numbers are not in it: they are this host's.
final class Catalogue {

    private static final Map<String, Explanation> BY_SYMBOL = read();

    private Catalogue() {}

    private record Table(Map<String, Step> checks, List<Entry> entries) {}

    private record Step(String label, String href) {}

    private record Entry(
            String symbol,
            String summary,
            String meaning,
            List<String> calls,
            List<String> causes,
            List<String> checks) {}

    static List<Explanation> all() {
        return List.copyOf(BY_SYMBOL.values());
    }

    static Optional<Explanation> find(String symbol) {
        return Optional.ofNullable(BY_SYMBOL.get(symbol));
    }

    private static Map<String, Explanation> read() {
        Table table = table();
        var found = new LinkedHashMap<String, Explanation>();
        table.entries.forEach(entry -> found.put(entry.symbol, explanation(entry, table.checks)));
        return found;
    }

    private static Explanation explanation(Entry entry, Map<String, Step> steps) {
        Optional<Constant> constant = Constants.find(entry.symbol);
        return new Explanation(
                entry.symbol,
                constant.map(Space::of).orElse(Space.CONSOLE),
                constant.map(Constant::value).orElse(null),
                entry.summary,
                entry.meaning,
                entry.calls,
                entry.causes,
                entry.checks.stream().map(action -> check(action, steps)).toList());
    }

    private static Check check(String action, Map<String, Step> steps) {
        Step step = Objects.requireNonNull(steps.get(action), action);
        return new Check(step.label, action, step.href);
    }

    private static Table table() {
        try (InputStream json =
                Catalogue.class.getResourceAsStream("/explanations/explanations.json")) {
            return JsonMapper.shared().readValue(Objects.requireNonNull(json), Table.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
