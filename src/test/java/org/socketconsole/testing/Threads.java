package org.socketconsole.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The threads of this process.
public final class Threads {

    /// Of the server, of the JVM or of the tests: those come and go, up to a number.
    private static final List<String> POOLS =
            List.of("ForkJoinPool", "HttpClient-", "awaitility", "closing-", "path-", "resolver-");

    private Threads() {}

    /// While more virtual threads work than there are processors for, another begins: from
    /// elsewhere, as requests do.
    ///
    /// @param work goes on until it is told that it is over
    public static void assertLeaveRoom(Consumer<BooleanSupplier> work) throws InterruptedException {
        AtomicBoolean over = new AtomicBoolean();
        int count = 2 * Runtime.getRuntime().availableProcessors();
        try {
            Stream.generate(() -> over)
                    .limit(count)
                    .forEach(isOver -> Thread.startVirtualThread(() -> work.accept(isOver::get)));
            for (int i = 0; i < 20; i++) {
                Thread other = Thread.startVirtualThread(() -> {});
                assertThat(other.join(Duration.ofSeconds(5))).isTrue();
            }
        } finally {
            over.set(true);
        }
    }

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
