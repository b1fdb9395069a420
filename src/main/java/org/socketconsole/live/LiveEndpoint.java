package org.socketconsole.live;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.socketconsole.access.Token;
import org.socketconsole.live.Frames.FromPage;
import org.springframework.http.HttpHeaders;
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
    private static final int MOST_VIEWERS = 256;

    private final Token token;
    private final JsonMapper mapper;
    private final LiveState state;
    private final Map<String, LiveFeed> feeds = new ConcurrentHashMap<>();

    LiveEndpoint(Token token, JsonMapper mapper, LiveState state) {
        this.token = token;
        this.mapper = mapper;
        this.state = state;
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) throws IOException {
        if (feeds.size() >= MOST_VIEWERS) {
            session.close(CloseStatus.SERVICE_OVERLOAD);
            return;
        }
        session.setTextMessageSizeLimit(LARGEST_FRAME);
        LiveFeed feed = new LiveFeed(session, mapper, state, feeds::size);
        feeds.put(session.getId(), feed);
        if (token.isIn(session.getHandshakeHeaders().getFirst(HttpHeaders.AUTHORIZATION))) {
            feed.admit();
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
            feed.admit();
        } else {
            feed.refuse();
        }
    }

    @Override
    public void handleTransportError(WebSocketSession session, Throwable failure) {
        log.debug("a page went away", failure);
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        feeds.remove(session.getId());
    }
}
