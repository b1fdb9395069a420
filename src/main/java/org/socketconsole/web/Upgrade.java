package org.socketconsole.web;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpHeaders;

import java.util.Collections;
import java.util.Locale;

/// The upgrade to a WebSocket, see RFC 6455, section 4.2.1.
final class Upgrade {

    static final String PROTOCOL = "websocket";

    private Upgrade() {}

    static boolean isAskedFor(HttpServletRequest request) {
        return request.getMethod().equals("GET")
                && hasToken(request, HttpHeaders.UPGRADE, PROTOCOL)
                && hasToken(request, HttpHeaders.CONNECTION, "upgrade")
                && hasToken(request, "Sec-WebSocket-Version", "13")
                && request.getHeader("Sec-WebSocket-Key") != null;
    }

    private static boolean hasToken(HttpServletRequest request, String header, String token) {
        return Collections.list(request.getHeaders(header)).stream()
                .anyMatch(value -> value.toLowerCase(Locale.ROOT).contains(token));
    }
}
