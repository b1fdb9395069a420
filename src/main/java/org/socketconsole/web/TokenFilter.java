package org.socketconsole.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.socketconsole.access.Brake;
import org.socketconsole.access.QuotaException;
import org.socketconsole.access.Token;
import org.socketconsole.access.UnauthenticatedException;
import org.socketconsole.access.WebSocketPath;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

import java.io.IOException;
import java.util.List;

/// No token, no call: asks each request under `/api` for `Authorization: Bearer TOKEN`.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
class TokenFilter extends HttpFilter {

    private static final PathPattern API = pattern("/api/**");

    private final Token token;
    private final Brake brake;
    private final List<PathPattern> webSockets;
    private final HandlerExceptionResolver problems;

    TokenFilter(
            Token token,
            Brake brake,
            List<WebSocketPath> webSockets,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        this.token = token;
        this.brake = brake;
        this.webSockets = webSockets.stream().map(door -> pattern(door.path())).toList();
        this.problems = problems;
    }

    /// Whoever shows the token may go anywhere, so the path is looked at for all others alone.
    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (token.isIn(authorization) || isOpen(request)) {
            chain.doFilter(request, response);
        } else {
            problems.resolveException(request, response, null, refusal(request, response));
        }
    }

    /// The path is read as the dispatcher reads it, so that no spelling of it gets past one of the
    /// two. A page has no header for the token: the first frame of its WebSocket will show it; what
    /// is none has no frame.
    private boolean isOpen(HttpServletRequest request) {
        PathContainer path = ServletRequestPathUtils.parse(request).pathWithinApplication();
        return !API.matches(path)
                || request.getHeader(HttpHeaders.AUTHORIZATION) == null
                        && Upgrade.isAskedFor(request)
                        && webSockets.stream().anyMatch(door -> door.matches(path));
    }

    private static PathPattern pattern(String path) {
        return PathPatternParser.defaultInstance.parse(path);
    }

    private RuntimeException refusal(HttpServletRequest request, HttpServletResponse response) {
        String address = request.getRemoteAddr();
        if (Token.isShown(request.getHeader(HttpHeaders.AUTHORIZATION))) {
            brake.count(address);
        }
        if (brake.isOn(address)) {
            return new QuotaException(
                    "Too many wrong tokens came from this address within a second.");
        }
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, Token.SCHEME);
        return new UnauthenticatedException();
    }
}
