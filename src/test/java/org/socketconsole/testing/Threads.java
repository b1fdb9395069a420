package org.socketconsole.testing;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The threads of this process.
public final class Threads {

    /// Of the server, of the JVM or of the tests: those come and go, up to a number.
    private static final List<String> POOLS =
            List.of("ForkJoinPool", "HttpClient-", "awaitility", "closing-", "path-", "resolver-");

    private Threads() {}

    /// Without those of pools.
    public static long platform() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> POOLS.stream().noneMatch(thread.getName()::startsWith))
                .count();
    }

    /// Only a dump tells of them.
    public static long virtual() {
        try {
            Path directory = Files.createTempDirectory("threads");
            Path dump = directory.resolve("threads.json");
            ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                    .dumpThreads(dump.toString(), ThreadDumpFormat.JSON);
            long count = Files.readString(dump).split("\"virtual\": true").length - 1;
            Files.delete(dump);
            Files.delete(directory);
            return count;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
