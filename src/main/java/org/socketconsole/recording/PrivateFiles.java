package org.socketconsole.recording;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/// Files that nobody else reads: they hold what passed.
final class PrivateFiles {

    private static final FileAttribute<?> OWNERS_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final FileAttribute<?> OWNERS_DIRECTORY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private PrivateFiles() {}

    /// A new one.
    static Path create(Path file) throws IOException {
        return Files.createFile(file, OWNERS_FILE);
    }

    static void createDirectory(Path directory) throws IOException {
        Files.createDirectory(directory, OWNERS_DIRECTORY);
    }

    static void createDirectories(Path directory) throws IOException {
        Files.createDirectories(directory, OWNERS_DIRECTORY);
    }

    /// Those of a directory itself, sorted by name, and not what links lead to.
    static List<Path> list(Path directory, String pattern) throws IOException {
        try (Stream<Path> all = Files.list(directory)) {
            return all.filter(path -> path.getFileName().toString().matches(pattern))
                    .filter(path -> !Files.isSymbolicLink(path))
                    .sorted()
                    .toList();
        } catch (NoSuchFileException none) {
            return List.of();
        }
    }

    /// A directory with the files in it; answers whether it was there.
    static boolean delete(Path directory) throws IOException {
        for (Path file : list(directory, ".*")) {
            Files.deleteIfExists(file);
        }
        return Files.deleteIfExists(directory);
    }

    static boolean isDirectory(Path path) {
        return Files.isDirectory(path, NOFOLLOW_LINKS);
    }
}
