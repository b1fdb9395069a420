package org.socketconsole.bench;

import static org.socketconsole.bench.Settings.SOAK_SECONDS;

import java.nio.file.Path;

/// A responder under clients that are killed, by the test that looks what is left over.
final class SoakBench {

    private SoakBench() {}

    public static void main(String[] arguments) throws Exception {
        new Table("soak")
                .check(
                        SOAK_SECONDS + " s of clients that are killed, nothing left over",
                        Command.maven(
                                Path.of("."),
                                "test",
                                "-Dtest=ResponderSoakTests",
                                "-Dsoak.seconds=" + SOAK_SECONDS));
    }
}
