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

/// What passed through the sockets.
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Traffic", description = "What passed through the sockets")
class TrafficController {

    private static final String OCTET_STREAM = "application/octet-stream";
    private static final int USUAL_LIMIT = 1000;
    private static final int MAX_LIMIT = 10_000;

    private final TrafficStore store;
    private final ChunkViews views;
    private final TrafficFilters filters;
    private final Captures captures;

    TrafficController(
            TrafficStore store, ChunkViews views, TrafficFilters filters, Captures captures) {
        this.store = store;
        this.views = views;
        this.filters = filters;
        this.captures = captures;
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
    @GetMapping(path = "/traffic.pcapng", produces = Captures.PCAPNG)
    @Unlogged
    Streamed getTrafficPcapng(Call call, Query query) {
        return captures.pcapng(selection(query, query.socket));
    }

    @Operation(summary = "What passed through one socket, as a capture that Wireshark opens")
    @GetMapping(path = "/sockets/{id}/traffic.pcapng", produces = Captures.PCAPNG)
    @Unlogged
    Streamed getSocketTrafficPcapng(Call call, Query query) {
        return captures.pcapng(selection(query, call.requireId()));
    }

    @Operation(summary = "What passed through all sockets, with the bytes, a JSON object a line")
    @GetMapping(path = "/traffic.jsonl", produces = Captures.JSON_LINES)
    @Unlogged
    Streamed getTrafficJsonl(Call call, Query query) {
        return captures.jsonLines(selection(query, query.socket));
    }

    @Operation(summary = "What passed through one socket, with the bytes, a JSON object a line")
    @GetMapping(path = "/sockets/{id}/traffic.jsonl", produces = Captures.JSON_LINES)
    @Unlogged
    Streamed getSocketTrafficJsonl(Call call, Query query) {
        return captures.jsonLines(selection(query, call.requireId()));
    }

    @Operation(summary = "What passed through all sockets, as hex that text2pcap reads")
    @GetMapping(path = "/traffic.txt", produces = Captures.TEXT)
    @Unlogged
    Streamed getTrafficTxt(Call call, Query query) {
        return captures.hexdump(selection(query, query.socket));
    }

    @Operation(summary = "What passed through one socket, as hex that text2pcap reads")
    @GetMapping(path = "/sockets/{id}/traffic.txt", produces = Captures.TEXT)
    @Unlogged
    Streamed getSocketTrafficTxt(Call call, Query query) {
        return captures.hexdump(selection(query, call.requireId()));
    }

    private ChunkPage page(Query query, @Nullable String socketId) {
        List<Chunk> found = selection(query, socketId).matching().toList();
        long limit = Objects.requireNonNullElse(query.limit, USUAL_LIMIT);
        return new ChunkPage(found.stream().limit(limit).map(views::of).toList(), found.size());
    }

    private Selection selection(Query query, @Nullable String socketId) {
        return new Selection(
                store,
                socketId,
                Objects.requireNonNullElse(query.after, 0L),
                store.last(),
                isGoing(query.direction).and(filters.parse(query.filter)),
                query.limit);
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
