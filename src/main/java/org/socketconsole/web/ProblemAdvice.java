package org.socketconsole.web;

import jakarta.servlet.http.HttpServletRequest;

import org.eclipse.jetty.http.HttpException;
import org.socketconsole.call.ErrorKind;
import org.socketconsole.dispatch.Problem;
import org.socketconsole.dispatch.Problems;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

import java.util.LinkedHashSet;
import java.util.Set;

/// Answers whatever went wrong in a request with its problem document.
@RestControllerAdvice
class ProblemAdvice {

    @ExceptionHandler
    ResponseEntity<Problem> handle(Throwable failure, HttpServletRequest request) {
        HttpHeaders headers =
                failure instanceof ErrorResponse http ? http.getHeaders() : new HttpHeaders();
        return respond(problem(failure).build(request.getRequestURI(), null), headers);
    }

    /// Jetty reads a query when it is asked for a parameter, and refuses a malformed one then.
    private static Problem.Builder problem(Throwable failure) {
        return switch (failure) {
            case ErrorResponse http -> ofHttp(http);
            case HttpException http -> JettyProblems.problem(http.getCode(), http.getReason());
            default -> Problems.of(failure);
        };
    }

    private static ResponseEntity<Problem> respond(Problem problem, HttpHeaders headers) {
        if (problem.kind() == ErrorKind.QUOTA) {
            headers.set(HttpHeaders.RETRY_AFTER, "1");
        }
        if (!headers.getAllow().isEmpty()) {
            headers.setAllow(withThoseOfSpring(headers.getAllow()));
        }
        if (problem.status() == HttpStatus.UPGRADE_REQUIRED.value()) {
            headers.set(HttpHeaders.UPGRADE, Upgrade.PROTOCOL);
        }
        return ResponseEntity.status(problem.status())
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    /// Spring answers two more methods by itself, and tells of them only when it is asked for its
    /// OPTIONS.
    private static Set<HttpMethod> withThoseOfSpring(Set<HttpMethod> mapped) {
        Set<HttpMethod> all = new LinkedHashSet<>(mapped);
        if (all.contains(HttpMethod.GET)) {
            all.add(HttpMethod.HEAD);
        }
        all.add(HttpMethod.OPTIONS);
        return all;
    }

    /// What Spring itself refuses: no such path, method, type of body or type of answer.
    private static Problem.Builder ofHttp(ErrorResponse refusal) {
        int status = refusal.getStatusCode().value();
        return switch (status) {
            case 404 -> Problem.ofHttp(status, "There is nothing at this path.");
            case 405 ->
                    Problem.ofHttp(
                            status,
                            "This path does not have this method; it has those in `Allow`.");
            case 415 ->
                    Problem.ofHttp(status, "This call does not take this `Content-Type`.")
                            .field("body");
            case 406 -> Problem.ofHttp(status, "This call has no answer of a type in `Accept`.");
            default -> Problem.ofHttp(status, "The request was refused.");
        };
    }
}
