package org.socketconsole.recording;

import static java.util.stream.Collectors.toSet;

import org.jspecify.annotations.Nullable;
import org.socketconsole.access.ForbiddenException;
import org.socketconsole.access.QuotaException;
import org.socketconsole.call.BodyReader;
import org.socketconsole.call.Call;
import org.socketconsole.call.Ids;
import org.socketconsole.call.InvalidArgumentException;
import org.socketconsole.call.NotFoundException;
import org.socketconsole.dispatch.CallObserver;
import org.socketconsole.dispatch.CallRecord;
import org.socketconsole.traffic.Chunk;
import org.socketconsole.traffic.TrafficStore;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// All recordings. What is in their directory is found when it is first asked for.
@Component
public class Recordings implements CallObserver, DisposableBean {

    private static final int MOST = 100;
    private static final int MOST_RUNNING = 16;

    /// Chunks that are in memory at once.
    private static final int MOST_PLAYED = 10_000;

    private final RecordingProperties properties;
    private final TrafficStore traffic;
    private final Map<Long, Recording> all = new ConcurrentSkipListMap<>();
    private final List<Recorder> running = new CopyOnWriteArrayList<>();
    private @Nullable RecordingsDirectory directory;

    Recordings(RecordingProperties properties, TrafficStore traffic) {
        this.properties = properties;
        this.traffic = traffic;
    }

    /// The oldest first; none where nothing can be recorded.
    List<Recording> all() {
        if (properties.directory() != null) {
            directory();
        }
        return List.copyOf(all.values());
    }

    Recording get(String id) {
        all();
        Recording recording = all.get(Ids.number(Recording.PREFIX, id));
        if (recording == null) {
            throw new NotFoundException("There is no recording `" + id + "`.");
        }
        return recording;
    }

    /// Whether it is such an id, there or not.
    public static boolean isId(String id) {
        return id.startsWith(Recording.PREFIX);
    }

    /// What passed the one socket of a recording, to be played again.
    public List<Chunk> conversation(String id) {
        Recording recording = get(id);
        Set<String> sockets =
                Disk.run(
                        "read_recording",
                        () -> {
                            try (Stream<Chunk> chunks = recording.after(0)) {
                                return chunks.map(Chunk::socketId)
                                        .distinct()
                                        .limit(2)
                                        .collect(toSet());
                            }
                        });
        if (sockets.size() != 1) {
            throw new InvalidArgumentException(
                    "",
                    "must say of which socket: {\"recording\": \"%s\", \"socket\"}".formatted(id));
        }
        return conversation(id, sockets.iterator().next());
    }

    /// What passed one socket of a recording, to be played again.
    public List<Chunk> conversation(String id, String socketId) {
        Recording recording = get(id);
        List<Chunk> found =
                Disk.run(
                        "read_recording",
                        () -> {
                            try (Stream<Chunk> chunks = recording.after(0)) {
                                return chunks.filter(chunk -> chunk.socketId().equals(socketId))
                                        .limit(MOST_PLAYED + 1L)
                                        .toList();
                            }
                        });
        if (found.isEmpty()) {
            throw new NotFoundException(
                    "There is no socket `%s` in recording `%s`.".formatted(socketId, id));
        }
        if (found.size() > MOST_PLAYED) {
            throw new InvalidArgumentException(
                    "socket", "has more than %d chunks in it".formatted(MOST_PLAYED));
        }
        return found;
    }

    /// @param name null for its id
    /// @param filter what the words of the manifest say of it, null for all
    synchronized Recording begin(@Nullable String name, Wanted wanted, @Nullable String filter) {
        RecordingsDirectory in = directory();
        if (running.size() >= MOST_RUNNING) {
            throw new QuotaException(MOST_RUNNING + " recordings run; stop one of them.");
        }
        return add(
                in,
                path -> {
                    Recorder recorder =
                            new Recorder(
                                    Recorder.files(path, properties), wanted, properties.most());
                    Manifest manifest = Manifest.begun(name(name, path), wanted, filter);
                    manifest.write(path);
                    traffic.attach(recorder);
                    running.add(recorder);
                    return new Recording(path, manifest, recorder);
                });
    }

    Recording take(BodyReader client, @Nullable String name) {
        return add(
                directory(),
                path ->
                        new CaptureImport(path, properties.largest())
                                .take(client, name(name, path)));
    }

    /// Does nothing where it has ended.
    void stop(Recording recording) {
        Recorder recorder = recording.recorder();
        if (recorder != null) {
            traffic.detach(recorder);
            running.remove(recorder);
            recording.end();
        }
    }

    void delete(Recording recording) {
        stop(recording);
        all.remove(Ids.number(Recording.PREFIX, recording.id()));
        Disk.run("delete_recording", recording::delete);
    }

    /// Bytes that the disk has room for, zero where nothing can be recorded.
    long free() {
        return properties.directory() == null
                ? 0
                : Disk.run("list_recordings", () -> directory().free());
    }

    @Override
    public void ended(Call call, boolean failed, Supplier<CallRecord> view) {
        if (failed || !call.operation().hasMovedBytes()) {
            for (Recorder recorder : running) {
                recorder.note(call.operation().socketId(), () -> CallNote.of(view.get()));
            }
        }
    }

    @Override
    public void destroy() throws IOException {
        all.values().forEach(this::stop);
        if (directory != null) {
            directory.close();
        }
    }

    private interface Making {
        Recording in(Path path) throws IOException;
    }

    /// What does not become one leaves nothing.
    private Recording add(RecordingsDirectory in, Making making) {
        if (all.size() >= MOST) {
            throw new QuotaException("There are %d recordings; delete one.".formatted(MOST));
        }
        Path path = Disk.run("start_recording", in::next);
        try {
            Recording recording = Disk.run("start_recording", () -> making.in(path));
            all.put(Ids.number(Recording.PREFIX, recording.id()), recording);
            return recording;
        } catch (RuntimeException refused) {
            Disk.run("start_recording", () -> PrivateFiles.delete(path));
            throw refused;
        }
    }

    private static String name(@Nullable String name, Path path) {
        return name == null ? String.valueOf(path.getFileName()) : name;
    }

    private synchronized RecordingsDirectory directory() {
        Path path = properties.directory();
        if (path == null) {
            throw new ForbiddenException(
                    "Nothing can be recorded: `%s` names no directory."
                            .formatted(RecordingProperties.DIRECTORY));
        }
        if (directory == null) {
            directory = Disk.run("list_recordings", () -> new RecordingsDirectory(path));
            for (Recording found : Disk.run("list_recordings", directory::found)) {
                all.put(Ids.number(Recording.PREFIX, found.id()), found);
            }
        }
        return directory;
    }
}
