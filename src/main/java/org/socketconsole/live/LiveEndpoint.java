package org.socketconsole.live;

import org.jspecify.annotations.Nullable;
import org.socketconsole.access.GuardedWebSocket;
import org.socketconsole.access.Strangers;
import org.socketconsole.access.WebSocketPath;
import org.socketconsole.live.PageFrames.FromPage;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketSession;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The page's WebSocket.
@Component
class LiveEndpoint extends GuardedWebSocket {

    private static final String PATH = "/api/v1/live";

    private final JsonMapper mapper;
    private final LiveState state;
    private final Viewers viewers = new Viewers();
    private final Map<String, LiveFeed> feeds = new ConcurrentHashMap<>();

    LiveEndpoint(Strangers strangers, JsonMapper mapper, LiveState state) {
        super(strangers);
        this.mapper = mapper;
        this.state = state;
    }

    @Bean
    static WebSocketPath livePath() {
        return new WebSocketPath(PATH);
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    protected void hear(WebSocketSession session, String frame) throws IOException {
        @Nullable LiveFeed feed = feeds.get(session.getId());
        if (feed == null) {
            return;
        }
        try {
            feed.hear(mapper.readValue(frame, FromPage.class));
        } catch (JacksonException malformed) {
            session.close(CloseStatus.BAD_DATA);
        }
    }

    @Override
    protected void admit(WebSocketSession session) throws IOException {
        LiveFeed feed = new LiveFeed(session, mapper, state, viewers::count);
        if (viewers.admit(feed)) {
            feeds.put(session.getId(), feed);
            Thread.ofVirtual().name("live-" + session.getId()).start(feed);
        } else {
            session.close(CloseStatus.SERVICE_OVERLOAD);
        }
    }

    @Override
    protected void left(WebSocketSession session) {
        LiveFeed feed = feeds.remove(session.getId());
        if (feed != null) {
            viewers.leave(feed);
        }
    }
}
