package org.socketconsole.net;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// A table among the resources: tab-separated, with the names of the columns in the first line.
public final class Table {

    private Table() {}

    /// @param name its path, without the ending
    public static List<String[]> rows(String name) {
        try (var reader =
                new BufferedReader(new InputStreamReader(open(name), StandardCharsets.UTF_8))) {
            return reader.lines().skip(1).map(line -> line.split("\t", -1)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String name) {
        var stream = Table.class.getResourceAsStream("/" + name + ".tsv");
        return Objects.requireNonNull(stream, () -> "the table " + name + " is missing");
    }
}
