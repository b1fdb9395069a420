package org.socketconsole.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

import java.io.IOException;

/// Keeps from the servlet what it would answer itself: TRACE with an echo of the request, and the
/// preflight of CORS, which no path has here, with methods that the path does not have.
@Component
class MethodFilter extends HttpFilter {

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpServletRequest seen =
                switch (request.getMethod()) {
                    case "TRACE" -> new Nameless(request);
                    case "OPTIONS" -> new NoPreflight(request);
                    default -> request;
                };
        chain.doFilter(seen, response);
    }

    /// Of a method that nobody has.
    private static final class Nameless extends HttpServletRequestWrapper {
        Nameless(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getMethod() {
            return "trace";
        }
    }

    private static final class NoPreflight extends HttpServletRequestWrapper {
        NoPreflight(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getHeader(String name) {
            return name.equalsIgnoreCase(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD)
                    ? null
                    : super.getHeader(name);
        }
    }
}
