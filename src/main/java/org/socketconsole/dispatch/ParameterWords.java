package org.socketconsole.dispatch;

import org.jspecify.annotations.Nullable;
import org.socketconsole.net.Constant;
import org.socketconsole.net.Constants;
import org.socketconsole.net.Table;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A row of `forms/parameters.tsv`: of one call, or without a call for all that have no row of
/// their own. In its choices `AF_*` stands for all names of that prefix.
record ParameterWords(
        String name,
        String operationId,
        @Nullable String otherwise,
        @Nullable List<String> choices,
        String help) {

    private static final Map<String, ParameterWords> ROWS =
            Table.rows("forms/parameters").stream()
                    .map(ParameterWords::of)
                    .collect(
                            Collectors.toUnmodifiableMap(ParameterWords::key, Function.identity()));

    static ParameterWords of(String operationId, String name) {
        ParameterWords own = ROWS.get(key(operationId, name));
        ParameterWords row = own == null ? ROWS.get(key("", name)) : own;
        if (row == null) {
            throw new IllegalStateException(name + " of " + operationId + " is in no row");
        }
        return row;
    }

    static List<ParameterWords> all() {
        return List.copyOf(ROWS.values());
    }

    private static ParameterWords of(String[] cells) {
        return new ParameterWords(
                cells[0],
                cells[1],
                cells[2].isEmpty() ? null : cells[2],
                cells[3].isEmpty() ? null : choices(cells[3]),
                cells[4]);
    }

    /// Of two names of one value the first: `SOL_TCP` is `IPPROTO_TCP`.
    private static List<String> choices(String words) {
        Set<Object> values = new HashSet<>();
        return Stream.of(words.split(" "))
                .flatMap(ParameterWords::expand)
                .filter(name -> values.add(valueOf(name)))
                .toList();
    }

    private static Object valueOf(String name) {
        return Constants.find(name).<Object>map(Constant::value).orElse(name);
    }

    private static Stream<String> expand(String word) {
        return word.endsWith("*")
                ? Constants.names(word.substring(0, word.length() - 1)).stream()
                : Stream.of(word);
    }

    private String key() {
        return key(operationId, name);
    }

    private static String key(String operationId, String name) {
        return operationId + "." + name;
    }
}
