package org.socketconsole.recording;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.LongWork;
import org.socketconsole.traffic.Chunk;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;

/// The chunks of a recording's files after a number, one file open at a time. A file that is gone
/// by then gave way to later ones.
final class RecordedSpan implements Supplier<@Nullable Chunk>, Closeable {

    private static final InputStream NOTHING = InputStream.nullInputStream();

    private final Deque<Path> left;
    private final long after;
    private final LongWork work = new LongWork();
    private final ImportedConversations conversations = new ImportedConversations();
    private long last;
    private InputStream open = NOTHING;
    private @Nullable RecordedChunks chunks;

    RecordedSpan(List<Path> files, long after) throws IOException {
        this.left = new ArrayDeque<>(files);
        this.after = after;
        skip();
    }

    /// Null at the end.
    @Override
    public @Nullable Chunk get() {
        try {
            Chunk next = next();
            while (next != null && next.seq() <= after) {
                next = next();
            }
            work.giveWay();
            return next;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void close() {
        try {
            open.close();
        } catch (IOException of) {
            throw new UncheckedIOException(of);
        }
    }

    /// Files whose next one begins no later than what is wanted have none of it.
    private void skip() throws IOException {
        while (after > 0 && left.size() > 1) {
            Path first = left.removeFirst();
            if (first(left.getFirst()) > after + 1) {
                left.addFirst(first);
                return;
            }
        }
    }

    private static long first(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            Chunk first =
                    new RecordedChunks(CaptureReader.of(in), new ImportedConversations()).next();
            return first == null ? Long.MAX_VALUE : first.seq();
        } catch (NoSuchFileException | DamagedCaptureException none) {
            return 0;
        }
    }

    private @Nullable Chunk next() throws IOException {
        while (true) {
            Chunk next = chunks == null ? null : whole(chunks);
            if (next != null) {
                return numbered(next);
            }
            if (left.isEmpty()) {
                return null;
            }
            open(left.removeFirst());
        }
    }

    /// What was put together of several captures is numbered on.
    private Chunk numbered(Chunk chunk) {
        Chunk numbered = chunk.seq() > last ? chunk : chunk.withSeq(last + 1);
        last = numbered.seq();
        return numbered;
    }

    /// What somebody else damaged ends there.
    private static @Nullable Chunk whole(RecordedChunks chunks) throws IOException {
        try {
            return chunks.next();
        } catch (DamagedCaptureException end) {
            return null;
        }
    }

    private void open(Path file) throws IOException {
        close();
        try {
            open = Files.newInputStream(file);
            chunks = new RecordedChunks(CaptureReader.of(open), conversations);
        } catch (NoSuchFileException | DamagedCaptureException none) {
            chunks = null;
        }
    }
}
