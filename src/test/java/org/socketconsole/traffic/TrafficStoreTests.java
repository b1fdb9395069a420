package org.socketconsole.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.socketconsole.traffic.Chunk.Direction.RECEIVED;
import static org.socketconsole.traffic.Chunk.Direction.SENT;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.socketconsole.event.Hub;
import org.socketconsole.libc.Block;
import org.socketconsole.libc.Octets;
import org.socketconsole.net.SocketConstants;
import org.springframework.util.unit.DataSize;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Iterator;

class TrafficStoreTests {

    private static final int CHUNK = 1000;
    private static final int WEIGHT = CHUNK + 256;
    private static final byte[] NONE = {};
    private static final Transport TCP =
            new Transport(SocketConstants.AF_INET, SocketConstants.SOCK_STREAM, 0);

    private final Hub hub = new Hub();

    @Test
    void theOldestChunkOfASocketGivesWayAtItsBound() {
        TrafficStore store = store(3 * WEIGHT, 100 * WEIGHT);
        Traffic loud = store.open();
        Traffic quiet = store.open();
        receive(quiet, "s-2", 0, 1);
        receive(loud, "s-1", 0, 5);
        assertThat(store.after(0, "s-1")).extracting(Chunk::seq).containsExactly(4L, 5L, 6L);
        assertThat(store.after(0, "s-2")).hasSize(1);
        assertThat(store.dropped()).isEqualTo(2);
        assertThat(store.find(2)).isNull();
    }

    @Test
    void theOldestOfAllGivesWayAtTheBoundOfAll() {
        TrafficStore store = store(100 * WEIGHT, 3 * WEIGHT);
        receive(store.open(), "s-1", 0, 2);
        receive(store.open(), "s-2", 0, 3);
        assertThat(store.after(0, null)).extracting(Chunk::seq).containsExactly(3L, 4L, 5L);
        assertThat(store.after(0, "s-1")).isEmpty();
        assertThat(store.bytes()).isEqualTo(3 * WEIGHT);
    }

    @Test
    void aChunkLargerThanTheBoundIsKeptUntilTheNext() {
        TrafficStore store = store(10, 10);
        Traffic traffic = store.open();
        receive(traffic, "s-1", 0, 1);
        assertThat(store.after(0, null)).hasSize(1);
        receive(traffic, "s-1", 1, 1);
        assertThat(store.after(0, null)).extracting(Chunk::seq).containsExactly(2L);
    }

    @Test
    void theDescriptorsOfASocketShareItsBoundAndAreListedApart() {
        TrafficStore store = store(3 * WEIGHT, 100 * WEIGHT);
        Traffic traffic = store.open();
        receive(traffic, "s-1", 0, 2);
        receive(traffic, "s-2", 2, 2);
        assertThat(store.after(0, "s-1")).extracting(Chunk::seq).containsExactly(2L);
        assertThat(store.after(0, "s-2")).extracting(Chunk::seq).containsExactly(3L, 4L);
    }

    @Test
    void aSelectionEndsWithTheChunkThatWasTheLatest() {
        TrafficStore store = store(100 * WEIGHT, 100 * WEIGHT);
        Traffic traffic = store.open();
        receive(traffic, "s-1", 0, 2);
        Selection selection = new Selection(store, ofSocket("s-1"), store.last(), chunk -> true);
        Iterator<Chunk> chunks = selection.chunks().iterator();
        chunks.next();
        receive(traffic, "s-1", 2, 1);
        assertThat(chunks).toIterable().extracting(Chunk::seq).containsExactly(2L);
    }

    private static TrafficQuery ofSocket(String id) {
        return new TrafficQuery(null, null, null, id, null, null, null);
    }

    @Test
    void bothDirectionsOfASocketAreListedInOneOrder() {
        TrafficStore store = store(100 * WEIGHT, 100 * WEIGHT);
        Traffic traffic = store.open();
        for (int i = 0; i < 4; i++) {
            keep(traffic, "s-1", i % 2 == 0 ? SENT : RECEIVED, i / 2 * CHUNK);
        }
        assertThat(store.after(1, "s-1")).extracting(Chunk::seq).containsExactly(2L, 3L, 4L);
    }

    @Test
    void aKeptChunkIsFoundByAnyOffsetOfItsBytes() {
        TrafficStore store = store(3 * WEIGHT, 100 * WEIGHT);
        Traffic traffic = store.open();
        receive(traffic, "s-1", 0, 40);
        assertThat(seqAt(traffic, 37 * CHUNK - 1)).isEqualTo(38);
        assertThat(seqAt(traffic, 37 * CHUNK)).isEqualTo(38);
        assertThat(seqAt(traffic, 39 * CHUNK - 1)).isEqualTo(39);
        assertThat(seqAt(traffic, 40 * CHUNK - 1)).isEqualTo(40);
        assertThat(seqAt(traffic, 40 * CHUNK)).isNull();
        assertThat(traffic.from(SENT, 38 * CHUNK)).isNull();
    }

    @Test
    void whatIsHeldStaysWhileOthersGiveWay() {
        TrafficStore store = store(3 * WEIGHT, 100 * WEIGHT);
        Traffic traffic = store.open();
        receive(traffic, "s-1", 0, 1);
        traffic.hold();
        receive(traffic, "s-1", 1, 2);
        for (int i = 0; i < 3; i++) {
            keep(traffic, "s-1", SENT, i * CHUNK);
        }
        assertThat(store.after(0, "s-1")).extracting(Chunk::seq).containsExactly(2L, 3L, 6L);
        assertThat(store.dropped()).isEqualTo(3);
        traffic.hold();
        keep(traffic, "s-1", SENT, 3 * CHUNK);
        assertThat(store.after(0, "s-1")).extracting(Chunk::seq).containsExactly(3L, 6L, 7L);
    }

