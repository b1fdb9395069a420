package org.socketconsole.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

import java.io.IOException;
import java.util.List;

/// No token, no call: asks each request under `/api` for `Authorization: Bearer TOKEN`.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
class TokenFilter extends OncePerRequestFilter {

    private static final PathPattern API = pattern("/api/**");

    private final Token token;
    private final List<PathPattern> webSockets;
    private final HandlerExceptionResolver problems;

    TokenFilter(
            Token token,
            List<WebSocketPath> webSockets,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        this.token = token;
        this.webSockets = webSockets.stream().map(door -> pattern(door.path())).toList();
        this.problems = problems;
    }

    /// The path is read as the dispatcher reads it, so that no spelling of it gets past one of the
    /// two.
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        PathContainer path = ServletRequestPathUtils.parse(request).pathWithinApplication();
        return !API.matches(path) || webSockets.stream().anyMatch(door -> door.matches(path));
    }

    private static PathPattern pattern(String path) {
        return PathPatternParser.defaultInstance.parse(path);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (token.isIn(request.getHeader(HttpHeaders.AUTHORIZATION))) {
            chain.doFilter(request, response);
        } else {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, Token.SCHEME.strip());
            problems.resolveException(request, response, null, new UnauthenticatedException());
        }
    }
}
