package org.socketconsole.live;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.jspecify.annotations.Nullable;
import org.socketconsole.dispatch.CallRecord;
import org.socketconsole.dispatch.OperationView;
import org.socketconsole.socket.SocketView;
import org.socketconsole.traffic.ChunkView;

import java.util.List;

/// What the page and the server say to each other; `frontend/src/live/protocol.ts` has the same.
final class PageFrames {

    private PageFrames() {}

    /// What the page says, one member at a time. A page that is paused hears figures alone, one
    /// that is hidden nothing.
    record FromPage(
            @Nullable String token,
            @Nullable Subscription subscribe,
            @Nullable Boolean paused,
            @Nullable Boolean hidden,
            @Nullable Long ack) {}

    /// What a page wants to see.
    ///
    /// @param traffic a socket's id, `all`, or null for none
    /// @param after the last chunk that the page has, if it is of this epoch
    record Subscription(
            @Nullable String filter,
            @Nullable String traffic,
            @Nullable Long after,
            @Nullable String epoch) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ToPage(
            long n,
            @Nullable Hello hello,
            @Nullable Snapshot snapshot,
            @Nullable Delta delta,
            @Nullable List<CallRecord> calls,
            @Nullable Traffic traffic,
            @Nullable Stats stats) {

        boolean isEmpty() {
            return hello == null
                    && snapshot == null
                    && delta == null
                    && calls == null
                    && traffic == null
                    && stats == null;
        }
    }

    /// @param epoch changes with each start of the server
    record Hello(String host, String platform, String version, String byteOrder, String epoch) {}

    /// @param total the open sockets, whatever the filter
    record Snapshot(List<SocketView> sockets, List<OperationView> waiting, int total) {}

    /// @param gone those that no longer match
    /// @param ended the ids of operations
    record Delta(
            List<SocketView> sockets,
            List<String> gone,
            List<OperationView> waiting,
            List<String> ended,
            int total) {}

    /// @param gap chunks between the last that the page has and the first of these, which can no
    ///   longer be had
    record Traffic(List<ChunkView> chunks, long gap) {}

    /// @param receivedRate bytes a second
    /// @param kept bytes of traffic in memory
    /// @param dropped chunks that gave way
    /// @param viewers pages that look on
    record Stats(
            int open,
            int waiting,
            long receivedRate,
            long sentRate,
            long kept,
            long dropped,
            int viewers) {}
}
