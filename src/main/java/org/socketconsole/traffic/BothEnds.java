package org.socketconsole.traffic;

import static org.socketconsole.net.SocketConstants.MSG_OOB;

import org.jspecify.annotations.Nullable;
import org.socketconsole.traffic.Chunk.Direction;

import java.util.HashMap;
import java.util.Map;

/// Connections of TCP whose two ends are both sockets of this console: what passes them is seen
/// twice, where it is sent and where it is received, and is one segment all the same.
final class BothEnds {

    private final Map<String, String> senders = new HashMap<>();
    private final Map<String, String> receivers = new HashMap<>();

    /// How far each way is written.
    private final Map<String, Long> written = new HashMap<>();

    /// Every chunk there is, whether it will be written or not.
    void meet(Chunk chunk) {
        if (chunk.transport().isTcpStream()) {
            of(chunk.direction()).put(IpPackets.flow(chunk), chunk.socketId());
        }
    }

    /// The socket that has the chunk's other end; none when it is no socket of this console.
    @Nullable String other(Chunk chunk) {
        Direction back = chunk.direction() == Direction.SENT ? Direction.RECEIVED : Direction.SENT;
        return chunk.transport().isTcpStream() ? of(back).get(IpPackets.flow(chunk)) : null;
    }

    /// What of the chunk no packet has yet: either end may have been seen first. An urgent byte
    /// that was read apart stands for itself.
    @Nullable Chunk left(Chunk chunk) {
        if (other(chunk) == null || (chunk.flags() & MSG_OOB) != 0) {
            return chunk;
        }
        String flow = IpPackets.flow(chunk);
        long end = chunk.offset() + chunk.size();
        long reached = written.getOrDefault(flow, chunk.offset());
        written.merge(flow, end, Math::max);
        return reached >= end && chunk.size() > 0 ? null : chunk.from(reached);
    }

    private Map<String, String> of(Direction direction) {
        return direction == Direction.SENT ? senders : receivers;
    }
}
