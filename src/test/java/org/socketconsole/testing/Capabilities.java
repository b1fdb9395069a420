package org.socketconsole.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// What not every machine or user has. A test that needs what is missing is skipped, and says so.
public final class Capabilities {

    private Capabilities() {}

    public static void assume(boolean present, String otherwise) {
        if (!present) {
            System.out.println("SKIPPED: " + otherwise);
        }
        assumeTrue(present, otherwise);
    }

    /// A socket of a kind that this kernel or user may not have.
    public static ApiSocket socketOrSkip(Api api, String json) {
        Answer answer = api.post("/sockets", json);
        assume(answer.status() == 201, "no socket of " + json + " here: " + answer);
        return api.socketOf(answer.at("id").asString());
    }
}
