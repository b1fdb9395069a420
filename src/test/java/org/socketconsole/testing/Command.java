package org.socketconsole.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// A program of this machine, run to its end in the language of C.
public final class Command {

    private Command() {}

    /// @param output what it wrote, its errors among it
    public record Result(int status, String output) {

        public String succeeded() {
            if (status != 0) {
                throw new AssertionError("exit %d: %s".formatted(status, output));
            }
            return output;
        }
    }

    /// The status is -1 where there is no such program.
    public static Result run(Path directory, String... command) {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C");
        try {
            Process process = builder.start();
            byte[] output = process.getInputStream().readAllBytes();
            return new Result(process.waitFor(), new String(output, StandardCharsets.UTF_8));
        } catch (IOException missing) {
            return new Result(-1, missing.toString());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    public static boolean exists(String program) {
        return run(Path.of("."), program, "--version").status() == 0;
    }
}
