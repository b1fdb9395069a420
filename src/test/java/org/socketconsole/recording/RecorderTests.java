package org.socketconsole.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.socketconsole.net.SocketConstants.AF_UNIX;
import static org.socketconsole.net.SocketConstants.SOCK_STREAM;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.socketconsole.libc.Octets;
import org.socketconsole.testing.Bytes;
import org.socketconsole.testing.Capabilities;
import org.socketconsole.testing.Command;
import org.socketconsole.testing.Tcpdump;
import org.socketconsole.testing.Tshark;
import org.socketconsole.traffic.Chunk;
import org.socketconsole.traffic.Chunk.Direction;
import org.socketconsole.traffic.Ends;
import org.socketconsole.traffic.Transport;
import org.springframework.util.unit.DataSize;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;
import java.util.stream.Stream;

class RecorderTests {

    private static final int CHUNK = 1000;
    private static final Wanted ALL = new Wanted(Set.of(), null);

    @TempDir private Path directory;

    @Test
    void theOldestFileGoesAndEachOfTheOthersIsWholeForItself() throws IOException {
        Recorder recorder = recorder(directory, DataSize.ofBytes(5000), 3);
        LongStream.rangeClosed(1, 40).forEach(seq -> pass(recorder, chunk(seq, CHUNK)));
        Totals totals = recorder.end();
        List<Path> files = files();
        assertThat(files).hasSize(3);
        assertThat(totals.files()).isEqualTo(3);
        assertThat(totals.bytes()).isEqualTo(files.stream().mapToLong(RecorderTests::size).sum());
        assertThat(files).allSatisfy(file -> assertThat(size(file)).isLessThan(5000 + CHUNK));
        List<Long> seqs = seqs(0);
        assertThat(seqs).hasSize((int) totals.packets()).endsWith(39L, 40L);
        assertThat(seqs(38)).containsExactly(39L, 40L);
        for (Path file : files) {
            assertThat(Tshark.read(file)).isNotEmpty();
            assertThat(Tcpdump.read(file)).isNotEmpty();
        }
    }

    @Test
    void aChunkLargerThanAFileIsWholeInOne() throws IOException {
        Recorder recorder = recorder(directory, DataSize.ofBytes(1), 2);
        pass(recorder, chunk(1, 300_000));
        pass(recorder, chunk(2, 300_000));
        pass(recorder, chunk(3, 300_000));
        recorder.end();
        assertThat(seqs(0)).containsExactly(2L, 3L);
        try (Stream<Chunk> chunks = recorded().after(2)) {
            assertThat(chunks.findFirst().orElseThrow().data()).hasSize(300_000);
        }
        for (Path file : files()) {
            assertThat(Tshark.read(file)).hasSize(2);
            assertThat(Tcpdump.read(file)).isNotEmpty();
        }
    }

    @Test
    void ofAPayloadSoMuchIsKeptAndTheRestCounted() throws IOException {
        RecordingProperties bounds =
                new RecordingProperties(
                        directory, DataSize.ofMegabytes(1), 1, DataSize.ofBytes(10));
        Recorder recorder = new Recorder(Recorder.files(directory, bounds), ALL, bounds.most());
        pass(recorder, chunk(1, 300_000));
        recorder.end();
        try (Stream<Chunk> chunks = recorded().after(0)) {
            Chunk kept = chunks.findFirst().orElseThrow();
            assertThat(kept.data())
                    .hasSize(10)
                    .isEqualTo(Arrays.copyOf(chunk(1, 300_000).data(), 10));
            assertThat(kept.length()).isEqualTo(300_000);
        }
        assertThat(Tshark.read(files().getFirst(), "frame.len", "frame.cap_len"))
                .containsExactly("262144\t26", "37888\t16");
    }

    @Test
    void whatManyCallsMovedAtOnceIsThereInOrder() throws Exception {
        Recorder recorder = recorder(directory, DataSize.ofMegabytes(64), 16);
        int threads = 32;
        CountDownLatch begin = new CountDownLatch(1);
        List<Thread> calls = new ArrayList<>();
        long[] last = new long[1];
        for (int i = 0; i < threads; i++) {
            calls.add(
                    Thread.ofVirtual()
                            .start(
                                    () -> {
                                        await(begin);
                                        for (int n = 0; n < 100; n++) {
                                            passInOrder(recorder, last);
                                        }
                                    }));
        }
        begin.countDown();
        for (Thread call : calls) {
            call.join();
        }
        assertThat(recorder.totals().packets()).isEqualTo(threads * 100);
        assertThat(seqs(0)).isEqualTo(LongStream.rangeClosed(1, threads * 100).boxed().toList());
        recorder.end();
    }

