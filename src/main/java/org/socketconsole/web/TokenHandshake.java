package org.socketconsole.web;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.socketconsole.access.Token;
import org.socketconsole.access.WebSocketPath;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;

import java.util.Map;

/// Notes for a WebSocket whether its handshake has shown the token already, as clients do that can
/// set a header, and where it came from.
@Component
class TokenHandshake implements HandshakeInterceptor {

    private final Token token;

    TokenHandshake(Token token) {
        this.token = token;
    }

    @Override
    public boolean beforeHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            Map<String, Object> attributes) {
        HttpServletRequest upgrade = ((ServletServerHttpRequest) request).getServletRequest();
        attributes.put(WebSocketPath.ADDRESS, upgrade.getRemoteAddr());
        attributes.put(
                WebSocketPath.AUTHENTICATED,
                token.isIn(upgrade.getHeader(HttpHeaders.AUTHORIZATION)));
        return true;
    }

    @Override
    public void afterHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            @Nullable Exception failure) {}
}
