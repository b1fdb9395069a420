package org.socketconsole.dispatch;

/// A request that is refused before it is a call of the socket interface, and knows its problem.
public abstract class ProblemException extends RuntimeException {

    protected ProblemException(String message) {
        super(message, null, false, false);
    }

    /// The problem without what is known of the call.
    public abstract Problem.Builder problem();
}
