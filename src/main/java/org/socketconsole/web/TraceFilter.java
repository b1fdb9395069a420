package org.socketconsole.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Component;

import java.io.IOException;

/// Passes TRACE on as a method that nobody has: the servlet would answer it itself, with an echo of
/// the request.
@Component
class TraceFilter extends HttpFilter {

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(
                request.getMethod().equals("TRACE") ? new Nameless(request) : request, response);
    }

    private static final class Nameless extends HttpServletRequestWrapper {
        Nameless(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getMethod() {
            return "trace";
        }
    }
}
