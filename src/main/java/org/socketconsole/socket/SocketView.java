package org.socketconsole.socket;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.Address;
import org.socketconsole.call.Identified;

import java.time.Instant;

/// A socket as the API shows it.
@Schema(name = "Socket", description = "One descriptor that the console owns")
public record SocketView(
        @Schema(description = "Opaque, and never used again", example = "s-1") String id,
        @Schema(description = "The descriptor in the server process", example = "42") int fd,
        @Schema(example = "AF_INET") String family,
        @Schema(example = "SOCK_STREAM") String type,
        @Schema(description = "What the kernel reports as SO_PROTOCOL", example = "IPPROTO_TCP")
                String proto,
        SocketState state,
        @Schema(description = "Seconds; null in blocking mode, 0 in non-blocking mode")
                @Nullable Double timeout,
        @Nullable String label,
        @Nullable Address localAddress,
        @Nullable Address peerAddress,
        @Schema(
                        description =
                                "Whether it is its own peer: a connect from the very port, or path,"
                                        + " that it went to")
                boolean connectedToItself,
        long bytesSent,
        @Schema(
                        description =
                                "What passed: urgent bytes too, and what was cut of a message or"
                                        + " discarded by MSG_TRUNC")
                long bytesReceived,
        Instant createdAt,
        @Schema(description = "The call that made it", example = "socket") String origin,
        @Schema(description = "The listener that accepted it, or what it was made out of")
                @Nullable String parent,
        @Schema(description = "When a call on it ended last") Instant lastActivity,
        @Schema(description = "The errno that a call on it ended with last", example = "EAGAIN")
                @Nullable String lastError,
        @Schema(description = "How what answers on it does so", example = "echo")
                @Nullable String responder,
        @Schema(
                        description =
                                "How often it has, a listener's on all its connections; null where"
                                        + " nothing answers")
                @Nullable Long replies,
        @Schema(
                        description =
                                "Bytes that wait to be received, of a datagram socket those of the"
                                        + " first; null of a listener")
                @Nullable Integer unread,
        @Schema(
                        description =
                                "Connections that wait to be accepted, null of what is no listener;"
                                        + " one of AF_UNIX tells 1 for any")
                @Nullable Integer unaccepted,
        @Schema(description = "How many may wait to be accepted, where the kernel tells")
                @Nullable Integer backlog,
        @Schema(description = "How the peer has ended, null while it has not")
                @Nullable PeerEnd peerEnded,
        @Nullable Instant closedAt)
        implements Identified {

    SocketView closed() {
        return with(
                SocketState.CLOSED,
                bytesSent,
                bytesReceived,
                lastActivity,
                replies,
                Queues.NONE,
                Instant.now());
    }

    /// The same, but for what changes with each call.
    SocketView withoutCounts() {
        return with(state, 0, 0, createdAt, null, queues(), closedAt);
    }

    private Queues queues() {
        return new Queues(unread, unaccepted, backlog, peerEnded);
    }

    private SocketView with(
            SocketState state,
            long bytesSent,
            long bytesReceived,
            Instant lastActivity,
            @Nullable Long replies,
            Queues queues,
            @Nullable Instant closedAt) {
        return new SocketView(
                id,
                fd,
                family,
                type,
                proto,
                state,
                timeout,
                label,
                localAddress,
                peerAddress,
                connectedToItself,
                bytesSent,
                bytesReceived,
                createdAt,
                origin,
                parent,
                lastActivity,
                lastError,
                responder,
                replies,
                queues.unread(),
                queues.unaccepted(),
                queues.backlog(),
                queues.peerEnded(),
                closedAt);
    }
}
