package org.socketconsole.dispatch;

import org.jspecify.annotations.Nullable;
import org.socketconsole.net.Table;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A row of `forms/calls.tsv`: what the manual says of a call, and its record does not.
public record CallWords(
        String operationId,
        String group,
        Lane lane,
        boolean waits,
        @Nullable String returns,
        List<String> errors) {

    private static final Map<String, CallWords> ROWS =
            Table.rows("forms/calls").stream()
                    .map(CallWords::of)
                    .collect(
                            Collectors.toUnmodifiableMap(
                                    CallWords::operationId, Function.identity()));

    /// Null for what is no call of the `socket` module.
    static @Nullable CallWords of(String operationId) {
        return ROWS.get(operationId);
    }

    static List<CallWords> all() {
        return List.copyOf(ROWS.values());
    }

    private static CallWords of(String[] cells) {
        return new CallWords(
                cells[0],
                cells[1],
                Lane.of(cells[2]),
                cells[3].equals("yes"),
                cells[4].isEmpty() ? null : cells[4],
                cells[5].isEmpty() ? List.of() : List.of(cells[5].split(" ")));
    }
}
