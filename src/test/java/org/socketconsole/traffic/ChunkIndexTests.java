package org.socketconsole.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.socketconsole.libc.Octets;
import org.socketconsole.traffic.Chunk.Direction;

import java.util.Random;
import java.util.TreeMap;

class ChunkIndexTests {

    private static final int CHUNKS = 20_000;
    private static final byte[] NONE = {};

    @Test
    void whateverIsPutAndRemovedItIsFoundLikeInASortedMap() {
        Random random = new Random(7);
        ChunkIndex index = new ChunkIndex();
        TreeMap<Long, Chunk> model = new TreeMap<>();
        for (long seq = 1; seq <= CHUNKS; seq++) {
            Chunk chunk = chunk(seq);
            index.add(chunk);
            model.put(seq, chunk);
            while (!model.isEmpty() && random.nextInt(20) > 9) {
                remove(
                        random.nextInt(4) > 0 ? model.firstKey() : anyOf(model, random),
                        index,
                        model);
            }
            assertSame(random.nextLong(seq + 2), index, model);
            assertSame(0, index, model);
        }
        while (!model.isEmpty()) {
            remove(model.firstKey(), index, model);
            assertSame(0, index, model);
        }
    }

    private static void remove(long seq, ChunkIndex index, TreeMap<Long, Chunk> model) {
        index.remove(seq);
        model.remove(seq);
    }

    private static long anyOf(TreeMap<Long, Chunk> model, Random random) {
        return model.floorKey(random.nextLong(model.firstKey(), model.lastKey() + 1));
    }

    private static void assertSame(long seq, ChunkIndex index, TreeMap<Long, Chunk> model) {
        assertThat(index.get(seq)).isSameAs(model.get(seq));
        var next = model.higherEntry(seq);
        assertThat(index.after(seq)).isSameAs(next == null ? null : next.getValue());
    }

    private static Chunk chunk(long seq) {
        return new Chunk(
                seq,
                0,
                "s-1",
                Direction.SENT,
                "send",
                seq,
                Octets.of(NONE),
                0,
                0,
                NONE,
                new Transport(2, 1, 6),
                new Ends(NONE, NONE),
                null);
    }
}
