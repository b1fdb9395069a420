package org.socketconsole.responder;

import org.socketconsole.dispatch.Problem;

/// A call failed, after which no other makes sense.
final class EndedException extends RuntimeException {

    private final transient Problem problem;

    EndedException(Problem problem) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
