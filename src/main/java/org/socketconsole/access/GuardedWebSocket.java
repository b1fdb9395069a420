package org.socketconsole.access;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.socketconsole.access.Strangers.Stranger;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// A WebSocket of text frames that hears nobody who has not shown the token: by the `Authorization`
/// header or, since a page cannot set one, by its first frame, see [Strangers].
public abstract class GuardedWebSocket extends TextWebSocketHandler {

    private static final Logger log = LoggerFactory.getLogger(GuardedWebSocket.class);
    private static final int LARGEST_OF_STRANGERS = 64 * 1024;

    private final Strangers strangers;
    private final Map<String, Stranger> arrived = new ConcurrentHashMap<>();

    protected GuardedWebSocket(Strangers strangers) {
        this.strangers = strangers;
    }

    /// Where it is, below the server's root.
    public abstract String path();

    /// One that has shown the token.
    protected abstract void admit(WebSocketSession session) throws IOException;

    /// What one that was admitted says.
    protected abstract void hear(WebSocketSession session, String frame) throws IOException;

    /// It is gone, admitted or not.
    protected abstract void left(WebSocketSession session);

    @Override
    public final void afterConnectionEstablished(WebSocketSession session) throws IOException {
        session.setTextMessageSizeLimit(LARGEST_OF_STRANGERS);
        if (Boolean.TRUE.equals(session.getAttributes().get(WebSocketPath.AUTHENTICATED))) {
            admit(session);
        } else {
            arrived.put(session.getId(), strangers.arrive(address(session), () -> refuse(session)));
        }
    }

    @Override
    protected final void handleTextMessage(WebSocketSession session, TextMessage message)
            throws IOException {
        Stranger stranger = arrived.remove(session.getId());
        if (stranger == null) {
            hear(session, message.getPayload());
        } else if (stranger.isAdmittedBy(message.getPayload())) {
            admit(session);
        }
    }

    private static String address(WebSocketSession session) {
        return String.valueOf(session.getAttributes().get(WebSocketPath.ADDRESS));
    }

    private static void refuse(WebSocketSession session) {
        try {
            session.close(CloseStatus.POLICY_VIOLATION);
        } catch (IOException gone) {
            log.debug("a client went away", gone);
        }
    }

    @Override
    public final void handleTransportError(WebSocketSession session, Throwable failure) {
        log.debug("a client went away", failure);
    }

    @Override
    public final void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        Stranger stranger = arrived.remove(session.getId());
        if (stranger != null) {
            stranger.leave();
        }
        left(session);
    }
}
