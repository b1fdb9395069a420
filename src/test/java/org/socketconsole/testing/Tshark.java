package org.socketconsole.testing;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Wireshark's own reader of captures, where it is installed.
public final class Tshark {

    private static final Path PROGRAM = Path.of("/usr/bin/tshark");

    private Tshark() {}

    public static void assumePresent() {
        Capabilities.assume(Files.isExecutable(PROGRAM), "no tshark here");
    }

    /// A line for each packet: its fields with tabs between, without any its summary. What it
    /// complains of is not among them.
    public static List<String> read(Path capture, String... fields) {
        assumePresent();
        List<String> command =
                new ArrayList<>(List.of(PROGRAM.toString(), "-n", "-r", capture.toString()));
        if (fields.length > 0) {
            command.addAll(List.of("-T", "fields"));
        }
        for (String field : fields) {
            command.addAll(List.of("-e", field));
        }
        try {
            Process tshark =
                    new ProcessBuilder(command)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            List<String> lines =
                    new String(tshark.getInputStream().readAllBytes(), UTF_8).lines().toList();
            assertThat(tshark.waitFor()).as("%s", command).isZero();
            return lines;
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
