package org.socketconsole.file;

import java.util.Arrays;

/// Bytes that wait for their turn. The array grows with them, and is let go when it was large.
final class ByteQueue {

    private static final int KEPT = 64 * 1024;

    private byte[] bytes = {};
    private int start;
    private int end;

    int size() {
        return end - start;
    }

    void add(byte[] more) {
        if (bytes.length - end < more.length) {
            move(Math.max(2 * size(), size() + more.length));
        }
        System.arraycopy(more, 0, bytes, end, more.length);
        end += more.length;
    }

    /// The bytes between two places, counted from the first that waits.
    byte[] peek(int from, int to) {
        return Arrays.copyOfRange(bytes, start + from, start + to);
    }

    void drop(int count) {
        start += count;
        if (start == end) {
            clear();
        }
    }

    void clear() {
        start = 0;
        end = 0;
        bytes = bytes.length > KEPT ? new byte[0] : bytes;
    }

    /// The place of the first such byte at or after a place, or -1.
    int indexOf(byte wanted, int from) {
        for (int i = start + from; i < end; i++) {
            if (bytes[i] == wanted) {
                return i - start;
            }
        }
        return -1;
    }

    private void move(int capacity) {
        byte[] moved = new byte[capacity];
        System.arraycopy(bytes, start, moved, 0, size());
        end = size();
        start = 0;
        bytes = moved;
    }
}
