package org.socketconsole.live;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.socketconsole.access.Token;
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
/// set one, by its first frame, `{"token": "…"}`.
@Component
class LiveEndpoint extends TextWebSocketHandler {

    static final String PATH = "/api/v1/live";

    private static final Logger log = LoggerFactory.getLogger(LiveEndpoint.class);
    private static final int LARGEST_FRAME = 64 * 1024;

    private final Token token;
    private final JsonMapper mapper;
    private final LiveState state;
    private final Viewers viewers = new Viewers();
    private final Map<String, LiveFeed> feeds = new ConcurrentHashMap<>();

    LiveEndpoint(Token token, JsonMapper mapper, LiveState state) {
        this.token = token;
        this.mapper = mapper;
        this.state = state;
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) throws IOException {
        session.setTextMessageSizeLimit(LARGEST_FRAME);
        LiveFeed feed = new LiveFeed(session, mapper, state, viewers::count);
        feeds.put(session.getId(), feed);
        LiveFeed oldest = viewers.arrive(feed);
        if (oldest != null) {
            oldest.giveWay();
        }
        if (Boolean.TRUE.equals(session.getAttributes().get(WebSocketPath.AUTHENTICATED))) {
            admit(feed);
        }
        Thread.ofVirtual().name("live-" + session.getId()).start(feed);
    }

    @Override
    protected void handleTextMessage(WebSocketSession session, TextMessage message)
            throws IOException {
        LiveFeed feed = feeds.get(session.getId());
        if (feed == null) {
            return;
        }
        try {
            hear(feed, mapper.readValue(message.getPayload(), FromPage.class));
        } catch (JacksonException malformed) {
            session.close(CloseStatus.BAD_DATA);
        }
    }

    private void hear(LiveFeed feed, FromPage frame) throws IOException {
        if (feed.isAdmitted()) {
            feed.hear(frame);
        } else if (frame.token() != null && token.is(frame.token())) {
            admit(feed);
        } else {
            feed.refuse(CloseStatus.POLICY_VIOLATION);
        }
    }

    private void admit(LiveFeed feed) throws IOException {
        if (viewers.admit(feed)) {
            feed.admit();
        } else {
            feed.refuse(CloseStatus.SERVICE_OVERLOAD);
        }
    }

    @Override
    public void handleTransportError(WebSocketSession session, Throwable failure) {
        log.debug("a page went away", failure);
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        LiveFeed feed = feeds.remove(session.getId());
        if (feed != null) {
            viewers.leave(feed);
        }
    }
}
