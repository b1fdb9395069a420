package org.socketconsole.responder;

import org.socketconsole.call.InvalidArgumentException;

import java.util.function.Supplier;

/// Where in a request something is wrong.
final class Places {

    private Places() {}

    /// What is wrong inside has its place behind that of the whole; an illegal argument that of the
    /// whole itself.
    static <T> T within(String place, Supplier<T> body) {
        try {
            return body.get();
        } catch (InvalidArgumentException wrong) {
            String message = String.valueOf(wrong.getMessage());
            String inner = wrong.field().isEmpty() ? "" : "." + wrong.field();
            throw new InvalidArgumentException(place + inner, message);
        } catch (IllegalArgumentException wrong) {
            throw new InvalidArgumentException(place, String.valueOf(wrong.getMessage()));
        }
    }
}
