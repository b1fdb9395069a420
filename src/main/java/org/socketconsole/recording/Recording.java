package org.socketconsole.recording;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.socketconsole.traffic.Chunk;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// What was recorded, or is, or was imported: files in a directory of their own.
final class Recording {

    static final String PREFIX = "r-";

    private static final Logger log = LoggerFactory.getLogger(Recording.class);

    private final String id;
    private final Path directory;
    private volatile Manifest manifest;
    private volatile @Nullable Recorder recorder;

    Recording(Path directory, Manifest manifest, @Nullable Recorder recorder) {
        this.id = String.valueOf(directory.getFileName());
        this.directory = directory;
        this.manifest = manifest;
        this.recorder = recorder;
    }

    String id() {
        return id;
    }

    /// Null when it does not run.
    @Nullable Recorder recorder() {
        return recorder;
    }

    /// Does nothing where it had ended. What a full disk does not let it say of its end is found
    /// out when a server looks at it next.
    synchronized void end() {
        Recorder running = recorder;
        if (running == null) {
            return;
        }
        manifest = manifest.ended(Instant.now(), running.end());
        recorder = null;
        try {
            manifest.write(directory);
        } catch (IOException full) {
            log.warn("the end of {} could not be written: {}", id, full.toString());
        }
    }

    RecordingView view() {
        Recorder running = recorder;
        Totals totals = running == null ? manifest.totals() : running.totals();
        return new RecordingView(
                id,
                manifest.name(),
                state(running),
                manifest.startedAt(),
                manifest.endedAt(),
                totals.packets(),
                totals.bytes(),
                totals.files(),
                totals.dropped(),
                totals.error(),
                manifest.sockets(),
                manifest.filter());
    }

    private RecordingView.State state(@Nullable Recorder running) {
        return running != null
                ? RecordingView.State.RUNNING
                : manifest.imported() ? RecordingView.State.IMPORTED : RecordingView.State.STOPPED;
    }

    /// The chunks after the one with the number, read as they are asked for.
    Stream<Chunk> after(long seq) throws IOException {
        RecordedSpan span = new RecordedSpan(files(), seq);
        return Stream.generate(span).takeWhile(Objects::nonNull).onClose(span::close);
    }

    /// All files as one: the heads of those after the first would begin it anew.
    void writeTo(OutputStream out) throws IOException {
        int head = 0;
        for (Path file : files()) {
            try (var in = Files.newInputStream(file)) {
                in.skipNBytes(head);
                in.transferTo(out);
            } catch (NoSuchFileException gone) {
                continue;
            }
            head = PacketBuffer.head().length;
        }
    }

    boolean delete() throws IOException {
        return PrivateFiles.delete(directory);
    }

    private List<Path> files() throws IOException {
        return PrivateFiles.list(directory, FileRing.NAMES);
    }
}
