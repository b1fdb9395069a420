package org.socketconsole.descriptor;

import org.socketconsole.libc.Sockaddr;
import org.socketconsole.net.SocketAddress;
import org.socketconsole.traffic.Ends;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The connections of TCP that sockets of this console have, so that two which are the ends of one
/// know of each other.
final class Connections {

    private final Map<Key, KernelSocket> sockets = new ConcurrentHashMap<>();

    private record Key(InetSocketAddress local, InetSocketAddress peer) {

        static Key of(Ends ends) {
            return new Key(address(ends.local()), address(ends.peer()));
        }

        Key reversed() {
            return new Key(peer, local);
        }
    }

    void made(KernelSocket socket, Ends ends) {
        Key key = Key.of(ends);
        sockets.put(key, socket);
        KernelSocket other = sockets.get(key.reversed());
        if (other != null) {
            socket.pairWith(other);
        }
    }

    void ended(KernelSocket socket, Ends ends) {
        sockets.remove(Key.of(ends), socket);
    }

    private static InetSocketAddress address(byte[] sockaddr) {
        return switch (Sockaddr.decode(sockaddr)) {
            case SocketAddress.Inet4(byte[] host, int port) -> address(host, port);
            case SocketAddress.Inet6(byte[] host, int port, _, _) -> address(host, port);
            case null, default -> throw new IllegalArgumentException("of TCP alone");
        };
    }

    /// One end may have `::ffff:127.0.0.1` for what is 127.0.0.1 to the other; here it is the same.
    private static InetSocketAddress address(byte[] host, int port) {
        try {
            return new InetSocketAddress(InetAddress.getByAddress(host), port);
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
