package org.socketconsole.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

import java.io.IOException;

/// No token, no call: asks each request under `/api` for `Authorization: Bearer TOKEN`.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
class TokenFilter extends OncePerRequestFilter {

    private static final String SCHEME = "Bearer ";
    private static final PathPattern API = PathPatternParser.defaultInstance.parse("/api/**");

    private final Token token;
    private final HandlerExceptionResolver problems;

    TokenFilter(
            Token token, @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        this.token = token;
        this.problems = problems;
    }

    /// The path is read as the dispatcher reads it, so that no spelling of it gets past one of the
    /// two.
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !API.matches(ServletRequestPathUtils.parse(request).pathWithinApplication());
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isAuthentic(request.getHeader(HttpHeaders.AUTHORIZATION))) {
            chain.doFilter(request, response);
        } else {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, SCHEME.strip());
            problems.resolveException(request, response, null, new UnauthenticatedException());
        }
    }

    private boolean isAuthentic(@Nullable String header) {
        return header != null
                && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                && token.is(header.substring(SCHEME.length()).strip());
    }
}
