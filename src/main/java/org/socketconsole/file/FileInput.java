package org.socketconsole.file;

import static org.socketconsole.net.Errno.EAGAIN;

import org.socketconsole.net.SyscallException;

import java.util.ArrayList;
import java.util.List;

/// Reading, as CPython's buffered and text files do it, but that nothing is lost: what a read has
/// received before it failed stays unread.
///
/// In non-blocking mode a read answers what is there. One answer has at most 16 MiB; what is more
/// is left for the next read.
final class FileInput {

    static final int LARGEST = 16 * 1024 * 1024;

    private static final int MOST_LINES = 64 * 1024;
    private static final int TO_THE_END = 64 * 1024;

    private final Unread unread;
    private final int bufsize;

    /// A bufsize of 0 takes no byte from the kernel that was not asked for.
    FileInput(Unread unread, int bufsize) {
        this.unread = unread;
        this.bufsize = bufsize;
    }

    /// So many units unless the stream ends before, or for -1 all until its end; unbuffered, what
    /// one receive gives.
    Piece read(int size, Source source) {
        int wanted = most(size);
        boolean once = bufsize == 0 && size >= 0;
        int end = unread.after(0, wanted);
        while (end < 0 && !(once && unread.length() > 0)) {
            int missing = wanted - unread.count(0, unread.length());
            if (!fill(size < 0 ? TO_THE_END : missing, source)) {
                break;
            }
            end = unread.after(0, wanted);
        }
        return take(end < 0 ? unread.length() : end);
    }

    /// To the end of the line, at most so many units, or for -1 as many as it has.
    Piece readline(int size, Source source) {
        return take(lineEnd(0, most(size), source));
    }

    /// Lines until they have more than so many units together, or for 0 or less all.
    List<Piece> readlines(int hint, Source source) {
        List<Piece> lines = new ArrayList<>();
        int left = unread.largest();
        int enough = hint <= 0 ? left : hint;
        int start = 0;
        for (int total = 0; total <= enough && lines.size() < MOST_LINES; ) {
            int end = lineEnd(start, left - total, source);
            if (end == start) {
                break;
            }
            lines.add(unread.piece(start, end));
            total += unread.count(start, end);
            start = end;
        }
        unread.drop(start);
        return lines;
    }

    private int lineEnd(int start, int most, Source source) {
        int searched = start;
        while (true) {
            int end = unread.lineEnd(searched);
            if (end >= 0 && unread.count(start, end) <= most) {
                return end;
            }
            int limit = unread.after(start, most);
            if (limit >= 0) {
                return limit;
            }
            searched = Math.max(start, unread.length() - 1);
            if (!fill(1, source)) {
                return unread.length();
            }
        }
    }

    /// False when no more comes: at the end of the stream, or for now where something is there.
    private boolean fill(int missing, Source source) {
        byte[] received;
        try {
            received = source.receive(room(missing));
        } catch (SyscallException failure) {
            if (failure.number() != EAGAIN || unread.length() == 0) {
                throw failure;
            }
            return false;
        }
        unread.add(received);
        if (received.length == 0) {
            unread.end();
        }
        return received.length > 0;
    }

    /// As CPython: the buffer's size, or as many whole buffers as are missing.
    private int room(int missing) {
        return bufsize == 0 ? missing : Math.max(bufsize, missing / bufsize * bufsize);
    }

    private int most(int size) {
        return size < 0 ? unread.largest() : Math.min(size, unread.largest());
    }

    private Piece take(int end) {
        Piece piece = unread.piece(0, end);
        unread.drop(end);
        return piece;
    }
}
