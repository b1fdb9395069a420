package org.socketconsole.access;

/// A request under a name that is not this console's, or of a page of another origin.
public class ForeignRequestException extends RuntimeException {

    private final int status;

    private ForeignRequestException(int status, String message) {
        super(message, null, false, false);
        this.status = status;
    }

    public static ForeignRequestException name() {
        return new ForeignRequestException(
                421,
                "The name in `Host` is none of this console's. Open it as localhost or by its"
                        + " address, or list the name in `console.allowed-hosts`.");
    }

    public static ForeignRequestException origin() {
        return new ForeignRequestException(
                403, "A page of another origin may not call this console.");
    }

    /// That of HTTP, see RFC 9110, section 15.
    public int status() {
        return status;
    }
}
