package org.socketconsole.live;

import org.socketconsole.access.WebSocketPath;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;

/// Where the page's WebSocket is. Without a list of origins Spring admits the same origin alone.
@Configuration(proxyBeanMethods = false)
@EnableWebSocket
class LiveConfiguration implements WebSocketConfigurer {

    private final LiveEndpoint endpoint;

    LiveConfiguration(LiveEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    @Bean
    static WebSocketPath livePath() {
        return new WebSocketPath(LiveEndpoint.PATH);
    }

    @Override
    public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
        registry.addHandler(endpoint, LiveEndpoint.PATH);
    }
}
