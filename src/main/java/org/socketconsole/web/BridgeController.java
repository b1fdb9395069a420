package org.socketconsole.web;

import io.swagger.v3.oas.annotations.Hidden;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.eclipse.jetty.ee11.websocket.server.JettyWebSocketServerContainer;
import org.socketconsole.access.Caller;
import org.socketconsole.access.Strangers;
import org.socketconsole.access.Token;
import org.socketconsole.access.UnauthenticatedException;
import org.socketconsole.access.WebSocketPath;
import org.socketconsole.dispatch.InternalCalls;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;

/// Where the bridges are. Jetty makes these WebSockets, since those of Spring have whole messages,
/// and a message may be as large as a browser likes. No request of a foreign origin comes so far.
@RestController
@Hidden
class BridgeController {

    private static final String PATH = "/api/v1/sockets/{id}/ws";

    private final Token token;
    private final Strangers strangers;
    private final InternalCalls calls;

    BridgeController(Token token, Strangers strangers, InternalCalls calls) {
        this.token = token;
        this.strangers = strangers;
        this.calls = calls;
    }

    @Bean
    static WebSocketPath bridgePath() {
        return new WebSocketPath(PATH);
    }

    @GetMapping(PATH)
    void bridge(@PathVariable String id, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        boolean shown = token.isIn(request.getHeader(HttpHeaders.AUTHORIZATION));
        String address = request.getRemoteAddr();
        Bridge bridge =
                new Bridge(
                        calls.on(id, Caller.CLIENT),
                        shown ? null : refuse -> strangers.arrive(address, refuse));
        if (!container(request.getServletContext()).upgrade((_, _) -> bridge, request, response)) {
            throw shown ? Refusal.noWebSocket() : new UnauthenticatedException();
        }
    }

    private static JettyWebSocketServerContainer container(ServletContext context) {
        return JettyWebSocketServerContainer.getContainer(context);
    }
}
