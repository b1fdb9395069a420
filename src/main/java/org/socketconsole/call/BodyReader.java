package org.socketconsole.call;

import java.io.IOException;

/// What a client sends to a call while it runs, in pieces as they come.
public interface BodyReader {

    /// The most bytes of a piece.
    int PIECE = 64 * 1024;

    /// Waits for the next piece; an empty one is the end. An [IOException] is a client that has
    /// left before it.
    byte[] next() throws IOException, InterruptedException;
}
