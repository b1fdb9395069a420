package org.socketconsole.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;

import java.util.Map;

/// Refuses a request that asks for no WebSocket with a problem document; Spring would say so in a
/// text of its own, or say nothing.
@Component
class UpgradeHandshake implements HandshakeInterceptor {

    private final HandlerExceptionResolver problems;

    UpgradeHandshake(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        this.problems = problems;
    }

    @Override
    public boolean beforeHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            Map<String, Object> attributes) {
        HttpServletRequest asked = ((ServletServerHttpRequest) request).getServletRequest();
        boolean upgrades = Upgrade.isAskedFor(asked);
        if (!upgrades) {
            refuse(asked, ((ServletServerHttpResponse) response).getServletResponse());
        }
        return upgrades;
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response) {
        boolean isGet = request.getMethod().equals("GET");
        if (!isGet) {
            response.setHeader(HttpHeaders.ALLOW, "GET");
        }
        Refusal refusal = isGet ? Refusal.noWebSocket() : Refusal.notAllowed();
        problems.resolveException(request, response, null, refusal);
    }

    @Override
    public void afterHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            @Nullable Exception failure) {}
}
