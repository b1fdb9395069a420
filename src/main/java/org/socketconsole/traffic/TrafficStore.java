package org.socketconsole.traffic;

import org.jspecify.annotations.Nullable;
import org.socketconsole.event.Event.Type;
import org.socketconsole.event.Hub;
import org.socketconsole.traffic.Chunk.Direction;
import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;
import java.util.function.Supplier;

/// What passed through all sockets, in memory, up to a bound for each and one for all: the oldest
/// goes first, and is counted.
@Component
public class TrafficStore {

    private final Hub hub;
    private final ChunkViews views;
    private final TrafficProperties bounds;
    private final ConcurrentNavigableMap<Long, Chunk> chunks = new ConcurrentSkipListMap<>();
    private final Map<String, Kept> bySocket = new ConcurrentHashMap<>();
    private final AtomicLong dropped = new AtomicLong();
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong received = new AtomicLong();
    private volatile long bytes;
    private volatile long last;

    TrafficStore(Hub hub, ChunkViews views, TrafficProperties bounds) {
        this.hub = hub;
        this.views = views;
        this.bounds = bounds;
    }

    /// The chunks of one socket, and what they weigh.
    private static final class Kept {
        private final ConcurrentNavigableMap<Long, Chunk> chunks = new ConcurrentSkipListMap<>();
        private long bytes;
    }

    /// The traffic of a new socket; `ends` tells its addresses when something passes.
    public Traffic open(String socketId, Transport transport, Supplier<Ends> ends) {
        return new Traffic(this, socketId, transport, ends);
    }

    /// In one order: whoever has read up to a number has all chunks below it.
    synchronized void keep(LongFunction<Chunk> numbered) {
        Chunk chunk = numbered.apply(++last);
        Kept kept = bySocket.computeIfAbsent(chunk.socketId(), id -> new Kept());
        chunks.put(chunk.seq(), chunk);
        kept.chunks.put(chunk.seq(), chunk);
        kept.bytes += chunk.weight();
        bytes += chunk.weight();
        (chunk.direction() == Direction.SENT ? sent : received).addAndGet(chunk.data().length);
        makeRoom(kept);
        hub.publish(Type.TRAFFIC, chunk.socketId(), views.of(chunk));
    }

    public @Nullable Chunk find(long seq) {
        return chunks.get(seq);
    }

    /// The chunks after the one with the number, of one socket or, with null, of all.
    public Collection<Chunk> after(long seq, @Nullable String socketId) {
        return of(socketId).tailMap(seq, false).values();
    }

    /// The number of the latest chunk, zero before the first.
    public long last() {
        return last;
    }

    /// The oldest chunk that is kept, or where the next will be.
    public long earliest(@Nullable String socketId) {
        Map.Entry<Long, Chunk> first = of(socketId).firstEntry();
        return first == null ? last + 1 : first.getKey();
    }

    /// Bytes in memory.
    public long bytes() {
        return bytes;
    }

    /// Bytes that passed since the start, kept or not.
    public long bytesSent() {
        return sent.get();
    }

    public long bytesReceived() {
        return received.get();
    }

    /// Chunks that gave way to later ones.
    public long dropped() {
        return dropped.get();
    }

    private NavigableMap<Long, Chunk> of(@Nullable String socketId) {
        if (socketId == null) {
            return chunks;
        }
        Kept kept = bySocket.get(socketId);
        return kept == null ? new ConcurrentSkipListMap<>() : kept.chunks;
    }

    private void makeRoom(Kept latest) {
        while (latest.bytes > bounds.perSocket().toBytes() && latest.chunks.size() > 1) {
            drop(latest.chunks.firstEntry().getValue());
        }
        while (bytes > bounds.total().toBytes() && chunks.size() > 1) {
            drop(chunks.firstEntry().getValue());
        }
    }

    private void drop(Chunk oldest) {
        Kept kept = bySocket.get(oldest.socketId());
        if (kept == null) {
            return;
        }
        chunks.remove(oldest.seq());
        kept.chunks.remove(oldest.seq());
        kept.bytes -= oldest.weight();
        bytes -= oldest.weight();
        dropped.incrementAndGet();
        if (kept.chunks.isEmpty()) {
            bySocket.remove(oldest.socketId());
        }
    }
}
