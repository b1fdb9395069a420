package org.socketconsole.access;

import org.springframework.http.HttpStatus;

/// A request under a name that is not this console's, or of a page of another origin.
public class ForeignRequestException extends RuntimeException {

    private final HttpStatus status;

    ForeignRequestException(HttpStatus status) {
        super(
                status == HttpStatus.MISDIRECTED_REQUEST
                        ? "The name in `Host` is none of this console's. Open it as localhost or by"
                                + " its address, or list the name in `console.allowed-hosts`."
                        : "A page of another origin may not call this console.",
                null,
                false,
                false);
        this.status = status;
    }

    public HttpStatus status() {
        return status;
    }
}
