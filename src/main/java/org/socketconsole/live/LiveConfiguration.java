package org.socketconsole.live;

import org.socketconsole.access.WebSocketPath;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;
import org.springframework.web.socket.server.HandshakeInterceptor;

import java.util.List;

/// Where the page's WebSocket is. No request of a foreign origin comes so far, and which are
/// foreign is said in one place: Spring has no list of its own to ask.
@Configuration(proxyBeanMethods = false)
@EnableWebSocket
class LiveConfiguration implements WebSocketConfigurer {

    private final LiveEndpoint endpoint;
    private final HandshakeInterceptor[] interceptors;

    LiveConfiguration(LiveEndpoint endpoint, List<HandshakeInterceptor> interceptors) {
        this.endpoint = endpoint;
        this.interceptors = interceptors.toArray(HandshakeInterceptor[]::new);
    }

    @Bean
    static WebSocketPath livePath() {
        return new WebSocketPath(LiveEndpoint.PATH);
    }

    @Override
    public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
        registry.addHandler(endpoint, LiveEndpoint.PATH)
                .addInterceptors(interceptors)
                .setAllowedOriginPatterns("*");
    }
}
