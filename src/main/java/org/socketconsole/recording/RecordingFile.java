package org.socketconsole.recording;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

/// One file of a recording as it is written. What is appended is with the kernel when that returns,
/// and so survives the process; what could not be written whole leaves no trace.
///
/// It is no channel, which closes when its thread is interrupted, as that of a call is by a cancel.
final class RecordingFile implements Closeable {

    private final Path path;
    private final RandomAccessFile file;
    private long bytes;
    private long packets;

    /// A new one, which begins with the bytes.
    RecordingFile(Path path, byte[] head) throws IOException {
        this.path = PrivateFiles.create(path);
        this.file = new RandomAccessFile(path.toFile(), "rw");
        try {
            append(head, head.length, 0);
        } catch (IOException full) {
            delete();
            throw full;
        }
    }

    void append(byte[] data, int length, int packets) throws IOException {
        try {
            file.write(data, 0, length);
        } catch (IOException full) {
            file.setLength(bytes);
            file.seek(bytes);
            throw full;
        }
        this.bytes += length;
        this.packets += packets;
    }

    long bytes() {
        return bytes;
    }

    long packets() {
        return packets;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    void delete() throws IOException {
        file.close();
        Files.deleteIfExists(path);
    }
}
