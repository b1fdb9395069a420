package org.socketconsole.web;

import org.socketconsole.access.GuardedWebSocket;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;
import org.springframework.web.socket.server.HandshakeInterceptor;

import java.util.List;

/// Where the WebSockets of text frames are. No request of a foreign origin comes so far, and which
/// are foreign is said in one place: Spring has no list of its own to ask.
@Configuration(proxyBeanMethods = false)
@EnableWebSocket
class WebSocketConfiguration implements WebSocketConfigurer {

    private final List<GuardedWebSocket> endpoints;
    private final HandshakeInterceptor[] interceptors;

    WebSocketConfiguration(
            List<GuardedWebSocket> endpoints, List<HandshakeInterceptor> interceptors) {
        this.endpoints = endpoints;
        this.interceptors = interceptors.toArray(HandshakeInterceptor[]::new);
    }

    @Override
    public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
        for (GuardedWebSocket endpoint : endpoints) {
            registry.addHandler(endpoint, endpoint.path())
                    .addInterceptors(interceptors)
                    .setAllowedOriginPatterns("*");
        }
    }
}
