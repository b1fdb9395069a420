package org.socketconsole.call;

import static org.socketconsole.net.Errno.ECANCELED;
import static org.socketconsole.net.Errno.ETIMEDOUT;

import com.fasterxml.jackson.annotation.JsonValue;

import org.socketconsole.access.ForbiddenException;
import org.socketconsole.access.QuotaException;
import org.socketconsole.net.SyscallException;

import java.util.Locale;

/// Whose error it is; on the wire with a hyphen.
public enum ErrorKind {
    SOCKET_ERROR,
    GAIERROR,
    HERROR,
    TIMEOUT,
    INVALID_ARGUMENT,
    NOT_FOUND,
    UNAUTHENTICATED,
    FORBIDDEN,
    QUOTA,
    CANCELLED,
    INTERNAL;

    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Of what a call threw; what nobody foresaw is the server's own.
    public static ErrorKind of(Throwable failure) {
        return switch (failure) {
            case SyscallException e -> of(e.number());
            case CodedException e -> e.kind();
            case TimedOutException e -> TIMEOUT;
            case InvalidArgumentException e -> INVALID_ARGUMENT;
            case NotFoundException e -> NOT_FOUND;
            case ForbiddenException e -> FORBIDDEN;
            case QuotaException e -> QUOTA;
            default -> INTERNAL;
        };
    }

    private static ErrorKind of(int errno) {
        return switch (errno) {
            case ETIMEDOUT -> TIMEOUT;
            case ECANCELED -> CANCELLED;
            default -> SOCKET_ERROR;
        };
    }
}
