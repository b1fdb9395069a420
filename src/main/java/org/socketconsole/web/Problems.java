package org.socketconsole.web;

import static org.socketconsole.net.Errno.ETIMEDOUT;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.socketconsole.access.ForeignRequestException;
import org.socketconsole.access.UnauthenticatedException;
import org.socketconsole.call.CodedException;
import org.socketconsole.call.ErrorKind;
import org.socketconsole.call.ForbiddenException;
import org.socketconsole.call.InvalidArgumentException;
import org.socketconsole.call.NotFoundException;
import org.socketconsole.call.QuotaException;
import org.socketconsole.call.TimedOutException;
import org.socketconsole.net.Errno;
import org.socketconsole.net.SyscallException;
import org.springframework.http.HttpStatus;

/// Turns what a call threw into its problem: the one place where errors get their shape.
final class Problems {

    private static final Logger log = LoggerFactory.getLogger(Problems.class);

    private Problems() {}

    static Problem.Builder of(Throwable failure) {
        return switch (failure) {
            case SyscallException e -> syscall(e);
            case CodedException e -> coded(e);
            case TimedOutException e -> timeout(e);
            case InvalidArgumentException e -> argument(e);
            case BodyTooLargeException e ->
                    Problem.of(
                                    ErrorKind.INVALID_ARGUMENT,
                                    HttpStatus.CONTENT_TOO_LARGE,
                                    "`body` " + e.getMessage())
                            .field("body");
            case NotFoundException e ->
                    Problem.of(ErrorKind.NOT_FOUND, HttpStatus.NOT_FOUND, message(e));
            case ForbiddenException e ->
                    Problem.of(ErrorKind.FORBIDDEN, HttpStatus.FORBIDDEN, message(e));
            case ForeignRequestException e ->
                    Problem.of(ErrorKind.FORBIDDEN, e.status(), message(e));
            case UnauthenticatedException e -> unauthenticated();
            case QuotaException e ->
                    Problem.of(ErrorKind.QUOTA, HttpStatus.TOO_MANY_REQUESTS, message(e));
            default -> internal(failure);
        };
    }

    private static Problem.Builder unauthenticated() {
        return Problem.of(
                ErrorKind.UNAUTHENTICATED,
                HttpStatus.UNAUTHORIZED,
                "This needs the header `Authorization: Bearer TOKEN`; the server printed its token"
                        + " when it started.");
    }

    private static Problem.Builder syscall(SyscallException e) {
        Errno errno = e.errno();
        return Problem.of(ErrorKind.of(e), Statuses.of(errno), message(e))
                .errno(errno.errno(), errno.symbol(), errno.strerror())
                .sent(e.sent());
    }

    private static Problem.Builder coded(CodedException e) {
        return Problem.of(e.kind(), Statuses.of(e.symbol()), message(e))
                .errno(e.code(), e.symbol(), message(e));
    }

    private static Problem.Builder timeout(TimedOutException e) {
        Errno errno = Errno.of(ETIMEDOUT);
        return Problem.of(ErrorKind.TIMEOUT, HttpStatus.GATEWAY_TIMEOUT, message(e))
                .errno(errno.errno(), errno.symbol(), errno.strerror())
                .retry(e.retry() ? true : null)
                .sent(e.sent());
    }

    private static Problem.Builder argument(InvalidArgumentException e) {
        return Problem.of(
                        ErrorKind.INVALID_ARGUMENT,
                        HttpStatus.BAD_REQUEST,
                        "`" + e.field() + "` " + e.getMessage())
                .field(e.field());
    }

    private static Problem.Builder internal(Throwable failure) {
        log.error("a call failed by a defect of the server", failure);
        return Problem.of(
                ErrorKind.INTERNAL,
                HttpStatus.INTERNAL_SERVER_ERROR,
                "The server has a defect here; its log tells more.");
    }

    private static String message(Throwable failure) {
        return String.valueOf(failure.getMessage());
    }
}