    @Test
    void whatIsHeldStaysAtTheBoundOfAllUntilItIsReleased() {
        TrafficStore store = store(100 * WEIGHT, 4 * WEIGHT);
        Traffic careful = store.open();
        Traffic other = store.open();
        careful.hold();
        receive(careful, "s-1", 0, 1);
        receive(other, "s-2", 0, 5);
        assertThat(store.after(0, null)).extracting(Chunk::seq).containsExactly(1L, 4L, 5L, 6L);
        careful.release();
        receive(other, "s-2", 5, 1);
        assertThat(store.after(0, null)).extracting(Chunk::seq).containsExactly(4L, 5L, 6L, 7L);
    }

    @Test
    void halfOfTheBoundOfAllMayBeHeld() {
        TrafficStore store = store(100 * WEIGHT, 4 * WEIGHT);
        Traffic one = store.open();
        Traffic other = store.open();
        one.hold();
        receive(one, "s-1", 0, 1);
        other.hold();
        assertThat(other.isFull()).isFalse();
        receive(other, "s-2", 0, 1);
        assertThat(one.isFull()).isTrue();
        one.hold();
        assertThat(one.isFull()).isFalse();
        store.clear("s-2");
        receive(one, "s-1", 1, 1);
        assertThat(one.isFull()).isFalse();
    }

    @Test
    void whatGivesWayWhileItIsReadIsNotHeld() {
        TrafficStore store = store(100 * WEIGHT, 3 * WEIGHT);
        Traffic traffic = store.open();
        receive(traffic, "s-1", 0, 3);
        Iterator<Chunk> reader = store.after(0, null).iterator();
        assertThat(reader.next().seq()).isEqualTo(1);
        receive(traffic, "s-1", 3, 3);
        assertThat(reader).toIterable().extracting(Chunk::seq).containsExactly(4L, 5L, 6L);
    }

    @Test
    void aChunkThatGaveWayNeverShowsTheBytesOfTheNext() {
        TrafficStore store = store(2 * (Block.SIZE + 256), 100 * Block.SIZE);
        Traffic traffic = store.open();
        keepBlock(traffic, "s-1", 1);
        Chunk seen = store.after(0, null).findFirst().orElseThrow();
        byte[] before = seen.data();
        for (int number = 2; number < 500; number++) {
            keepBlock(traffic, "s-1", number);
        }
        assertThat(before).hasSize(Block.SIZE).containsOnly(1);
        assertThat(seen.data()).isEmpty();
        assertThat(seen.whole()).isEmpty();
    }

    @Test
    void aChunkThatWasFoundKeepsItsBytesWhateverGivesWay() {
        TrafficStore store = store(2 * (Block.SIZE + 256), 100 * Block.SIZE);
        Traffic traffic = store.open();
        keepBlock(traffic, "s-1", 1);
        Chunk found = store.find(1);
        for (int number = 2; number < 500; number++) {
            keepBlock(traffic, "s-1", number);
        }
        assertThat(found.data()).hasSize(Block.SIZE).containsOnly(1);
    }

    @Test
    void manyBytesWeighTheBlockThatTheyTake() {
        TrafficStore store = store(100 * Block.SIZE, 100 * Block.SIZE);
        keepBlock(store.open(), "s-1", 1);
        assertThat(store.bytes()).isEqualTo(Block.SIZE + 256);
    }

    private TrafficStore store(long perSocket, long total) {
        TrafficProperties bounds =
                new TrafficProperties(DataSize.ofBytes(perSocket), DataSize.ofBytes(total));
        return new TrafficStore(hub, mock(ChunkViews.class), bounds);
    }

    private static void receive(Traffic traffic, String socketId, int before, int chunks) {
        for (int i = before; i < before + chunks; i++) {
            keep(traffic, socketId, RECEIVED, i * CHUNK);
        }
    }

    private static void keep(
            Traffic traffic, String socketId, Chunk.Direction direction, long offset) {
        keep(traffic, socketId, direction, offset, Octets.of(new byte[CHUNK]));
    }

    private static void keep(
            Traffic traffic,
            String socketId,
            Chunk.Direction direction,
            long offset,
            Octets octets) {
        traffic.keep(
                seq ->
                        new Chunk(
                                seq,
                                0,
                                socketId,
                                direction,
                                "call",
                                offset,
                                octets,
                                octets.size(),
                                0,
                                NONE,
                                TCP,
                                new Ends(NONE, NONE),
                                null));
    }

    /// As many bytes as are kept in a block, each of them the number.
    private static void keepBlock(Traffic traffic, String socketId, int number) {
        byte[] bytes = new byte[Block.SIZE];
        Arrays.fill(bytes, (byte) number);
        Octets octets = Octets.of(ByteBuffer.wrap(bytes));
        keep(traffic, socketId, RECEIVED, (long) number * Block.SIZE, octets);
        octets.release();
    }

    private static @Nullable Long seqAt(Traffic traffic, long offset) {
        Chunk chunk = traffic.from(RECEIVED, offset);
        return chunk == null ? null : chunk.seq();
    }
}
