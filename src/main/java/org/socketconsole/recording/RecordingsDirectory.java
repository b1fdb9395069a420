package org.socketconsole.recording;

import org.jspecify.annotations.Nullable;
import org.socketconsole.access.ForbiddenException;
import org.socketconsole.call.Ids;

import tools.jackson.core.JacksonException;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/// Where all recordings are, each in a directory of its own that has its id for a name: nothing
/// that a client says becomes the name of a file. It is held while the server runs, which writes to
/// what it finds there.
final class RecordingsDirectory implements Closeable {

    private static final String NAMES = Recording.PREFIX + "[1-9]\\d{0,17}";

    private final Path directory;
    private final FileChannel held;
    private long last;

    RecordingsDirectory(Path directory) throws IOException {
        this.directory = directory;
        PrivateFiles.createDirectories(directory);
        this.held = hold(directory.resolve("lock"));
    }

    private static FileChannel hold(Path lock) throws IOException {
        if (Files.notExists(lock)) {
            create(lock);
        }
        FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
        if (isHeld(channel)) {
            return channel;
        }
        channel.close();
        throw new ForbiddenException(
                "The directory of `" + RecordingProperties.DIRECTORY + "` is another server's.");
    }

    private static void create(Path lock) throws IOException {
        try {
            PrivateFiles.create(lock);
        } catch (FileAlreadyExistsException another) {
            // Whose it is the lock itself tells.
        }
    }

    private static boolean isHeld(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException ours) {
            return false;
        }
    }

    /// Those that are there, the oldest first. What is no recording is left alone.
    List<Recording> found() throws IOException {
        List<Recording> found = new ArrayList<>();
        for (Path path : PrivateFiles.list(directory, NAMES)) {
            last = Math.max(last, number(path));
            Manifest manifest = manifest(path);
            if (manifest != null) {
                found.add(new Recording(path, manifest, null));
            }
        }
        return found;
    }

    private static long number(Path path) {
        return Ids.number(Recording.PREFIX, path.getFileName().toString());
    }

    private static @Nullable Manifest manifest(Path path) throws IOException {
        try {
            Manifest manifest = Manifest.read(path);
            return manifest.endedAt() == null ? Survey.recover(path, manifest) : manifest;
        } catch (NoSuchFileException | JacksonException none) {
            return null;
        }
    }

    /// A new directory in it.
    synchronized Path next() throws IOException {
        Path next = directory.resolve(Recording.PREFIX + ++last);
        PrivateFiles.createDirectory(next);
        return next;
    }

    /// Bytes that the disk has room for.
    long free() throws IOException {
        return Files.getFileStore(directory).getUsableSpace();
    }

    @Override
    public void close() throws IOException {
        held.close();
    }
}
