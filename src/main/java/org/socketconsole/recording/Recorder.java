package org.socketconsole.recording;

import org.jspecify.annotations.Nullable;
import org.socketconsole.traffic.Chunk;
import org.socketconsole.traffic.Tap;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// Writes what passes while it runs. A call that moved bytes goes on when they are written: one of
/// the calls that wait writes for all of them, so that many share one write.
///
/// A disk that is full stops no call: what could not be written is counted, and told in the file as
/// soon as there is room.
final class Recorder implements Tap {

    private static final int BATCH = 1024 * 1024;

    /// A few microseconds, as one write takes.
    private static final int SPINS = 200;

    private static final byte[] HEAD = PacketBuffer.head();

    private final ReentrantLock turn = new ReentrantLock();
    private final Queue<Object> waiting = new ConcurrentLinkedQueue<>();
    private final Wanted wanted;
    private final FileRing files;
    private final PacketBuffer buffer;
    private long dropped;

    /// How many of them the files tell of.
    private long told;

    /// The number of the latest chunk that is, or was dropped.
    private volatile long written;

    private boolean ended;
    private volatile Totals totals;

    /// @param mostPayload the most bytes that are kept of each chunk
    Recorder(FileRing files, Wanted wanted, int mostPayload) {
        this.files = files;
        this.wanted = wanted;
        this.buffer = new PacketBuffer(mostPayload);
        this.totals = totals(null);
    }

    static FileRing files(Path directory, RecordingProperties bounds) throws IOException {
        return new FileRing(directory, bounds.fileSize().toBytes(), bounds.files(), HEAD);
    }

    @Override
    public void take(Chunk chunk) {
        if (wanted.isOf(chunk.socketId())) {
            waiting.add(chunk);
        }
    }

    @Override
    public void settle(Chunk chunk) {
        if (wanted.isOf(chunk.socketId())) {
            writeUpTo(chunk.seq());
        }
    }

    /// What a call did that moved no bytes.
    void note(@Nullable String socketId, Supplier<String> text) {
        if (wanted.takesCallsOf(socketId)) {
            waiting.add(text.get());
            writeAll();
        }
    }

    Totals totals() {
        return totals;
    }

    /// With what was dropped at its end.
    Totals end() {
        writeAll();
        turn.lock();
        try {
            ended = true;
            append(PacketBuffer.statistics(dropped));
            files.close();
        } catch (IOException full) {
            totals = totals(full.getMessage());
        } finally {
            turn.unlock();
        }
        return totals;
    }

    /// Whoever comes while another writes is mostly written by that one, in less time than it takes
    /// to park a thread and wake it.
    private void writeUpTo(long seq) {
        for (int i = 0; i < SPINS && written < seq && turn.isLocked(); i++) {
            Thread.onSpinWait();
        }
        if (written < seq) {
            writeWhile(() -> written < seq);
        }
    }

    /// Who comes to wait while another writes finds all written.
    private void writeAll() {
        writeWhile(() -> true);
    }

    /// Others add meanwhile.
    private void writeWhile(BooleanSupplier goesOn) {
        turn.lock();
        try {
            while (goesOn.getAsBoolean() && !waiting.isEmpty() && !ended) {
                write();
            }
        } finally {
            turn.unlock();
        }
    }

    private void write() {
        long last = fill();
        try {
            if (files.isFull(buffer.size())) {
                files.turn(PacketBuffer.statistics(dropped));
            }
            files.append(buffer.array(), buffer.size(), buffer.packets());
            told = dropped;
            totals = totals(null);
        } catch (IOException full) {
            dropped += buffer.packets();
            totals = totals(full.getMessage());
        }
        written = last;
    }

    /// Answers the number of the last chunk that is in the buffer, or is not wanted.
    private long fill() {
        long last = written;
        buffer.reset();
        if (told < dropped) {
            buffer.addStatistics(dropped);
        }
        for (Object next; buffer.size() < BATCH && (next = waiting.poll()) != null; ) {
            switch (next) {
                case Chunk chunk -> last = add(chunk);
                default -> buffer.add((String) next);
            }
        }
        return last;
    }

    private long add(Chunk chunk) {
        if (wanted.takes(chunk)) {
            buffer.add(chunk);
        }
        return chunk.seq();
    }

    private void append(byte[] bytes) throws IOException {
        files.append(bytes, bytes.length, 0);
        totals = totals(null);
    }

    private Totals totals(@Nullable String error) {
        return files.totals(dropped, error);
    }
}
