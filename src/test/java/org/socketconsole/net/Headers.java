package org.socketconsole.net;

import org.socketconsole.testing.Compiler;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// This system's C headers, asked by way of its C compiler.
final class Headers {

    /// Two collections of headers that cannot stand in one program.
    private static final List<String> COLLECTIONS = List.of("headers.h", "headers-kernel.h");

    private static final Pattern UNDECLARED =
            Pattern.compile("'(\\w+)' undeclared|undeclared identifier '(\\w+)'");
    private static final Pattern MACRO = Pattern.compile("(?m)^#define (\\w+) +\\S");

    private final Path directory;
    private final Compiler compiler;

    Headers(Path directory) {
        this.directory = directory;
        this.compiler = new Compiler(directory);
        COLLECTIONS.forEach(this::copy);
    }

    /// The values of those expressions that a collection of headers defines, once for each
    /// collection.
    List<Map<String, Long>> values(Collection<String> expressions) {
        return COLLECTIONS.stream().map(headers -> values(headers, expressions)).toList();
    }

    /// The names of all macros without arguments that have a replacement.
    Set<String> macros() {
        return COLLECTIONS.stream()
                .map(compiler::macros)
                .flatMap(output -> MACRO.matcher(output).results())
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// What strerror of the C locale says to each number.
    Map<Integer, String> strerrors(int last) {
        var program = "for (int i = 0; i <= %d; i++) printf(\"%%d %%s\\n\", i, strerror(i));";
        return lines("headers.h", program.formatted(last))
                .map(line -> line.split(" ", 2))
                .collect(Collectors.toMap(parts -> Integer.valueOf(parts[0]), parts -> parts[1]));
    }

    private Map<String, Long> values(String headers, Collection<String> expressions) {
        var known = new TreeSet<>(expressions);
        known.removeAll(undeclared(headers, known));
        return lines(headers, prints(known))
                .map(line -> line.split(" "))
                .collect(Collectors.toMap(parts -> parts[0], parts -> Long.valueOf(parts[1])));
    }

    /// An enumeration's constants are no macros, so only the compiler's complaints tell what is
    /// missing. It may stop complaining after a few, hence the repetition.
    private Set<String> undeclared(String headers, Set<String> expressions) {
        var missing = new HashSet<String>();
        var remaining = new TreeSet<>(expressions);
        while (missing.addAll(complaints(headers, remaining))) {
            remaining.removeAll(missing);
        }
        return missing;
    }

    private Set<String> complaints(String headers, Set<String> expressions) {
        return UNDECLARED
                .matcher(compiler.complaints(program(headers, prints(expressions))))
                .results()
                .map(Headers::firstGroup)
                .collect(Collectors.toSet());
    }

    private static String firstGroup(MatchResult match) {
        return match.group(1) != null ? match.group(1) : match.group(2);
    }

    private static String prints(Set<String> expressions) {
        return expressions.stream()
                .map(name -> "printf(\"%s %%lld\\n\", (long long) (%s));".formatted(name, name))
                .collect(Collectors.joining("\n"));
    }

    private Stream<String> lines(String headers, String statements) {
        return compiler.output(program(headers, statements)).lines();
    }

    private static String program(String headers, String statements) {
        return """
               #include <stdio.h>
               #include <string.h>
               #include "%s"
               int main(void) {
               %s
               return 0;
               }
               """
                .formatted(headers, statements);
    }

    private void copy(String headers) {
        try (var in = Headers.class.getResourceAsStream(headers)) {
            Files.copy(in, directory.resolve(headers));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
