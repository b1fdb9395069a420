package org.socketconsole.web;

import static jakarta.servlet.RequestDispatcher.ERROR_STATUS_CODE;

import io.swagger.v3.oas.annotations.Hidden;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.RequestMapping;

/// Where a status goes that a filter has sent, to be answered as any other refusal, in the place of
/// Spring Boot's own controller. Whoever asks for the path himself finds nothing there.
@Controller
@Hidden
class ErrorPath implements ErrorController {

    @RequestMapping("${spring.web.error.path:/error}")
    void refuse(HttpServletRequest request) {
        Object sent = request.getAttribute(ERROR_STATUS_CODE);
        throw new ErrorResponseException(
                sent instanceof Integer status ? HttpStatus.valueOf(status) : HttpStatus.NOT_FOUND);
    }
}
