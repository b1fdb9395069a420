package org.socketconsole.recording;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;

/// What is known of a recording besides its packets, kept beside them.
///
/// @param endedAt null while it runs, and of one whose server was killed
record Manifest(
        String name,
        boolean imported,
        Instant startedAt,
        @Nullable Instant endedAt,
        List<String> sockets,
        @Nullable String filter,
        Totals totals) {

    private static final String FILE = "recording.json";
    private static final JsonMapper JSON = JsonMapper.shared();

    static Manifest begun(String name, Wanted wanted, @Nullable String filter) {
        List<String> sockets = List.copyOf(wanted.sockets());
        return new Manifest(name, false, Instant.now(), null, sockets, filter, Totals.NONE);
    }

    static Manifest read(Path directory) throws IOException {
        return JSON.readValue(Files.readAllBytes(directory.resolve(FILE)), Manifest.class);
    }

    /// Whole or not at all.
    void write(Path directory) throws IOException {
        Path next = directory.resolve(FILE + ".next");
        Files.deleteIfExists(next);
        Files.write(PrivateFiles.create(next), JSON.writeValueAsBytes(this));
        Files.move(next, directory.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
    }

    Manifest ended(Instant at, Totals totals) {
        return new Manifest(name, imported, startedAt, at, sockets, filter, totals);
    }
}