    @Test
    void aCancelledCallLeavesTheFileOpenForTheNext() throws Exception {
        Recorder recorder = recorder(directory, DataSize.ofMegabytes(1), 1);
        Thread cancelled =
                Thread.ofVirtual()
                        .start(
                                () -> {
                                    Thread.currentThread().interrupt();
                                    pass(recorder, chunk(1, CHUNK));
                                });
        cancelled.join();
        pass(recorder, chunk(2, CHUNK));
        assertThat(recorder.end().dropped()).isZero();
        assertThat(seqs(0)).containsExactly(1L, 2L);
    }

    /// On a file system of 256 KiB, where this user may mount one.
    @Test
    void aFullDiskIsToldAndRecordingGoesOnWhenThereIsRoom() throws IOException {
        Capabilities.assume(
                run("mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", directory.toString()),
                "no mount here");
        try {
            Path ballast = Files.write(directory.resolve("ballast"), new byte[128 * 1024]);
            Recorder recorder = recorder(directory, DataSize.ofMegabytes(1), 2);
            LongStream.rangeClosed(1, 200).forEach(seq -> pass(recorder, chunk(seq, CHUNK)));
            Totals full = recorder.totals();
            assertThat(full.dropped()).isPositive();
            assertThat(full.packets() + full.dropped()).isEqualTo(200);
            assertThat(full.error()).contains("No space left on device");
            assertThat(Tcpdump.read(files().getFirst())).isNotEmpty();
            Files.delete(ballast);
            pass(recorder, chunk(201, CHUNK));
            assertThat(recorder.totals().error()).isNull();
            Manifest killed = Survey.recover(directory, Manifest.begun("", ALL, null));
            assertThat(killed.totals()).isEqualTo(recorder.totals());
            assertThat(recorder.end().dropped()).isEqualTo(full.dropped());
            assertThat(seqs(0)).hasSize((int) full.packets() + 1).endsWith(201L);
            assertThat(Command.run(directory, "capinfos", files().getFirst().toString()).output())
                    .contains("Number of packets:   " + (full.packets() + 1));
        } finally {
            run("umount", directory.toString());
        }
    }

    @Test
    void whatAKilledServerLeftIsCutToWhatIsWhole() throws IOException {
        Recorder recorder = recorder(directory, DataSize.ofMegabytes(1), 2);
        pass(recorder, chunk(1, CHUNK));
        pass(recorder, chunk(2, CHUNK));
        Manifest running = Manifest.begun("killed", ALL, null);
        running.write(directory);
        Path file = files().getFirst();
        Files.createFile(FileRing.file(directory, 2));
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 1));
        Manifest recovered = Survey.recover(directory, Manifest.read(directory));
        assertThat(recovered.endedAt()).isNotNull();
        assertThat(recovered.totals().packets()).isOne();
        assertThat(recovered.totals().error()).isNull();
        assertThat(recovered.totals().bytes()).isEqualTo(size(file));
        assertThat(files()).containsExactly(file);
        assertThat(Manifest.read(directory)).isEqualTo(recovered);
        assertThat(Tshark.read(file)).hasSize(1);
    }

    private static boolean run(String... command) {
        return Command.run(Path.of("/"), command).status() == 0;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /// As the store does it.
    private static void passInOrder(Recorder recorder, long[] last) {
        Chunk chunk;
        synchronized (last) {
            chunk = chunk(++last[0], 100);
            recorder.take(chunk);
        }
        recorder.settle(chunk);
    }

    private static void pass(Recorder recorder, Chunk chunk) {
        recorder.take(chunk);
        recorder.settle(chunk);
    }

    private static Recorder recorder(Path directory, DataSize size, int files) throws IOException {
        RecordingProperties bounds = new RecordingProperties(directory, size, files, null);
        return new Recorder(Recorder.files(directory, bounds), ALL, bounds.most());
    }

    private static Chunk chunk(long seq, int size) {
        return new Chunk(
                seq,
                0,
                "s-1",
                Direction.SENT,
                "send",
                (seq - 1) * size,
                Octets.of(Bytes.noise(size)),
                size,
                0,
                new byte[0],
                new Transport(AF_UNIX, SOCK_STREAM, 0),
                new Ends(new byte[0], new byte[0]),
                null);
    }

    private Recording recorded() {
        return new Recording(directory, Manifest.begun("", ALL, null), null);
    }

    private List<Long> seqs(long after) throws IOException {
        try (Stream<Chunk> chunks = recorded().after(after)) {
            return chunks.map(Chunk::seq).toList();
        }
    }

    private List<Path> files() throws IOException {
        return PrivateFiles.list(directory, FileRing.NAMES);
    }

    private static long size(Path file) {
        return file.toFile().length();
    }
}
