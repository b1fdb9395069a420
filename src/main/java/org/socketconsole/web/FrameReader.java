package org.socketconsole.web;

import org.eclipse.jetty.websocket.api.Session;
import org.socketconsole.call.BodyReader;

import java.io.EOFException;
import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// The bytes of a WebSocket's binary frames. The next frame is asked for when the last is taken, so
/// that one waits at most.
final class FrameReader implements BodyReader {

    private static final byte[] END = {};
    private static final byte[] LEFT = {};

    private final Session session;
    private final BlockingQueue<byte[]> pieces = new LinkedBlockingQueue<>();
    private volatile boolean ended;

    FrameReader(Session session) {
        this.session = session;
    }

    @Override
    public byte[] next() throws EOFException, InterruptedException {
        byte[] piece = pieces.take();
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
        byte[] piece = new byte[payload.remaining()];
        payload.get(piece);
        if (piece.length > 0) {
            pieces.add(piece);
        } else {
            session.demand();
        }
    }

    /// The client has said that no more comes.
    void end() {
        ended = true;
        pieces.add(END);
    }

    void leave() {
        pieces.add(LEFT);
    }
}
