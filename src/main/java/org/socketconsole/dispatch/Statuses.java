package org.socketconsole.dispatch;

import static java.util.Map.entry;

import org.socketconsole.net.Errno;

import java.util.Map;

/// The HTTP status of each error: what clients are written against.
final class Statuses {

    private static final Map<String, Integer> BY_SYMBOL =
            Map.ofEntries(
                    entry("EACCES", 403),
                    entry("EPERM", 403),
                    entry("EBADF", 410),
                    entry("EADDRINUSE", 409),
                    entry("EADDRNOTAVAIL", 409),
                    entry("EISCONN", 409),
                    entry("ENOTCONN", 409),
                    entry("EALREADY", 409),
                    entry("EINPROGRESS", 409),
                    entry("EAGAIN", 409),
                    entry("EDESTADDRREQ", 409),
                    entry("EINVAL", 409),
                    entry("ENOENT", 409),
                    entry("ECANCELED", 409),
                    entry("EMSGSIZE", 413),
                    entry("EAFNOSUPPORT", 422),
                    entry("EPROTONOSUPPORT", 422),
                    entry("ESOCKTNOSUPPORT", 422),
                    entry("EPROTOTYPE", 422),
                    entry("ENOPROTOOPT", 422),
                    entry("EOPNOTSUPP", 422),
                    entry("ECONNREFUSED", 502),
                    entry("ECONNRESET", 502),
                    entry("ECONNABORTED", 502),
                    entry("EPIPE", 502),
                    entry("ENETUNREACH", 502),
                    entry("EHOSTUNREACH", 502),
                    entry("ENETDOWN", 502),
                    entry("EHOSTDOWN", 502),
                    entry("EMFILE", 503),
                    entry("ENFILE", 503),
                    entry("ENOBUFS", 503),
                    entry("ENOMEM", 503),
                    entry("ETIMEDOUT", 504),
                    // of getaddrinfo and getnameinfo
                    entry("EAI_NONAME", 404),
                    entry("EAI_NODATA", 404),
                    entry("EAI_AGAIN", 503),
                    // of gethostbyname and gethostbyaddr
                    entry("HOST_NOT_FOUND", 404),
                    entry("NO_DATA", 404),
                    entry("TRY_AGAIN", 503));

    private static final int UNPROCESSABLE = 422;

    /// The reason phrases of RFC 9110 and its kin.
    static final Map<Integer, String> TITLES =
            Map.ofEntries(
                    entry(400, "Bad Request"),
                    entry(401, "Unauthorized"),
                    entry(403, "Forbidden"),
                    entry(404, "Not Found"),
                    entry(405, "Method Not Allowed"),
                    entry(406, "Not Acceptable"),
                    entry(408, "Request Timeout"),
                    entry(409, "Conflict"),
                    entry(410, "Gone"),
                    entry(413, "Content Too Large"),
                    entry(414, "URI Too Long"),
                    entry(415, "Unsupported Media Type"),
                    entry(421, "Misdirected Request"),
                    entry(422, "Unprocessable Content"),
                    entry(429, "Too Many Requests"),
                    entry(431, "Request Header Fields Too Large"),
                    entry(500, "Internal Server Error"),
                    entry(502, "Bad Gateway"),
                    entry(503, "Service Unavailable"),
                    entry(504, "Gateway Timeout"));

    private Statuses() {}

    /// Of an errno, an `EAI_` code or an `h_errno`; any that is not in the table is 422.
    static int of(String symbol) {
        return BY_SYMBOL.getOrDefault(symbol, UNPROCESSABLE);
    }

    static int of(Errno errno) {
        return of(errno.symbol());
    }

    static String title(int status) {
        return TITLES.getOrDefault(status, status < 500 ? "Client Error" : "Server Error");
    }
}
