package org.socketconsole.responder;

import java.time.Duration;

/// Whom a responder answers: the other end of a connection, or the sender of a datagram.
interface Peer {

    /// An answer, or its last piece. Returns when the kernel has all of it.
    void send(byte[] bytes);

    /// A piece of an answer, which would else be put together with the next on its way.
    void sendPiece(byte[] bytes);

    void pause(Duration time);

    void close();

    void shutdown();

    /// Once the peer's kernel has all that was sent, or after a second.
    void reset();

    /// A message that nothing was said to.
    void unmatched();

    /// `host:port`, `[host]:port` or the path.
    String address();
}
