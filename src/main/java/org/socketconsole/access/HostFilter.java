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
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

import java.io.IOException;

/// Answers only to names that are this console's, and no page of another origin: a name that an
/// attacker's DNS server points at this address is how a page that someone visits gets behind the
/// browser's rules (DNS rebinding).
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 50)
class HostFilter extends OncePerRequestFilter {

    private final HostNames names;
    private final HandlerExceptionResolver problems;

    HostFilter(
            HostNames names,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        this.names = names;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String host = request.getHeader(HttpHeaders.HOST);
        if (!names.isOurs(host)) {
            refuse(request, response, HttpStatus.MISDIRECTED_REQUEST);
        } else if (!isSameOrigin(request.getHeader(HttpHeaders.ORIGIN), host)) {
            refuse(request, response, HttpStatus.FORBIDDEN);
        } else {
            chain.doFilter(request, response);
        }
    }

    /// Other clients than browsers send none. The scheme can be another behind a proxy.
    private static boolean isSameOrigin(@Nullable String origin, @Nullable String host) {
        return origin == null
                || origin.replaceFirst("^https?://", "").equalsIgnoreCase(String.valueOf(host))
                        && origin.contains("://");
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, HttpStatus status)
            throws IOException {
        if (request.getRequestURI().startsWith("/api/")) {
            problems.resolveException(request, response, null, new ForeignRequestException(status));
        } else {
            response.sendError(status.value());
        }
    }
}
