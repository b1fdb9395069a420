package org.socketconsole.net;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// This system's C headers, asked by way of its C compiler. Without one, the test that asks is
/// aborted, and says so aloud.
final class Headers {

    /// Two collections of headers that cannot stand in one program.
    private static final List<String> COLLECTIONS = List.of("headers.h", "headers-kernel.h");

    private static final Pattern UNDECLARED =
            Pattern.compile("'(\\w+)' undeclared|undeclared identifier '(\\w+)'");
    private static final Pattern MACRO = Pattern.compile("(?m)^#define (\\w+) +\\S");

    private final Path directory;
    private final String compiler;

    Headers(Path directory) {
        this.directory = directory;
        this.compiler = compiler().orElseGet(Headers::giveUp);
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
                .map(headers -> cc("-dM", "-E", "-x", "c", headers).output())
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
        write(headers, prints(expressions));
        return UNDECLARED
                .matcher(cc("-w", "-fsyntax-only", "program.c").output())
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
        write(headers, statements);
        cc("-w", "-o", "program", "program.c").succeeded();
        return run(directory.resolve("program").toString()).succeeded().lines();
    }

    private void write(String headers, String statements) {
        var program =
                """
                #include <stdio.h>
                #include <string.h>
                #include "%s"
                int main(void) {
                %s
                return 0;
                }
                """;
        try {
            Files.writeString(
                    directory.resolve("program.c"), program.formatted(headers, statements));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void copy(String headers) {
        try (var in = Headers.class.getResourceAsStream(headers)) {
            Files.copy(in, directory.resolve(headers));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Result cc(String... arguments) {
        return run(
                Stream.concat(Stream.of(compiler, "-D_GNU_SOURCE"), Stream.of(arguments))
                        .toArray(String[]::new));
    }

    private Result run(String... command) {
        return run(directory, command);
    }

    private static Result run(Path directory, String... command) {
        var builder =
                new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C");
        try {
            var process = builder.start();
            var output =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Result(process.waitFor(), output);
        } catch (IOException e) {
            return new Result(-1, e.toString());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<String> compiler() {
        return Stream.of("cc", "gcc", "clang")
                .filter(name -> run(Path.of("."), name, "--version").status() == 0)
                .findFirst();
    }

    private static String giveUp() {
        var reason =
                "No C compiler (cc, gcc, clang) was found: the tables were NOT compared with the"
                        + " headers";
        System.err.println(reason);
        return abort(reason);
    }

    private record Result(int status, String output) {

        String succeeded() {
            if (status != 0) {
                throw new AssertionError(output);
            }
            return output;
        }
    }
}
