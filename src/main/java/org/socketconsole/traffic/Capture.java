package org.socketconsole.traffic;

import java.io.IOException;

/// A capture as it is written, in one of its formats: a chunk at a time, the oldest first.
interface Capture {

    /// What stands before the first chunk.
    default void start() throws IOException {}

    void write(Chunk chunk) throws IOException;

    /// @param dropped how many chunks had given way before they could be written
    default void end(long dropped) throws IOException {}
}
