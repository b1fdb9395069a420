package org.socketconsole.web;

import static org.springframework.http.HttpStatus.*;

import static java.util.Map.entry;

import org.socketconsole.net.Errno;
import org.springframework.http.HttpStatus;

import java.util.Map;

/// The HTTP status of each error: what clients are written against.
final class Statuses {

    private static final Map<String, HttpStatus> BY_SYMBOL =
            Map.ofEntries(
                    entry("EACCES", FORBIDDEN),
                    entry("EPERM", FORBIDDEN),
                    entry("EBADF", GONE),
                    entry("EADDRINUSE", CONFLICT),
                    entry("EADDRNOTAVAIL", CONFLICT),
                    entry("EISCONN", CONFLICT),
                    entry("ENOTCONN", CONFLICT),
                    entry("EALREADY", CONFLICT),
                    entry("EINPROGRESS", CONFLICT),
                    entry("EAGAIN", CONFLICT),
                    entry("EDESTADDRREQ", CONFLICT),
                    entry("EINVAL", CONFLICT),
                    entry("ENOENT", CONFLICT),
                    entry("ECANCELED", CONFLICT),
                    entry("EMSGSIZE", CONTENT_TOO_LARGE),
                    entry("EAFNOSUPPORT", UNPROCESSABLE_CONTENT),
                    entry("EPROTONOSUPPORT", UNPROCESSABLE_CONTENT),
                    entry("ESOCKTNOSUPPORT", UNPROCESSABLE_CONTENT),
                    entry("EPROTOTYPE", UNPROCESSABLE_CONTENT),
                    entry("ENOPROTOOPT", UNPROCESSABLE_CONTENT),
                    entry("EOPNOTSUPP", UNPROCESSABLE_CONTENT),
                    entry("ECONNREFUSED", BAD_GATEWAY),
                    entry("ECONNRESET", BAD_GATEWAY),
                    entry("ECONNABORTED", BAD_GATEWAY),
                    entry("EPIPE", BAD_GATEWAY),
                    entry("ENETUNREACH", BAD_GATEWAY),
                    entry("EHOSTUNREACH", BAD_GATEWAY),
                    entry("ENETDOWN", BAD_GATEWAY),
                    entry("EHOSTDOWN", BAD_GATEWAY),
                    entry("EMFILE", SERVICE_UNAVAILABLE),
                    entry("ENFILE", SERVICE_UNAVAILABLE),
                    entry("ENOBUFS", SERVICE_UNAVAILABLE),
                    entry("ENOMEM", SERVICE_UNAVAILABLE),
                    entry("ETIMEDOUT", GATEWAY_TIMEOUT),
                    // of getaddrinfo and getnameinfo
                    entry("EAI_NONAME", NOT_FOUND),
                    entry("EAI_NODATA", NOT_FOUND),
                    entry("EAI_AGAIN", SERVICE_UNAVAILABLE),
                    // of gethostbyname and gethostbyaddr
                    entry("HOST_NOT_FOUND", NOT_FOUND),
                    entry("NO_DATA", NOT_FOUND),
                    entry("TRY_AGAIN", SERVICE_UNAVAILABLE));

    private Statuses() {}

    /// Of an errno, an `EAI_` code or an `h_errno`; any that is not in the table is 422.
    static HttpStatus of(String symbol) {
        return BY_SYMBOL.getOrDefault(symbol, UNPROCESSABLE_CONTENT);
    }

    static HttpStatus of(Errno errno) {
        return of(errno.symbol());
    }
}
