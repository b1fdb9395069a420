package org.socketconsole.socket;

import static org.socketconsole.libc.Libc.EPOLLRDHUP;
import static org.socketconsole.libc.Libc.POLLERR;
import static org.socketconsole.libc.Libc.POLLIN;
import static org.socketconsole.net.SocketConstants.AF_UNIX;
import static org.socketconsole.net.SocketConstants.IPPROTO_TCP;
import static org.socketconsole.net.SocketConstants.TCP_INFO;

import org.jspecify.annotations.Nullable;
import org.socketconsole.libc.Libc;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Set;

/// What waits in the kernel for a socket's owner, told without taking any of it.
///
/// @param unread bytes, of a datagram socket those of the first; null of a listener
/// @param unaccepted connections, null of what is no listener
/// @param backlog how many of them may wait, null where the kernel does not tell
record Queues(
        @Nullable Integer unread,
        @Nullable Integer unaccepted,
        @Nullable Integer backlog,
        @Nullable PeerEnd peerEnded) {

    /// Of a socket that is closed.
    static final Queues NONE = new Queues(null, null, null, null);

    /// `tcpi_unacked` and `tcpi_sacked` of a listener are its queue and its backlog, see `ss`(8).
    private static final int QUEUE = 24;

    private static final int BACKLOG = 28;
    private static final int INFO = 32;

    /// Those in which the peer has ended: `TIME_WAIT`, `CLOSE`, `CLOSE_WAIT`, `LAST_ACK`,
    /// `CLOSING`.
    private static final Set<Integer> ENDED = Set.of(6, 7, 8, 9, 11);

    /// The caller is inside the socket.
    ///
    /// @param wasConnected whether it has or had a peer
    static Queues of(Libc libc, LiveSocket socket, SocketState state, boolean wasConnected) {
        if (state == SocketState.LISTENING) {
            return ofListener(libc, socket);
        }
        int unread = libc.ioctl(socket.fd(), Libc.FIONREAD);
        PeerEnd end = wasConnected && keepsConnection(socket) ? end(libc, socket) : null;
        return new Queues(unread < 0 ? null : unread, null, null, end);
    }

    private static Queues ofListener(Libc libc, LiveSocket socket) {
        if (socket.kind().family() == AF_UNIX) {
            return ofUnixListener(libc, socket);
        }
        byte[] info = new byte[INFO];
        if (libc.getsockopt(socket.fd(), IPPROTO_TCP, TCP_INFO, info) < INFO) {
            return NONE;
        }
        ByteBuffer facts = ByteBuffer.wrap(info).order(ByteOrder.nativeOrder());
        return new Queues(null, facts.getInt(QUEUE), facts.getInt(BACKLOG), null);
    }

    /// Where the kernel does not tell more it is whether there is one.
    private static Queues ofUnixListener(Libc libc, LiveSocket socket) {
        UnixBacklog backlog = UnixBacklog.of(libc, socket.fd());
        if (backlog != null) {
            return new Queues(null, backlog.waiting(), backlog.most(), null);
        }
        int waiting = socket.descriptor().poll(POLLIN) == 0 ? 0 : 1;
        return new Queues(null, waiting, null, null);
    }

    private static boolean keepsConnection(LiveSocket socket) {
        return socket.kind().isStream() || socket.kind().isSeqpacket();
    }

    /// The end that the socket's own `SHUT_RD` makes is not the peer's.
    private static @Nullable PeerEnd end(Libc libc, LiveSocket socket) {
        int events = socket.descriptor().poll(EPOLLRDHUP);
        if ((events & EPOLLRDHUP) == 0 || !isPeers(libc, socket)) {
            return null;
        }
        boolean broken = (events & POLLERR) != 0 || "ECONNRESET".equals(socket.lastError());
        return broken ? PeerEnd.RESET : PeerEnd.CLOSED;
    }

    private static boolean isPeers(Libc libc, LiveSocket socket) {
        byte[] state = new byte[1];
        return socket.kind().family() == AF_UNIX
                || libc.getsockopt(socket.fd(), IPPROTO_TCP, TCP_INFO, state) < 1
                || ENDED.contains((int) state[0]);
    }
}
