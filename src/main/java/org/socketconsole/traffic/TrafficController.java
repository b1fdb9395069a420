package org.socketconsole.traffic;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.Call;
import org.socketconsole.call.InvalidArgumentException;
import org.socketconsole.call.NotFoundException;
import org.socketconsole.call.Streamed;
import org.socketconsole.call.Unlogged;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What passed through the sockets.
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Traffic", description = "What passed through the sockets")
class TrafficController {

    private static final String OCTET_STREAM = "application/octet-stream";
    private static final String PCAPNG = "application/x-pcapng";
    private static final int USUAL_LIMIT = 1000;
    private static final int MAX_LIMIT = 10_000;

    private final TrafficStore store;
    private final ChunkViews views;
    private final TrafficFilters filters;

    TrafficController(TrafficStore store, ChunkViews views, TrafficFilters filters) {
        this.store = store;
        this.views = views;
        this.filters = filters;
    }

    record Query(
            @Schema(description = "Only chunks after the one with this number") @Min(0)
                    @Nullable Long after,
            @Schema(description = "At most so many; 1,000 where absent") @Min(0) @Max(MAX_LIMIT)
                    @Nullable Integer limit,
            @Schema(allowableValues = {"sent", "received"}) @Nullable String direction,
            @Schema(description = "Only those of this socket", example = "s-1")
                    @Nullable String socket,
            @Schema(
                            description = "In the filter language, see docs/filter.md",
                            example = "dir:in len>1000")
                    @Nullable String filter) {}

    record ChunkPage(
            List<ChunkView> items,
            @Schema(description = "How many there are without the limit") long total) {}

    @Operation(summary = "What passed through all sockets, the oldest first, without the bytes")
    @GetMapping("/traffic")
    @Unlogged
    ChunkPage listTraffic(Call call, Query query) {
        return page(query, query.socket);
    }

    @Operation(summary = "What passed through one socket, the oldest first, without the bytes")
    @GetMapping("/sockets/{id}/traffic")
    @Unlogged
    ChunkPage listSocketTraffic(Call call, Query query) {
        return page(query, call.requireId());
    }

    @Operation(summary = "Forgets what passed through all sockets")
    @DeleteMapping("/traffic")
    @Unlogged
    void clearTraffic(Call call) {
        store.clear(null);
    }

    @Operation(
            summary =
                    "Forgets what passed through one socket, and through those that share its descriptor")
    @DeleteMapping("/sockets/{id}/traffic")
    @Unlogged
    void clearSocketTraffic(Call call) {
        store.clear(call.requireId());
    }

    @Operation(summary = "The bytes of one chunk")
    @GetMapping(path = "/traffic/{id}/data", produces = OCTET_STREAM)
    @Unlogged
    byte[] getTrafficData(Call call) {
        return chunk(call.requireId()).data();
    }

    @Operation(summary = "What passed through all sockets, as a capture that Wireshark opens")
    @GetMapping(path = "/traffic.pcapng", produces = PCAPNG)
    @Unlogged
    Streamed getTrafficPcapng(Call call, Query query) {
        return capture(query, query.socket);
    }

    @Operation(summary = "What passed through one socket, as a capture that Wireshark opens")
    @GetMapping(path = "/sockets/{id}/traffic.pcapng", produces = PCAPNG)
    @Unlogged
    Streamed getSocketTrafficPcapng(Call call, Query query) {
        return capture(query, call.requireId());
    }

    /// Without a limit in the query, all of it; a chunk at a time, so that one who reads slowly
    /// keeps no chunk alive that has given way to later ones.
    private Streamed capture(Query query, @Nullable String socketId) {
        Predicate<Chunk> wanted = wanted(query);
        long limit = query.limit == null ? Long.MAX_VALUE : query.limit;
        return new Streamed(
                PCAPNG,
                "traffic.pcapng",
                out -> {
                    BothEnds ends = new BothEnds();
                    chunks(query, socketId).forEach(ends::meet);
                    Pcapng capture = new Pcapng(out, ends);
                    capture.start();
                    for (var left = chunks(query, socketId).filter(wanted).limit(limit).iterator();
                            left.hasNext(); ) {
                        capture.write(left.next());
                    }
                    capture.end(store.dropped(socketId));
                });
    }

    private ChunkPage page(Query query, @Nullable String socketId) {
        List<Chunk> found = chunks(query, socketId).filter(wanted(query)).toList();
        long limit = Objects.requireNonNullElse(query.limit, USUAL_LIMIT);
        return new ChunkPage(found.stream().limit(limit).map(views::of).toList(), found.size());
    }

    private Stream<Chunk> chunks(Query query, @Nullable String socketId) {
        return store.after(Objects.requireNonNullElse(query.after, 0L), socketId);
    }

    private Predicate<Chunk> wanted(Query query) {
        return isGoing(query.direction).and(filters.parse(query.filter));
    }

    private static Predicate<Chunk> isGoing(@Nullable String direction) {
        return switch (direction) {
            case null -> chunk -> true;
            case "sent", "received" -> chunk -> chunk.direction().text().equals(direction);
            default ->
                    throw new InvalidArgumentException(
                            "direction",
                            "is `sent` or `received`, not `"
                                    + direction.toLowerCase(Locale.ROOT)
                                    + "`");
        };
    }

    /// A chunk that was never is not found, and neither is one that gave way to later ones.
    private Chunk chunk(String seq) {
        Chunk chunk = seq.matches("[1-9]\\d{0,17}") ? store.find(Long.parseLong(seq)) : null;
        if (chunk == null) {
            throw new NotFoundException("There is no chunk `" + seq + "`, or no longer.");
        }
        return chunk;
    }
}
