package org.socketconsole.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.util.Map;

/// First of all filters, so that no answer goes without them: not an error's, not a refusal's.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class SecurityHeaders extends HttpFilter {

    private static final String PAGES =
            String.join(
                    "; ",
                    "default-src 'none'",
                    "script-src 'self'",
                    "style-src 'self'",
                    "img-src 'self'",
                    "font-src 'self'",
                    "connect-src 'self'",
                    "manifest-src 'self'",
                    "frame-src 'self'",
                    "base-uri 'none'",
                    "form-action 'self'",
                    "frame-ancestors 'none'",
                    "require-trusted-types-for 'script'",
                    "trusted-types 'none'");

    /// Swagger UI stands in a frame of the page. It writes HTML strings, has its icons in its style
    /// sheet, and adds one style element, whose hash this is: a new version of it can have another.
    private static final String SWAGGER_UI =
            String.join(
                    "; ",
                    "default-src 'none'",
                    "script-src 'self'",
                    "style-src 'self' 'sha256-RL3ie0nH+Lzz2YNqQN83mnU0J1ot4QL7b99vMdIX99w='",
                    "img-src 'self' data:",
                    "connect-src 'self'",
                    "base-uri 'none'",
                    "form-action 'none'",
                    "frame-ancestors 'self'",
                    "trusted-types dompurify");

    /// What an answer of the API needs: the others are for documents.
    static final Map<String, String> OF_API =
            Map.of(
                    "Content-Security-Policy", PAGES,
                    "Cross-Origin-Resource-Policy", "same-origin",
                    "X-Content-Type-Options", "nosniff",
                    "Cache-Control", "no-store");

    private static final Map<String, String> OF_PAGES = ofDocuments(PAGES);
    private static final Map<String, String> OF_SWAGGER_UI = ofDocuments(SWAGGER_UI);

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        headers(request.getServletPath()).forEach(response::setHeader);
        chain.doFilter(request, response);
    }

    private static Map<String, String> headers(String path) {
        if (path.startsWith("/api/")) {
            return OF_API;
        }
        return path.equals("/swagger-ui.html") || path.startsWith("/swagger-ui/")
                ? OF_SWAGGER_UI
                : OF_PAGES;
    }

    private static Map<String, String> ofDocuments(String policy) {
        return Map.of(
                "Content-Security-Policy", policy,
                "Cross-Origin-Opener-Policy", "same-origin",
                "Cross-Origin-Resource-Policy", "same-origin",
                "Referrer-Policy", "no-referrer",
                "X-Content-Type-Options", "nosniff",
                "Permissions-Policy", "clipboard-write=(self)",
                "Cache-Control", "no-cache");
    }
}
