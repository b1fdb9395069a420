package org.socketconsole.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.eclipse.jetty.io.EofException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

import java.io.IOException;

/// That a client leaves before it has its answer is no defect of the server, and there is nobody to
/// answer any more.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class LeftClients implements HandlerExceptionResolver {

    private static final Logger log = LoggerFactory.getLogger(LeftClients.class);

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request,
            HttpServletResponse response,
            @Nullable Object handler,
            Exception failure) {
        if (!isOfTheConnection(failure, response.isCommitted())) {
            return null;
        }
        log.debug("a client left before it had its answer", failure);
        return new ModelAndView();
    }

    private static boolean isOfTheConnection(@Nullable Throwable failure, boolean answering) {
        return switch (failure) {
            case null -> false;
            case EofException gone -> true;
            case IOException gone when answering -> true;
            default -> isOfTheConnection(failure.getCause(), answering);
        };
    }
}
