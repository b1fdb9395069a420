package org.socketconsole.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

import java.util.Map;

/// Answers a browser that went astray outside the API with a page; all others get the problem
/// document of [ProblemAdvice].
@Component
class ErrorPages implements HandlerExceptionResolver, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE + 1;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request,
            HttpServletResponse response,
            @Nullable Object handler,
            Exception failure) {
        return asksForPage(request) ? page(failure) : null;
    }

    private static boolean asksForPage(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        return accept != null
                && accept.contains("text/html")
                && !request.getServletPath().startsWith("/api/");
    }

    private static ModelAndView page(Exception failure) {
        HttpStatus status = HttpStatus.valueOf(statusOf(failure).value());
        Map<String, ?> model = Map.of("status", status.value(), "error", status.getReasonPhrase());
        return new ModelAndView("error", model, status);
    }

    private static HttpStatusCode statusOf(Exception failure) {
        if (failure instanceof ErrorResponse refusal) {
            return refusal.getStatusCode();
        }
        LOG.error("A page failed", failure);
        return HttpStatus.INTERNAL_SERVER_ERROR;
    }
}
