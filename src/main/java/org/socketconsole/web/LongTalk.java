package org.socketconsole.web;

import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.jspecify.annotations.Nullable;
import org.socketconsole.call.LongWork;

import java.nio.ByteBuffer;

/// What one client says without a pause. One thread reads and does all of it, for as long as there
/// is more, and so gives way; what comes after a pause is on another.
final class LongTalk {

    private static final String NAME = LongTalk.class.getName();

    /// Who waits for each answer may be as quick as the server for some of them.
    private static final long LONG_NANOS = 20_000_000;

    private final LongWork work = new LongWork();
    private @Nullable Thread thread;
    private long since;

    /// Says the next thing.
    void goOn() {
        if (thread != Thread.currentThread()) {
            thread = Thread.currentThread();
            since = System.nanoTime();
        }
        if (System.nanoTime() - since > LONG_NANOS) {
            work.giveWay();
        }
    }

    /// As Jetty does where nobody hears of a ping: read on also where a close was sent meanwhile.
    void answerPing(Session session, ByteBuffer payload) {
        goOn();
        session.sendPong(payload, Callback.from(session::demand, _ -> session.demand()));
    }

    /// The requests of a connection: under HTTP/1.1 those that come before the last is answered,
    /// under HTTP/2 each, which has a thread of its own.
    static final class OfRequests extends Handler.Wrapper {

        @Override
        public boolean handle(
                Request request, Response response, org.eclipse.jetty.util.Callback callback)
                throws Exception {
            ConnectionMetaData connection = request.getConnectionMetaData();
            if (connection.getHttpVersion() == HttpVersion.HTTP_2) {
                Turnstile.pass();
            }
            boolean handled = super.handle(request, response, callback);
            if (connection instanceof HttpConnection http && !http.isRequestBufferEmpty()) {
                talk(connection).goOn();
            }
            return handled;
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
}
