package org.socketconsole.web;

import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.socketconsole.call.LongWork;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.WebSocketHandlerDecorator;

/// What one client says without a pause. One thread reads and does all of it, for as long as there
/// is more, and so gives way; what comes after a pause is on another.
final class LongTalk {

    private static final String NAME = LongTalk.class.getName();

    private final LongWork work = new LongWork();
    private @Nullable Thread thread;

    private void goOn() {
        if (thread != Thread.currentThread()) {
            thread = Thread.currentThread();
            work.begin();
        }
        work.giveWay();
    }

    /// The requests of a connection: one after the other under HTTP/1.1, a thread each under
    /// HTTP/2.
    static final class OfRequests extends Handler.Wrapper {

        @Override
        public boolean handle(Request request, Response response, Callback callback)
                throws Exception {
            ConnectionMetaData connection = request.getConnectionMetaData();
            if (connection.getHttpVersion() == HttpVersion.HTTP_2) {
                Turnstile.pass();
            } else {
                talk(connection).goOn();
            }
            return super.handle(request, response, callback);
        }

        private static LongTalk talk(ConnectionMetaData connection) {
            if (connection.getAttribute(NAME) instanceof LongTalk talk) {
                return talk;
            }
            LongTalk talk = new LongTalk();
            connection.setAttribute(NAME, talk);
            return talk;
        }
    }

    /// The frames of a WebSocket.
    static final class OfFrames extends WebSocketHandlerDecorator {

        OfFrames(WebSocketHandler frames) {
            super(frames);
        }

        @Override
        public void handleMessage(WebSocketSession session, WebSocketMessage<?> message)
                throws Exception {
            talk(session).goOn();
            super.handleMessage(session, message);
        }

        private static LongTalk talk(WebSocketSession session) {
            return (LongTalk) session.getAttributes().computeIfAbsent(NAME, _ -> new LongTalk());
        }
    }
}
