package org.socketconsole.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The other reader of captures that people have, where it is installed.
public final class Tcpdump {

    private static final Path PROGRAM = Path.of("/usr/bin/tcpdump");

    private Tcpdump() {}

    /// What it prints of the packets.
    public static List<String> read(Path capture) {
        Capabilities.assume(Files.isExecutable(PROGRAM), "no tcpdump here");
        return Command.run(capture.getParent(), PROGRAM.toString(), "-nn", "-r", capture.toString())
                .succeeded()
                .lines()
                .filter(line -> !line.startsWith("reading from"))
                .toList();
    }
}
