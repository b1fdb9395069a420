package org.socketconsole.testing;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// Wireshark's own reader of captures, where it is installed.
public final class Tshark {

    private static final Path PROGRAM = Path.of("/usr/bin/tshark");

    /// Its PI_NOTE as it prints it: below are comments and what is usual.
    private static final int NOTE = 0x400000;

    private static final List<String> CHECKSUMS =
            List.of("ip.check_checksum:TRUE", "tcp.check_checksum:TRUE", "udp.check_checksum:TRUE");

    /// A port that the kernel chose is by chance that of some protocol, which the bytes are not of.
    private static final List<String> PLAIN =
            List.of("-d", "tcp.port==32768-65535,data", "-d", "udp.port==32768-65535,data");

    private Tshark() {}

    public static void assumePresent() {
        Capabilities.assume(Files.isExecutable(PROGRAM), "no tshark here");
    }

    /// A line for each packet: its fields with tabs between, without any its summary. What it
    /// complains of is not among them.
    public static List<String> read(Path capture, String... fields) {
        assumePresent();
        return run(command(capture, fields));
    }

    /// What it finds wrong in packets and their checksums, or notes of their order: a line for each
    /// of these packets, its number first.
    public static List<String> complaints(Path capture) {
        assumePresent();
        List<String> command =
                command(capture, "frame.number", "_ws.expert.severity", "_ws.expert.message");
        CHECKSUMS.forEach(preference -> command.addAll(List.of("-o", preference)));
        return run(command).stream().filter(Tshark::isComplaint).toList();
    }

    private static boolean isComplaint(String packet) {
        String severities = packet.split("\t", -1)[1];
        return Stream.of(severities.split(","))
                .filter(severity -> !severity.isEmpty())
                .anyMatch(severity -> Integer.decode(severity) >= NOTE);
    }

    private static List<String> command(Path capture, String... fields) {
        List<String> command =
                new ArrayList<>(List.of(PROGRAM.toString(), "-n", "-r", capture.toString()));
        command.addAll(PLAIN);
        if (fields.length > 0) {
            command.addAll(List.of("-T", "fields"));
        }
        Arrays.stream(fields).forEach(field -> command.addAll(List.of("-e", field)));
        return command;
    }

    private static List<String> run(List<String> command) {
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
