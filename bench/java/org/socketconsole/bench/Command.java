package org.socketconsole.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Other programs that a bench leaves its work to.
final class Command {

    private static final List<String> MAVEN = List.of("mvn", "-B", "-q", "-DskipFrontend");

    private Command() {}

    static boolean maven(Path directory, String... arguments) throws Exception {
        return succeeds(directory, Stream.concat(MAVEN.stream(), Stream.of(arguments)).toList());
    }

    static boolean git(String... arguments) throws Exception {
        return succeeds(
                Path.of("."), Stream.concat(Stream.of("git"), Stream.of(arguments)).toList());
    }

    private static boolean succeeds(Path directory, List<String> command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        return builder.inheritIO().start().waitFor() == 0;
    }
}
