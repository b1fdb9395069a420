package org.socketconsole.web;

import static org.socketconsole.access.Caller.CLIENT;

import io.swagger.v3.oas.annotations.Hidden;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.eclipse.jetty.ee11.websocket.server.JettyWebSocketServerContainer;
import org.socketconsole.access.Strangers;
import org.socketconsole.access.Token;
import org.socketconsole.access.WebSocketPath;
import org.socketconsole.dispatch.InternalCalls;
import org.socketconsole.dispatch.Problem;
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
    private final AnswerWriter answers;

    BridgeController(Token token, Strangers strangers, InternalCalls calls, AnswerWriter answers) {
        this.token = token;
        this.strangers = strangers;
        this.calls = calls;
        this.answers = answers;
    }

    @Bean
    static WebSocketPath bridgePath() {
        return new WebSocketPath(PATH);
    }

    /// Who is yet to show the token is told by the WebSocket why there is no stream.
    @GetMapping(PATH)
    void bridge(@PathVariable String id, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        boolean shown = token.isIn(request.getHeader(HttpHeaders.AUTHORIZATION));
        InternalCalls.OnTarget stream = calls.on(id, CLIENT);
        Problem problem = shown ? stream.refusal(Bridge.RECEIVE) : null;
        if (problem == null) {
            upgrade(bridge(stream, shown, request.getRemoteAddr()), request, response);
        } else {
            answers.problem(problem.at(request.getRequestURI()), response);
        }
    }

    private Bridge bridge(InternalCalls.OnTarget stream, boolean shown, String address) {
        return new Bridge(stream, shown ? null : refuse -> strangers.arrive(address, refuse));
    }

    private static void upgrade(
            Bridge bridge, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!container(request.getServletContext()).upgrade((_, _) -> bridge, request, response)) {
            throw Refusal.noWebSocket();
        }
    }

    private static JettyWebSocketServerContainer container(ServletContext context) {
        return JettyWebSocketServerContainer.getContainer(context);
    }
}
