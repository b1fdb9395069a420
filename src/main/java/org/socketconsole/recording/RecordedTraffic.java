package org.socketconsole.recording;

import org.socketconsole.call.NotFoundException;
import org.socketconsole.resolve.Addresses;
import org.socketconsole.traffic.Chunk;
import org.socketconsole.traffic.ChunkPage;
import org.socketconsole.traffic.ChunkViews;
import org.socketconsole.traffic.TrafficFilters;
import org.socketconsole.traffic.TrafficQuery;
import org.springframework.stereotype.Component;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Shows what recordings hold, as what passes is shown. It is read from the disk each time, and
/// never whole in memory.
@Component
class RecordedTraffic {

    private static final int MOST_SOCKETS = 10_000;

    private final ChunkViews views;
    private final TrafficFilters filters;
    private final Addresses addresses;

    RecordedTraffic(ChunkViews views, TrafficFilters filters, Addresses addresses) {
        this.views = views;
        this.filters = filters;
        this.addresses = addresses;
    }

    ChunkPage page(Recording recording, TrafficQuery query) {
        Predicate<Chunk> wanted =
                filters.matching(query, chunk -> new RecordedSocket(chunk, addresses));
        return read(recording, query.start(), chunks -> views.page(chunks.filter(wanted), query));
    }

    /// Of the chunk with the number; what is none is not found.
    byte[] data(Recording recording, String number) {
        long seq = number.matches("[1-9]\\d{0,17}") ? Long.parseLong(number) : 0;
        return read(
                recording,
                Math.max(0, seq - 1),
                chunks ->
                        chunks.findFirst()
                                .filter(chunk -> chunk.seq() == seq)
                                .map(Chunk::data)
                                .orElseThrow(() -> missing(recording, number)));
    }

    /// The first so many, in the order in which they were first seen.
    List<RecordedSocketView> sockets(Recording recording) {
        Map<String, RecordedSocketView> sockets = new LinkedHashMap<>();
        read(
                recording,
                0,
                chunks -> {
                    chunks.forEach(chunk -> count(sockets, chunk));
                    return sockets;
                });
        return List.copyOf(sockets.values());
    }

    private void count(Map<String, RecordedSocketView> sockets, Chunk chunk) {
        if (sockets.size() < MOST_SOCKETS || sockets.containsKey(chunk.socketId())) {
            sockets.compute(
                    chunk.socketId(),
                    (id, socket) -> (socket == null ? first(chunk) : socket).with(chunk));
        }
    }

    private RecordedSocketView first(Chunk chunk) {
        return RecordedSocketView.of(new RecordedSocket(chunk, addresses));
    }

    private static <T> T read(Recording recording, long after, Function<Stream<Chunk>, T> reading) {
        return Disk.run(
                "read_recording",
                () -> {
                    try (Stream<Chunk> chunks = recording.after(after)) {
                        return reading.apply(chunks);
                    }
                });
    }

    private static NotFoundException missing(Recording recording, String seq) {
        return new NotFoundException(
                "There is no chunk `%s` in recording `%s`, or no longer."
                        .formatted(seq, recording.id()));
    }
}
