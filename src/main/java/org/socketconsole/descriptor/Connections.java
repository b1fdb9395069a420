package org.socketconsole.descriptor;

import org.socketconsole.traffic.Ends;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The connections of TCP that sockets of this console have, so that two which are the ends of one
/// know of each other.
final class Connections {

    private final Map<Key, KernelSocket> sockets = new ConcurrentHashMap<>();

    private record Key(ByteBuffer local, ByteBuffer peer) {

        static Key of(Ends ends) {
            return new Key(ByteBuffer.wrap(ends.local()), ByteBuffer.wrap(ends.peer()));
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
}
