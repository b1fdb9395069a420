package org.socketconsole.call;

import org.socketconsole.libc.Block;
import org.socketconsole.libc.Octets;

import java.io.IOException;

/// What a client sends to a call while it runs, in pieces as they come.
public interface BodyReader {

    /// The most bytes of a piece.
    int PIECE = Block.SIZE;

    /// Waits for the next piece, which the caller holds; an empty one is the end. An [IOException]
    /// is a client that has left before it.
    Octets next() throws IOException, InterruptedException;
}
