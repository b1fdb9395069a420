package org.socketconsole.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.eclipse.jetty.ee11.websocket.server.JettyWebSocketServerContainer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.web.socket.WebSocketExtension;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.adapter.jetty.JettyWebSocketHandlerAdapter;
import org.springframework.web.socket.adapter.jetty.JettyWebSocketSession;
import org.springframework.web.socket.server.HandshakeFailureException;
import org.springframework.web.socket.server.jetty.JettyRequestUpgradeStrategy;

import java.io.IOException;
import java.security.Principal;
import java.util.List;
import java.util.Map;

/// Has Jetty make a WebSocket that tells of each frame; no protocol and no extension is agreed on.
final class TalkUpgrade extends JettyRequestUpgradeStrategy {

    @Override
    public void upgrade(
            ServerHttpRequest request,
            ServerHttpResponse response,
            @Nullable String protocol,
            List<WebSocketExtension> extensions,
            @Nullable Principal user,
            WebSocketHandler handler,
            Map<String, Object> attributes)
            throws HandshakeFailureException {
        HttpServletRequest asked = ((ServletServerHttpRequest) request).getServletRequest();
        HttpServletResponse answer = ((ServletServerHttpResponse) response).getServletResponse();
        JettyWebSocketSession session = new JettyWebSocketSession(attributes, user);
        TalkAdapter talk = new TalkAdapter(new JettyWebSocketHandlerAdapter(handler, session));
        try {
            JettyWebSocketServerContainer.getContainer(asked.getServletContext())
                    .upgrade((_, _) -> talk, asked, answer);
        } catch (IOException failure) {
            throw new HandshakeFailureException("no WebSocket", failure);
        }
    }
}
