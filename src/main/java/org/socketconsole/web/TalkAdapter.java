package org.socketconsole.web;

import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.api.StatusCode;
import org.jspecify.annotations.Nullable;
import org.springframework.web.socket.adapter.jetty.JettyWebSocketHandlerAdapter;

import java.nio.ByteBuffer;
import java.util.Objects;

/// Spring's adapter, told of whole messages as by Jetty, which gives way at each frame: a message
/// may have empty pieces without end, and of pings Spring hears nothing. Jetty looks for its
/// methods in a public class.
public final class TalkAdapter implements Session.Listener {

    /// Nobody takes any: that they came is enough.
    private static final ByteBuffer BYTES = ByteBuffer.allocate(0);

    private final JettyWebSocketHandlerAdapter spring;
    private final LongTalk talk = new LongTalk();
    private final TextPieces text = new TextPieces();
    private @Nullable Session session;

    TalkAdapter(JettyWebSocketHandlerAdapter spring) {
        this.spring = spring;
    }

    @Override
    public void onWebSocketOpen(Session opened) {
        session = opened;
        spring.onWebSocketOpen(opened);
    }

    @Override
    public void onWebSocketPartialText(String piece, boolean last) {
        talk.goOn();
        if (!text.hasRoomFor(piece, session().getMaxTextMessageSize())) {
            refuse();
            return;
        }
        String whole = text.add(piece, last);
        if (whole == null) {
            session().demand();
        } else {
            spring.onWebSocketText(whole);
        }
    }

    /// The answer to the end is read, and all that comes before it.
    private void refuse() {
        session().setIdleTimeout(Bridge.END);
        session().close(StatusCode.MESSAGE_TOO_LARGE, TextPieces.TOO_LARGE, Callback.NOOP);
        session().demand();
    }

    @Override
    public void onWebSocketPartialBinary(ByteBuffer piece, boolean last, Callback callback) {
        talk.goOn();
        if (last) {
            spring.onWebSocketBinary(BYTES, callback);
        } else {
            callback.succeed();
            session().demand();
        }
    }

    @Override
    public void onWebSocketPing(ByteBuffer payload) {
        talk.answerPing(session(), payload);
    }

    @Override
    public void onWebSocketPong(ByteBuffer payload) {
        talk.goOn();
        spring.onWebSocketPong(payload);
    }

    @Override
    public void onWebSocketClose(int status, @Nullable String reason, Callback callback) {
        spring.onWebSocketClose(status, Objects.requireNonNullElse(reason, ""), callback);
    }

    @Override
    public void onWebSocketError(Throwable failure) {
        spring.onWebSocketError(failure);
    }

    private Session session() {
        return Objects.requireNonNull(session);
    }
}
