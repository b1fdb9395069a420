package org.socketconsole.explain;

import org.socketconsole.explain.Explanation.Check;
import org.socketconsole.net.Constant;
import org.socketconsole.net.Constants;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The explanations, from `explanations.json`. Numbers are not in it: they are this host's.
final class Catalogue {

    private static final Table TABLE = read();
    private static final Map<String, Entry> BY_SYMBOL =
            TABLE.entries.stream().collect(Collectors.toMap(Entry::symbol, Function.identity()));

    private Catalogue() {}

    private record Table(Map<String, Step> checks, List<Entry> entries) {}

    private record Step(String label, String href) {}

    private record Entry(
            String symbol,
            String summary,
            String meaning,
            List<String> calls,
            List<Cause> causes,
            List<String> checks) {}

    /// Each with all its causes.
    static List<Explanation> all() {
        return TABLE.entries.stream().map(entry -> explanation(entry, Failure.UNKNOWN)).toList();
    }

    /// With the causes that can be those of the failure, or with all where none can.
    static Optional<Explanation> find(String symbol, Failure failure) {
        return Optional.ofNullable(BY_SYMBOL.get(symbol)).map(entry -> explanation(entry, failure));
    }

    private static Explanation explanation(Entry entry, Failure failure) {
        Optional<Constant> constant = Constants.find(entry.symbol);
        return new Explanation(
                entry.symbol,
                constant.map(Space::of).orElse(Space.CONSOLE),
                constant.map(Constant::value).orElse(null),
                entry.summary,
                entry.meaning,
                entry.calls,
                causes(entry, failure),
                entry.checks.stream().map(Catalogue::check).toList());
    }

    private static List<String> causes(Entry entry, Failure failure) {
        List<Cause> fitting = entry.causes.stream().filter(cause -> cause.isOf(failure)).toList();
        List<Cause> told = fitting.isEmpty() ? entry.causes : fitting;
        return told.stream().map(Cause::text).toList();
    }

    private static Check check(String action) {
        Step step = Objects.requireNonNull(TABLE.checks.get(action), action);
        return new Check(step.label, action, step.href);
    }

    private static Table read() {
        try (InputStream json =
                Catalogue.class.getResourceAsStream("/explanations/explanations.json")) {
            return JsonMapper.shared().readValue(Objects.requireNonNull(json), Table.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
