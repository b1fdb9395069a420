package org.socketconsole.web;

import jakarta.servlet.http.HttpServletRequest;

import org.eclipse.jetty.ee11.servlet.ServletChannel;
import org.eclipse.jetty.ee11.servlet.ServletContextRequest;
import org.eclipse.jetty.io.AbstractConnection;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.jspecify.annotations.Nullable;
import org.socketconsole.call.BodyReader;

/// A request that lasts as long as its client stays, and moves many bytes: it is never idle.
final class StreamedRequest {

    private final ServletContextRequest request;
    private final long usualIdleTimeout;

    StreamedRequest(HttpServletRequest servletRequest) {
        this.request = ServletContextRequest.getServletContextRequest(servletRequest);
        this.usualIdleTimeout = channel().getIdleTimeout();
        channel().setIdleTimeout(0);
    }

    /// For the next request on the same connection.
    void end() {
        channel().setIdleTimeout(usualIdleTimeout);
    }

    /// Its body comes in pieces of this size where the client sends so fast; Jetty's are smaller.
    void readInPieces() {
        if (connection() instanceof AbstractConnection connection) {
            connection.setInputBufferSize(BodyReader.PIECE);
        }
    }

    /// Tells when the client leaves before the answer ends; under HTTP/2 Jetty sees it itself.
    @Nullable ClientWatch watch(Runnable left) {
        request.addFailureListener(failure -> left.run());
        return connection() instanceof HttpConnection http ? new ClientWatch(http, left) : null;
    }

    /// Ends the answer so that the client sees that it is not whole.
    static void breakOff(HttpServletRequest request) {
        ServletContextRequest.getServletContextRequest(request)
                .getServletChannel()
                .abort(new EofException("the answer broke off"));
    }

    private ServletChannel channel() {
        return request.getServletChannel();
    }

    private Connection connection() {
        return request.getConnectionMetaData().getConnection();
    }
}
