package org.socketconsole.dispatch;

import static org.socketconsole.net.Errno.ETIMEDOUT;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.socketconsole.access.ForbiddenException;
import org.socketconsole.access.ForeignRequestException;
import org.socketconsole.access.QuotaException;
import org.socketconsole.access.UnauthenticatedException;
import org.socketconsole.call.CodedException;
import org.socketconsole.call.ErrorKind;
import org.socketconsole.call.GoneException;
import org.socketconsole.call.InvalidArgumentException;
import org.socketconsole.call.MisplacedException;
import org.socketconsole.call.NotFoundException;
import org.socketconsole.call.TimedOutException;
import org.socketconsole.net.Errno;
import org.socketconsole.net.SyscallException;

/// Turns what a call threw into its problem: the one place where errors get their shape.
public final class Problems {

    private static final Logger log = LoggerFactory.getLogger(Problems.class);

    private Problems() {}

    public static Problem.Builder of(Throwable failure) {
        return switch (failure) {
            case SyscallException e -> syscall(e);
            case CodedException e -> coded(e);
            case TimedOutException e -> timeout(e);
            case MisplacedException e -> argument(e, 409).expectedOffset(e.expectedOffset());
            case InvalidArgumentException e -> argument(e, 400);
            case ProblemException e -> e.problem();
            case GoneException e ->
                    Problem.of(ErrorKind.NOT_FOUND, 410, message(e))
                            .earliestOffset(e.earliestOffset());
            case NotFoundException e -> Problem.of(ErrorKind.NOT_FOUND, 404, message(e));
            case ForbiddenException e -> Problem.of(ErrorKind.FORBIDDEN, 403, message(e));
            case ForeignRequestException e ->
                    Problem.of(ErrorKind.FORBIDDEN, e.status(), message(e));
            case UnauthenticatedException e -> unauthenticated();
            case QuotaException e -> Problem.of(ErrorKind.QUOTA, 429, message(e));
            default -> internal(failure);
        };
    }

    private static Problem.Builder unauthenticated() {
        return Problem.of(
                ErrorKind.UNAUTHENTICATED,
                401,
                "This needs the header `Authorization: Bearer TOKEN`; the server printed its token"
                        + " when it started.");
    }

    private static Problem.Builder syscall(SyscallException e) {
        Errno errno = e.errno();
        return Problem.of(ErrorKind.of(e), Statuses.of(errno), message(e))
                .errno(errno.errno(), errno.symbol(), errno.strerror())
                .sent(e.sent())
                .expectedOffset(e.expectedOffset());
    }

    private static Problem.Builder coded(CodedException e) {
        return Problem.of(e.kind(), Statuses.of(e.symbol()), message(e))
                .errno(e.code(), e.symbol(), e.strerror());
    }

    private static Problem.Builder timeout(TimedOutException e) {
        Errno errno = Errno.of(ETIMEDOUT);
        return Problem.of(ErrorKind.TIMEOUT, 504, message(e))
                .errno(errno.errno(), errno.symbol(), errno.strerror())
                .retry(e.retry() ? true : null)
                .sent(e.sent())
                .expectedOffset(e.expectedOffset());
    }

    private static Problem.Builder argument(InvalidArgumentException e, int status) {
        String detail = "`" + e.field() + "` " + e.getMessage();
        return Problem.of(ErrorKind.INVALID_ARGUMENT, status, detail).field(e.field());
    }

    private static Problem.Builder internal(Throwable failure) {
        log.error("a call failed by a defect of the server", failure);
        return Problem.of(
                ErrorKind.INTERNAL, 500, "The server has a defect here; its log tells more.");
    }

    private static String message(Throwable failure) {
        return String.valueOf(failure.getMessage());
    }
}
