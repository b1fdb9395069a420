package org.socketconsole.traffic;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.socketconsole.call.Call;
import org.socketconsole.call.NotFoundException;
import org.socketconsole.call.SocketIds;
import org.socketconsole.call.Streamed;
import org.socketconsole.call.Unlogged;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What passed through the sockets.
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Traffic", description = "What passed through the sockets")
class TrafficController {

    private static final String OCTET_STREAM = "application/octet-stream";

    private final SocketIds ids;
    private final TrafficStore store;
    private final ChunkViews views;
    private final TrafficFilters filters;
    private final Captures captures;

    TrafficController(
            SocketIds ids,
            TrafficStore store,
            ChunkViews views,
            TrafficFilters filters,
            Captures captures) {
        this.ids = ids;
        this.store = store;
        this.views = views;
        this.filters = filters;
        this.captures = captures;
    }

    @Operation(summary = "What passed through all sockets, the oldest first, without the bytes")
    @GetMapping("/traffic")
    @Unlogged
    ChunkPage listTraffic(Call call, TrafficQuery query) {
        return page(query);
    }

    @Operation(summary = "What passed through one socket, the oldest first, without the bytes")
    @GetMapping("/sockets/{id}/traffic")
    @Unlogged
    ChunkPage listSocketTraffic(Call call, TrafficQuery query) {
        return page(query.of(socket(call)));
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
        store.clear(socket(call));
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
    Streamed getTrafficPcapng(Call call, TrafficQuery query) {
        return captures.pcapng(selection(query));
    }

    @Operation(summary = "What passed through one socket, as a capture that Wireshark opens")
    @GetMapping(path = "/sockets/{id}/traffic.pcapng", produces = Captures.PCAPNG)
    @Unlogged
    Streamed getSocketTrafficPcapng(Call call, TrafficQuery query) {
        return captures.pcapng(selection(query.of(socket(call))));
    }

    @Operation(summary = "What passed through all sockets, with the bytes, a JSON object a line")
    @GetMapping(path = "/traffic.jsonl", produces = Captures.JSON_LINES)
    @Unlogged
    Streamed getTrafficJsonl(Call call, TrafficQuery query) {
        return captures.jsonLines(selection(query));
    }

    @Operation(summary = "What passed through one socket, with the bytes, a JSON object a line")
    @GetMapping(path = "/sockets/{id}/traffic.jsonl", produces = Captures.JSON_LINES)
    @Unlogged
    Streamed getSocketTrafficJsonl(Call call, TrafficQuery query) {
        return captures.jsonLines(selection(query.of(socket(call))));
    }

    @Operation(summary = "What passed through all sockets, as hex that text2pcap reads")
    @GetMapping(path = "/traffic.txt", produces = Captures.TEXT)
    @Unlogged
    Streamed getTrafficTxt(Call call, TrafficQuery query) {
        return captures.hexdump(selection(query));
    }

    @Operation(summary = "What passed through one socket, as hex that text2pcap reads")
    @GetMapping(path = "/sockets/{id}/traffic.txt", produces = Captures.TEXT)
    @Unlogged
    Streamed getSocketTrafficTxt(Call call, TrafficQuery query) {
        return captures.hexdump(selection(query.of(socket(call))));
    }

    /// What passed through a socket outlives it.
    private String socket(Call call) {
        return ids.require(call.requireId());
    }

    private ChunkPage page(TrafficQuery query) {
        return views.page(selection(query).matching(), query);
    }

    private Selection selection(TrafficQuery query) {
        return new Selection(store, query, store.last(), filters.matching(query));
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
