package org.socketconsole.web;

import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.socketconsole.call.BodyWriter;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.ExecutionException;

/// Writes a binary frame a piece, each when the last is on its way.
final class FrameWriter implements BodyWriter {

    private final Session session;
    private volatile boolean left;
    private volatile Runnable whenLeft = () -> {};

    FrameWriter(Session session) {
        this.session = session;
    }

    @Override
    public void write(byte[] bytes) throws IOException, InterruptedException {
        Callback.Completable sent = new Callback.Completable();
        session.sendBinary(ByteBuffer.wrap(bytes), sent);
        try {
            sent.get();
        } catch (ExecutionException gone) {
            throw new IOException(gone.getCause());
        }
    }

    /// A frame is on its way as soon as it is written.
    @Override
    public void flush() {}

    @Override
    public void whenLeft(Runnable told) {
        whenLeft = told;
        if (left) {
            told.run();
        }
    }

    void leave() {
        left = true;
        whenLeft.run();
    }
}
