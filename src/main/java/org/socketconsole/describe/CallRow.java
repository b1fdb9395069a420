package org.socketconsole.describe;

import org.jspecify.annotations.Nullable;
import org.socketconsole.net.Table;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A row of `descriptors/calls.tsv`: what the manual says of a call, and its record does not.
record CallRow(
        String operationId,
        String group,
        boolean waits,
        @Nullable String returns,
        List<String> errors) {

    private static final Map<String, CallRow> ROWS =
            Table.rows("descriptors/calls").stream()
                    .map(CallRow::of)
                    .collect(
                            Collectors.toUnmodifiableMap(
                                    CallRow::operationId, Function.identity()));

    static Optional<CallRow> of(String operationId) {
        return Optional.ofNullable(ROWS.get(operationId));
    }

    static List<CallRow> all() {
        return List.copyOf(ROWS.values());
    }

    private static CallRow of(String[] cells) {
        return new CallRow(
                cells[0],
                cells[1],
                cells[2].equals("yes"),
                cells[3].isEmpty() ? null : cells[3],
                cells[4].isEmpty() ? List.of() : List.of(cells[4].split(" ")));
    }
}
