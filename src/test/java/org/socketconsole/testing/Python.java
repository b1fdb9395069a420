package org.socketconsole.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// A `python3` of the machine, for the tests to compare with and to talk to. Without one they are
/// skipped, aloud.
public final class Python {

    private static final boolean PRESENT = Command.exists("python3");

    private Python() {}

    public static void require() {
        Capabilities.assume(PRESENT, "python3 is not on this machine");
    }

    /// A script that lies beside a test.
    public static String source(Class<?> test, String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(test.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /// Runs a script with arguments to its end, and answers what it printed.
    public static byte[] run(String script, String input, String... arguments)
            throws IOException, InterruptedException {
        require();
        List<String> command = new ArrayList<>(List.of("python3", "-c", script));
        command.addAll(List.of(arguments));
        Process process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (OutputStream in = process.getOutputStream()) {
            in.write(Bytes.utf8(input));
        }
        byte[] output = process.getInputStream().readAllBytes();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("python3 failed: exit " + process.exitValue());
        }
        return output;
    }

    /// Starts a script that goes on until it is closed.
    public static Peer start(String script, String... arguments) throws IOException {
        require();
        List<String> command = new ArrayList<>(List.of("python3", "-u", "-c", script));
        command.addAll(List.of(arguments));
        return new Peer(
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
    }

    /// A script that runs; the test reads what it prints, line by line.
    public record Peer(Process process) implements AutoCloseable {

        public String line() throws IOException {
            InputStream out = process.getInputStream();
            StringBuilder line = new StringBuilder();
            for (int c = out.read(); c >= 0 && c != '\n'; c = out.read()) {
                line.append((char) c);
            }
            return line.toString();
        }

        @Override
        public void close() {
            process.destroy();
        }
    }
}
