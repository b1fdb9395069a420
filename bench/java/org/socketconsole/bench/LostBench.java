package org.socketconsole.bench;

import static org.socketconsole.bench.Settings.LOST_CALLS;

import java.nio.file.Path;

/// Calls behind a proxy that cuts, by the test that looks whether anything was lost.
final class LostBench {

    private LostBench() {}

    public static void main(String[] arguments) throws Exception {
        new Table("lost")
                .check(
                        4 * LOST_CALLS + " calls behind a proxy that cuts, none lost",
                        Command.maven(
                                Path.of("."),
                                "test",
                                "-Dtest=LostAnswerTests",
                                "-Dlost.calls=" + LOST_CALLS));
    }
}
