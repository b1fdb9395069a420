package org.socketconsole.web;

import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.socketconsole.call.BodyWriter;
import org.socketconsole.libc.Octets;

import java.io.IOException;
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
    public void write(Octets bytes) throws IOException, InterruptedException {
        Callback.Completable sent = new Callback.Completable();
        session.sendBinary(bytes.buffer(), sent);
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
