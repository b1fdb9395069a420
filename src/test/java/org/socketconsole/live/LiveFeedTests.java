package org.socketconsole.live;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import org.junit.jupiter.api.Test;
import org.socketconsole.dispatch.Operations;
import org.socketconsole.event.Hub;
import org.socketconsole.libc.Libc;
import org.socketconsole.live.PageFrames.FromPage;
import org.socketconsole.socket.SocketList;
import org.socketconsole.traffic.ChunkViews;
import org.socketconsole.traffic.TrafficStore;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketSession;

import tools.jackson.databind.json.JsonMapper;

class LiveFeedTests {

    @Test
    void aPageThatADefectFeedsNoMoreIsClosedAndNotLeftSilent() throws Exception {
        WebSocketSession session = mock();
        when(session.isOpen()).thenReturn(true);
        SocketList sockets = mock();
        when(sockets.matching("")).thenThrow(new IllegalStateException("a defect, on purpose"));
        LiveFeed feed = new LiveFeed(session, JsonMapper.shared(), state(sockets), () -> 1);
        feed.hear(JsonMapper.shared().readValue("{\"subscribe\": {}}", FromPage.class));
        feed.run();
        verify(session).close(CloseStatus.SERVER_ERROR);
    }

    private static LiveState state(SocketList sockets) {
        return new LiveState(
                mock(Hub.class),
                sockets,
                mock(Operations.class),
                mock(TrafficStore.class),
                mock(ChunkViews.class),
                Libc.host());
    }
}
