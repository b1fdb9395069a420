package org.socketconsole.web;

import org.eclipse.jetty.websocket.api.Session;
import org.socketconsole.call.BodyReader;
import org.socketconsole.libc.Octets;

import java.io.EOFException;
import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// The bytes of a WebSocket's binary frames. The next frame is asked for when the last is taken, so
/// that one waits at most.
final class FrameReader implements BodyReader {

    private static final Octets END = Octets.of(new byte[0]);
    private static final Octets LEFT = Octets.of(new byte[0]);

    private final Session session;
    private final BlockingQueue<Octets> pieces = new LinkedBlockingQueue<>();
    private volatile boolean ended;

    FrameReader(Session session) {
        this.session = session;
    }

    @Override
    public Octets next() throws EOFException, InterruptedException {
        Octets piece = pieces.take();
        if (piece == LEFT) {
            throw new EOFException("the client has left");
        }
        if (piece != END) {
            session.demand();
        }
        return piece;
    }

    boolean isTaking() {
        return !ended;
    }

    /// An empty frame is no end.
    void add(ByteBuffer payload) {
        if (payload.hasRemaining()) {
            pieces.add(Octets.of(payload));
        } else {
            session.demand();
        }
    }

    /// The client has said that no more comes.
    void end() {
        if (!ended) {
            ended = true;
            pieces.add(END);
        }
    }

    void leave() {
        pieces.add(LEFT);
    }
}
