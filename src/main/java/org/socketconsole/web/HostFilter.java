package org.socketconsole.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.socketconsole.access.ForeignRequestException;
import org.socketconsole.access.HostNames;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;

import java.io.IOException;
import java.util.Set;

/// Answers only to names that are this console's, and no page of another origin: a name that an
/// attacker's DNS server points at this address is how a page that someone visits gets behind the
/// browser's rules (DNS rebinding). Only browsers send `Origin` and, see the W3C's Fetch Metadata,
/// `Sec-Fetch-Site`.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 50)
class HostFilter extends HttpFilter {

    private final HostNames names;
    private final Set<String> allowedOrigins;
    private final HandlerExceptionResolver problems;

    HostFilter(
            HostNames names,
            @Value("${console.allowed-origins:}") Set<String> allowedOrigins,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        this.names = names;
        this.allowedOrigins = allowedOrigins;
        this.problems = problems;
    }

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String host = request.getHeader(HttpHeaders.HOST);
        if (!names.isOurs(host)) {
            refuse(request, response, ForeignRequestException.name());
        } else if (!isOfOurOrigin(request, host)) {
            refuse(request, response, ForeignRequestException.origin());
        } else {
            chain.doFilter(request, response);
        }
    }

    private boolean isOfOurOrigin(HttpServletRequest request, @Nullable String host) {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin != null && allowedOrigins.contains(origin)) {
            return true;
        }
        return (origin == null || isSame(origin, request.getScheme(), host))
                && (isOfOurSite(request.getHeader("Sec-Fetch-Site")) || isNavigation(request));
    }

    /// The scheme is that which the client used, where a proxy that is trusted tells it.
    private static boolean isSame(String origin, String scheme, @Nullable String host) {
        int start = scheme.length() + "://".length();
        return host != null
                && origin.length() == start + host.length()
                && origin.startsWith(scheme)
                && origin.startsWith("://", scheme.length())
                && origin.regionMatches(true, start, host, 0, host.length());
    }

    /// Another port of this host is the same site, and of another origin.
    private static boolean isOfOurSite(@Nullable String site) {
        return site == null || site.equals("same-origin") || site.equals("none");
    }

    /// Following a link from elsewhere: a page is a shell without data.
    private static boolean isNavigation(HttpServletRequest request) {
        return "navigate".equals(request.getHeader("Sec-Fetch-Mode"))
                && "document".equals(request.getHeader("Sec-Fetch-Dest"))
                && request.getMethod().equals("GET")
                && !isApi(request);
    }

    private void refuse(
            HttpServletRequest request,
            HttpServletResponse response,
            ForeignRequestException refusal)
            throws IOException {
        if (isApi(request)) {
            problems.resolveException(request, response, null, refusal);
        } else {
            response.sendError(refusal.status());
        }
    }

    private static boolean isApi(HttpServletRequest request) {
        return request.getServletPath().startsWith("/api/");
    }
}
