package org.socketconsole.live;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.socketconsole.access.Strangers;
import org.socketconsole.access.Strangers.Stranger;
import org.socketconsole.access.WebSocketPath;
import org.socketconsole.live.PageFrames.FromPage;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The page's WebSocket. It is authenticated by the `Authorization` header or, since a page cannot
/// set one, by its first frame, see [Strangers].
@Component
class LiveEndpoint extends TextWebSocketHandler {

    static final String PATH = "/api/v1/live";

    private static final Logger log = LoggerFactory.getLogger(LiveEndpoint.class);
    private static final int LARGEST_FRAME = 64 * 1024;

    private final Strangers strangers;
    private final JsonMapper mapper;
    private final LiveState state;
    private final Viewers viewers = new Viewers();
    private final Map<String, Stranger> arrived = new ConcurrentHashMap<>();
    private final Map<String, LiveFeed> feeds = new ConcurrentHashMap<>();

    LiveEndpoint(Strangers strangers, JsonMapper mapper, LiveState state) {
        this.strangers = strangers;
        this.mapper = mapper;
        this.state = state;
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) throws IOException {
        session.setTextMessageSizeLimit(LARGEST_FRAME);
        if (Boolean.TRUE.equals(session.getAttributes().get(WebSocketPath.AUTHENTICATED))) {
            admit(session);
        } else {
            arrived.put(session.getId(), strangers.arrive(() -> refuse(session)));
        }
    }

    @Override
    protected void handleTextMessage(WebSocketSession session, TextMessage message)
            throws IOException {
        Stranger stranger = arrived.remove(session.getId());
        LiveFeed feed = feeds.get(session.getId());
        if (stranger != null && stranger.isAdmittedBy(message.getPayload())) {
            admit(session);
        } else if (feed != null) {
            hear(session, feed, message.getPayload());
        }
    }

    private void hear(WebSocketSession session, LiveFeed feed, String frame) throws IOException {
        try {
            feed.hear(mapper.readValue(frame, FromPage.class));
        } catch (JacksonException malformed) {
            session.close(CloseStatus.BAD_DATA);
        }
    }

    private void admit(WebSocketSession session) throws IOException {
        LiveFeed feed = new LiveFeed(session, mapper, state, viewers::count);
        if (viewers.admit(feed)) {
            feeds.put(session.getId(), feed);
            Thread.ofVirtual().name("live-" + session.getId()).start(feed);
        } else {
            session.close(CloseStatus.SERVICE_OVERLOAD);
        }
    }

    private static void refuse(WebSocketSession session) {
        try {
            session.close(CloseStatus.POLICY_VIOLATION);
        } catch (IOException gone) {
            log.debug("a page went away", gone);
        }
    }

    @Override
    public void handleTransportError(WebSocketSession session, Throwable failure) {
        log.debug("a page went away", failure);
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        Stranger stranger = arrived.remove(session.getId());
        if (stranger != null) {
            stranger.leave();
        }
        LiveFeed feed = feeds.remove(session.getId());
        if (feed != null) {
            viewers.leave(feed);
        }
    }
}
