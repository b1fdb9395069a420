package org.socketconsole.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import org.junit.jupiter.api.Test;
import org.socketconsole.event.Hub;
import org.socketconsole.libc.Libc.Received;
import org.socketconsole.net.SocketConstants;
import org.springframework.util.unit.DataSize;

import java.util.List;

class TrafficStoreTests {

    private static final int CHUNK = 1000;
    private static final int WEIGHT = CHUNK + 256;

    private final Hub hub = new Hub();

    @Test
    void theOldestChunkOfASocketGivesWayAtItsBound() {
        TrafficStore store = store(3 * WEIGHT, 100 * WEIGHT);
        Traffic loud = socket(store, "s-1");
        Traffic quiet = socket(store, "s-2");
        receive(quiet, 1);
        receive(loud, 5);
        assertThat(store.after(0, "s-1")).extracting(Chunk::seq).containsExactly(4L, 5L, 6L);
        assertThat(store.after(0, "s-2")).hasSize(1);
        assertThat(store.dropped()).isEqualTo(2);
        assertThat(store.find(2)).isNull();
    }

    @Test
    void theOldestOfAllGivesWayAtTheBoundOfAll() {
        TrafficStore store = store(100 * WEIGHT, 3 * WEIGHT);
        receive(socket(store, "s-1"), 2);
        receive(socket(store, "s-2"), 3);
        assertThat(store.after(0, null)).extracting(Chunk::seq).containsExactly(3L, 4L, 5L);
        assertThat(store.after(0, "s-1")).isEmpty();
        assertThat(store.bytes()).isEqualTo(3 * WEIGHT);
    }

    @Test
    void aChunkLargerThanTheBoundIsKeptUntilTheNext() {
        TrafficStore store = store(10, 10);
        Traffic traffic = socket(store, "s-1");
        receive(traffic, 1);
        assertThat(store.after(0, null)).hasSize(1);
        receive(traffic, 1);
        assertThat(store.after(0, null)).extracting(Chunk::seq).containsExactly(2L);
    }

    @Test
    void theEndOfAStreamIsNoChunkAndAnEmptyMessageIsOne() {
        TrafficStore store = store(10 * WEIGHT, 10 * WEIGHT);
        socket(store, "s-1").received(received(0), "recv");
        assertThat(store.last()).isZero();
        transport(store, "s-2", SocketConstants.SOCK_DGRAM).received(received(0), "recv");
        assertThat(store.last()).isEqualTo(1);
    }

    private TrafficStore store(long perSocket, long total) {
        TrafficProperties bounds =
                new TrafficProperties(DataSize.ofBytes(perSocket), DataSize.ofBytes(total));
        return new TrafficStore(hub, mock(ChunkViews.class), bounds);
    }

    private static Traffic socket(TrafficStore store, String id) {
        return transport(store, id, SocketConstants.SOCK_STREAM);
    }

    private static Traffic transport(TrafficStore store, String id, int type) {
        Transport transport = new Transport(SocketConstants.AF_INET, type, 0);
        return store.open(id, transport, () -> new Ends(new byte[0], new byte[0]));
    }

    private static void receive(Traffic traffic, int chunks) {
        for (int i = 0; i < chunks; i++) {
            traffic.received(received(CHUNK), "recv");
        }
    }

    private static Received received(int size) {
        return new Received(size, new byte[size], new byte[0], List.of(), 0);
    }
}
