package org.socketconsole.traffic;

import org.jspecify.annotations.Nullable;
import org.socketconsole.traffic.Chunk.Direction;

import java.util.HashMap;
import java.util.Map;

/// Says of the packets of a capture whose they are. Of a connection of TCP both ends may be sockets
/// of this console, and each packet stands for both.
final class BothEnds {

    private final Map<String, String> senders = new HashMap<>();
    private final Map<String, String> receivers = new HashMap<>();

    /// Every chunk there is, whether it will be written or not.
    void meet(Chunk chunk) {
        if (chunk.transport().isTcpStream()) {
            of(chunk.direction()).put(IpPackets.flow(chunk), chunk.socketId());
        }
    }

    /// Which call of which socket it is.
    String comment(Chunk chunk) {
        String call = chunk.socketId() + " " + chunk.call() + known(chunk);
        String other = other(chunk);
        if (other == null) {
            return call;
        }
        String done = chunk.direction() == Direction.SENT ? "received" : "sent";
        return "%s, %s by %s: both ends are sockets of this console, and this packet stands for both"
                .formatted(call, done, other);
    }

    private static String known(Chunk chunk) {
        return chunk.size() < chunk.length()
                ? " (%d/%d bytes)".formatted(chunk.size(), chunk.length())
                : "";
    }

    /// The socket that has the chunk's other end; none when it is no socket of this console.
    private @Nullable String other(Chunk chunk) {
        Direction back = chunk.direction() == Direction.SENT ? Direction.RECEIVED : Direction.SENT;
        return chunk.transport().isTcpStream() ? of(back).get(IpPackets.flow(chunk)) : null;
    }

    private Map<String, String> of(Direction direction) {
        return direction == Direction.SENT ? senders : receivers;
    }
}
