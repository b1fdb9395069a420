package org.socketconsole.traffic;

import static org.socketconsole.net.SocketConstants.MSG_OOB;

import org.socketconsole.traffic.Chunk.Direction;

/// One direction of a connection of TCP, and how far packets have it. Where both its ends are
/// sockets of this console what passes is seen twice, where it is sent and where it is received,
/// and either may be seen first; it is one segment all the same.
final class TcpFlow {

    /// The place of the first byte of the connection.
    private long start;

    /// How far each end is, as its offsets count.
    private long sent;

    private long received;

    /// How many urgent bytes were received apart, which the offsets there do not count.
    private int urgent;

    private long reached;

    /// Up to where packets have it.
    long reached() {
        return reached;
    }

    /// The place of the chunk's first byte among all. Those of one end come in their order: what
    /// begins anew is another connection of the same ports.
    long place(Chunk chunk) {
        boolean isSent = chunk.direction() == Direction.SENT;
        if (chunk.offset() < (isSent ? sent : received)) {
            begin();
        }
        return start + chunk.offset() + (isSent ? 0 : urgent);
    }

    /// Packets have the chunk, whose place that is, from now on.
    void add(Chunk chunk, long place) {
        reached = Math.max(reached, place + chunk.length());
        if (chunk.direction() == Direction.SENT) {
            sent = chunk.end();
            return;
        }
        received = chunk.end();
        urgent += (chunk.flags() & MSG_OOB) == 0 ? 0 : chunk.length();
    }

    private void begin() {
        start = reached;
        sent = 0;
        received = 0;
        urgent = 0;
    }
}
