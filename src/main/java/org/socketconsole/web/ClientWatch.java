package org.socketconsole.web;

import org.eclipse.jetty.io.AbstractEndPoint;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;

/// Sees the client of an answer under HTTP/1.1 leave while nothing is written to it: Jetty reads
/// nothing meanwhile, and so sees no end. Half an end is one, as for most servers: no client of
/// HTTP closes its half and stays. A request that comes before the answer has ended is left to
/// Jetty, and the watch is over.
final class ClientWatch implements Callback, AutoCloseable {

    private static final int PIPELINED = 1024;

    private final HttpConnection connection;
    private final AbstractEndPoint endPoint;
    private final Runnable left;
    private boolean over;

    ClientWatch(HttpConnection connection, Runnable left) {
        this.connection = connection;
        this.endPoint = (AbstractEndPoint) connection.getEndPoint();
        this.left = left;
        look();
    }

    @Override
    public void succeeded() {
        look();
    }

    @Override
    public void failed(Throwable gone) {
        if (!isOver()) {
            left.run();
        }
    }

    @Override
    public InvocationType getInvocationType() {
        return InvocationType.NON_BLOCKING;
    }

    /// From here on Jetty alone reads.
    @Override
    public void close() {
        synchronized (this) {
            over = true;
        }
        endPoint.getFillInterest().onFail(new EOFException("the watch is over"));
    }

    private synchronized boolean isOver() {
        return over;
    }

    private synchronized void look() {
        if (over || !connection.isRequestBufferEmpty()) {
            return;
        }
        ByteBuffer pipelined = BufferUtil.allocate(PIPELINED);
        int filled = fill(pipelined);
        if (filled > 0) {
            connection.onUpgradeTo(pipelined);
        } else if (filled < 0) {
            left.run();
        } else {
            endPoint.tryFillInterested(this);
        }
    }

    private int fill(ByteBuffer buffer) {
        try {
            return endPoint.fill(buffer);
        } catch (IOException reset) {
            return -1;
        }
    }
}
