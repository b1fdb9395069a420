package org.socketconsole.web;

import org.socketconsole.access.GuardedWebSocket;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;
import org.springframework.web.socket.server.HandshakeHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;
import org.springframework.web.socket.server.support.DefaultHandshakeHandler;

import java.time.Duration;
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
                    .setHandshakeHandler(handshakes())
                    .setAllowedOriginPatterns("*");
        }
    }

    /// Jetty ends one that is silent for 30 s. A stranger has a time of its own, and whoever has
    /// shown the token may be silent for as long as its calls wait.
    private static HandshakeHandler handshakes() {
        TalkUpgrade upgrades = new TalkUpgrade();
        upgrades.addWebSocketConfigurer(socket -> socket.setIdleTimeout(Duration.ZERO));
        return new DefaultHandshakeHandler(upgrades);
    }
}
