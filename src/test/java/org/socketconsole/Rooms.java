package org.socketconsole;

import com.tngtech.archunit.core.domain.JavaClass;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// The packages, and the table of them in CONTRIBUTING.
final class Rooms {

    static final String ROOT = "org.socketconsole.";
    static final Path CONTRIBUTING = Path.of("CONTRIBUTING.md");

    private static final Pattern ROW = Pattern.compile("\\| (`[a-z`, ]+) \\|");
    private static final Pattern NAME = Pattern.compile("`([a-z]+)`");

    private Rooms() {}

    /// The room of a class, none for what is in no room of ours.
    static String of(JavaClass type) {
        String name = type.getPackageName();
        return name.startsWith(ROOT) ? name.substring(ROOT.length()) : "";
    }

    /// The line of each room, counted from the top.
    static Map<String, Integer> inTheDocument() {
        Map<String, Integer> lines = new HashMap<>();
        List<String> rows = rows();
        for (int line = 0; line < rows.size(); line++) {
            int number = line;
            NAME.matcher(rows.get(line))
                    .results()
                    .forEach(name -> lines.put(name.group(1), number));
        }
        return lines;
    }

    private static List<String> rows() {
        try {
            return ROW.matcher(Files.readString(CONTRIBUTING).split("```mermaid")[0])
                    .results()
                    .map(row -> row.group(1))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
