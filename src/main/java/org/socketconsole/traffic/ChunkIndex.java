package org.socketconsole.traffic;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicReferenceArray;

/// The chunks of all sockets by their numbers, which are given one after the other. They are in
/// pages, since a map with a million entries is slow to grow and to shrink. One thread at a time
/// writes, any number read.
final class ChunkIndex {

    private static final int PAGE = 1024;

    private final ConcurrentNavigableMap<Long, Page> pages = new ConcurrentSkipListMap<>();

    /// Where the last one was put.
    private @Nullable Page latest;

    private static final class Page {
        private final long number;
        private final AtomicReferenceArray<@Nullable Chunk> chunks =
                new AtomicReferenceArray<>(PAGE);
        private int size;

        /// Before it there is nothing any more, and from `end` on nothing yet.
        private volatile int start;

        private int end;

        Page(long seq) {
            this.number = seq / PAGE;
            this.start = place(seq);
            this.end = start;
        }

        void add(Chunk chunk) {
            size++;
            end = place(chunk.seq()) + 1;
            chunks.set(end - 1, chunk);
        }

        void remove(int place) {
            size -= chunks.getAndSet(place, null) == null ? 0 : 1;
            int next = start;
            while (next < end && chunks.get(next) == null) {
                next++;
            }
            start = next;
        }

        private @Nullable Chunk from(int place) {
            for (int i = Math.max(place, start); i < PAGE; i++) {
                Chunk chunk = chunks.get(i);
                if (chunk != null) {
                    return chunk;
                }
            }
            return null;
        }
    }

    /// Its number is larger than all before.
    void add(Chunk chunk) {
        Page page = latest;
        if (page == null || page.number != chunk.seq() / PAGE) {
            page = new Page(chunk.seq());
            pages.put(page.number, page);
            latest = page;
        }
        page.add(chunk);
    }

    @Nullable Chunk get(long seq) {
        Page page = pages.get(seq / PAGE);
        return page == null ? null : page.chunks.get(place(seq));
    }

    void remove(long seq) {
        Page page = pages.get(seq / PAGE);
        if (page == null) {
            return;
        }
        page.remove(place(seq));
        if (page.size == 0) {
            forget(page);
        }
    }

    /// The first one after the number.
    @Nullable Chunk after(long seq) {
        Page page = pages.get((seq + 1) / PAGE);
        Chunk chunk = page == null ? null : page.from(place(seq + 1));
        for (long number = (seq + 1) / PAGE; chunk == null; ) {
            Map.Entry<Long, Page> next = pages.higherEntry(number);
            if (next == null) {
                return null;
            }
            number = next.getKey();
            chunk = next.getValue().from(0);
        }
        return chunk;
    }

    private void forget(Page page) {
        pages.remove(page.number);
        if (page == latest) {
            latest = null;
        }
    }

    private static int place(long seq) {
        return (int) (seq % PAGE);
    }
}
