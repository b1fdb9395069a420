package org.socketconsole.live;

import org.jspecify.annotations.Nullable;
import org.socketconsole.event.Event;
import org.socketconsole.event.Hub;
import org.socketconsole.event.Hub.Batch;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// Writes events to one client for as long as it reads them. A client that reads slowly holds up
/// nobody: it misses what the hub no longer has, and is told how much.
public final class EventStream {

    private static final int BATCH = 512;
    private static final long HEARTBEAT_MILLIS = 10_000;

    private final Hub hub;
    private final JsonMapper mapper;
    private final OutputStream client;

    public EventStream(Hub hub, JsonMapper mapper, OutputStream client) {
        this.hub = hub;
        this.mapper = mapper;
        this.client = client;
    }

    /// Ends when the server does; a client that has gone is an [IOException].
    ///
    /// @param lastEventId the last one that the client has, null for those from now on
    public void run(@Nullable Long lastEventId) throws IOException, InterruptedException {
        long cursor = start(lastEventId);
        // The head, once it is known where the events begin: the client may act on it at once.
        client.flush();
        while (hub.await(cursor, HEARTBEAT_MILLIS)) {
            Batch batch = hub.after(cursor, BATCH);
            cursor += batch.missed();
            if (batch.missed() > 0) {
                writeGap(cursor, batch.missed());
            }
            for (Event event : batch.events()) {
                write(event.id(), event.type().text(), withSocketId(event));
                cursor = event.id();
            }
            if (batch.events().isEmpty()) {
                write(":\n\n");
            }
            client.flush();
        }
    }

    /// An id beyond the last is of an earlier run of the server: all of this run's are new then,
    /// and how many came between nobody knows.
    private long start(@Nullable Long lastEventId) throws IOException {
        long last = hub.last();
        if (lastEventId == null || lastEventId <= last) {
            return lastEventId == null ? last : lastEventId;
        }
        writeGap(0, 1);
        return 0;
    }

    private ObjectNode withSocketId(Event event) {
        ObjectNode body = mapper.valueToTree(event.body());
        return body.put("socket_id", event.socketId());
    }

    private void writeGap(long id, long count) throws IOException {
        write(id, "gap", Map.of("count", count));
    }

    private void write(long id, String type, Object body) throws IOException {
        write(
                "id: %d\nevent: %s\ndata: %s\n\n"
                        .formatted(id, type, mapper.writeValueAsString(body)));
    }

    private void write(String text) throws IOException {
        client.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
