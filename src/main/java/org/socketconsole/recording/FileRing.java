package org.socketconsole.recording;

import org.jspecify.annotations.Nullable;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/// The files that one recording is written to, of which the oldest goes when there are too many.
/// Each is whole for itself.
final class FileRing implements Closeable {

    /// Of the names of all files.
    static final String NAMES = "\\d{8}\\.pcapng";

    private final Path directory;
    private final long fileSize;
    private final int most;
    private final byte[] head;
    private final Deque<RecordingFile> files = new ArrayDeque<>();
    private int number;

    /// Of all but the last, which is written to.
    private long packets;

    private long bytes;

    /// @param head what each begins with
    FileRing(Path directory, long fileSize, int most, byte[] head) throws IOException {
        this.directory = directory;
        this.fileSize = fileSize;
        this.most = most;
        this.head = head;
        begin();
    }

    static Path file(Path directory, int number) {
        return directory.resolve(String.format(Locale.ROOT, "%08d.pcapng", number));
    }

    /// Whether the next bytes belong into the next file. One that has none takes any.
    boolean isFull(int length) {
        RecordingFile last = files.getLast();
        return last.packets() > 0 && last.bytes() + length > fileSize;
    }

    /// @param tail what the file that is full ends with
    void turn(byte[] tail) throws IOException {
        RecordingFile full = files.getLast();
        begin();
        try {
            full.append(tail, tail.length, 0);
        } finally {
            retire(full);
        }
    }

    private void retire(RecordingFile full) throws IOException {
        full.close();
        count(full, 1);
        while (files.size() > most) {
            RecordingFile oldest = files.removeFirst();
            count(oldest, -1);
            oldest.delete();
        }
    }

    void append(byte[] data, int length, int packets) throws IOException {
        files.getLast().append(data, length, packets);
    }

    Totals totals(long dropped, @Nullable String error) {
        RecordingFile last = files.getLast();
        return new Totals(
                packets + last.packets(), bytes + last.bytes(), files.size(), dropped, error);
    }

    @Override
    public void close() throws IOException {
        files.getLast().close();
    }

    private void count(RecordingFile file, int sign) {
        packets += sign * file.packets();
        bytes += sign * file.bytes();
    }

    private void begin() throws IOException {
        files.addLast(new RecordingFile(file(directory, ++number), head));
    }
}
