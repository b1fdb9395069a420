package org.socketconsole.testing;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/// The threads of this process.
public final class Threads {

    private Threads() {}

    /// Without those that carry virtual ones, which come and go.
    public static long platform() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !thread.getName().startsWith("ForkJoinPool-"))
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
