package org.socketconsole.web;

import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.jspecify.annotations.Nullable;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.adapter.jetty.JettyWebSocketHandlerAdapter;
import org.springframework.web.socket.adapter.jetty.JettyWebSocketSession;

import java.nio.ByteBuffer;
import java.util.Objects;

/// Gives way at each message, and at each ping, of which Spring hears nothing. Jetty looks for its
/// methods in a public class.
public final class TalkAdapter extends JettyWebSocketHandlerAdapter {

    private final LongTalk talk = new LongTalk();
    private @Nullable Session session;

    TalkAdapter(WebSocketHandler handler, JettyWebSocketSession session) {
        super(handler, session);
    }

    @Override
    public void onWebSocketOpen(Session opened) {
        session = opened;
        super.onWebSocketOpen(opened);
    }

    @Override
    public void onWebSocketText(String text) {
        talk.goOn();
        super.onWebSocketText(text);
    }

    @Override
    public void onWebSocketBinary(ByteBuffer payload, Callback callback) {
        talk.goOn();
        super.onWebSocketBinary(payload, callback);
    }

    @Override
    public void onWebSocketPing(ByteBuffer payload) {
        talk.answerPing(Objects.requireNonNull(session), payload);
    }

    @Override
    public void onWebSocketPong(ByteBuffer payload) {
        talk.goOn();
        super.onWebSocketPong(payload);
    }
}
