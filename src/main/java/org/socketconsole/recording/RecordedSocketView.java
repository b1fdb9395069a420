package org.socketconsole.recording;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.Address;
import org.socketconsole.traffic.Chunk;
import org.socketconsole.traffic.Chunk.Direction;

/// A socket of which a recording has traffic.
@Schema(name = "RecordedSocket")
record RecordedSocketView(
        @Schema(example = "s-1") String id,
        @Schema(example = "AF_INET") String family,
        @Schema(example = "SOCK_STREAM") String type,
        @Nullable Address localAddress,
        @Nullable Address peerAddress,
        @Schema(description = "Bytes in the recording") long bytesSent,
        long bytesReceived) {

    static RecordedSocketView of(RecordedSocket socket) {
        return new RecordedSocketView(
                socket.id(),
                socket.family(),
                socket.type(),
                socket.localAddress(),
                socket.peerAddress(),
                0,
                0);
    }

    RecordedSocketView with(Chunk chunk) {
        boolean sent = chunk.direction() == Direction.SENT;
        int more = chunk.length();
        return new RecordedSocketView(
                id,
                family,
                type,
                localAddress,
                peerAddress,
                bytesSent + (sent ? more : 0),
                bytesReceived + (sent ? 0 : more));
    }
}
