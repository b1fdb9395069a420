package org.socketconsole.traffic;

/// Is told of what passes, such as a recording.
public interface Tap {

    /// In the order of all chunks, and under it: nothing may wait here.
    void take(Chunk chunk);

    /// That it was taken, and before the call that moved it goes on.
    void settle(Chunk chunk);
}
