package org.socketconsole.web;

/// The body of a request has more bytes than the server takes.
class BodyTooLargeException extends RuntimeException {

    BodyTooLargeException(int largest) {
        super("has more than " + largest + " bytes", null, false, false);
    }
}
