package org.socketconsole.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Compiles the peers that are written in C.
final class CProgram {

    private static final Path DIRECTORY = Path.of("target", "c");
    private static final Map<String, Path> COMPILED = new ConcurrentHashMap<>();

    private CProgram() {}

    /// @param source such as `bench/echo/echo.c`
    static String of(String source) {
        return COMPILED.computeIfAbsent(source, CProgram::compile).toString();
    }

    private static Path compile(String source) {
        Path program =
                DIRECTORY.resolve(Path.of(source).getFileName().toString().replace(".c", ""));
        try {
            Files.createDirectories(DIRECTORY);
            Process gcc =
                    new ProcessBuilder(
                                    "gcc",
                                    "-O2",
                                    "-Wall",
                                    "-Wextra",
                                    "-pthread",
                                    "-o",
                                    program.toString(),
                                    source)
                            .inheritIO()
                            .start();
            if (gcc.waitFor() != 0) {
                throw new IllegalStateException("gcc failed");
            }
            return program;
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
