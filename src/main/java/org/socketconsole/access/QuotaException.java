package org.socketconsole.access;

/// More of something is asked for than this server gives.
public class QuotaException extends RuntimeException {

    public QuotaException(String message) {
        super(message, null, false, false);
    }
}
