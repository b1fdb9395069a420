package org.socketconsole.call;

import org.socketconsole.libc.Octets;

import java.io.IOException;

/// Where a call writes its answer while it runs, in pieces as they come. An [IOException] is a
/// client that has left.
public interface BodyWriter {

    /// Whether nobody reads it: whoever makes the call only asks if it can be made.
    default boolean isAsking() {
        return false;
    }

    /// Waits while the client has no room, and needs the bytes no longer than that.
    void write(Octets bytes) throws IOException, InterruptedException;

    /// Lets the client have what is written so far, and know that the call goes well.
    void flush() throws IOException, InterruptedException;

    /// To be told, perhaps more than once, when the client leaves while nothing is written to it.
    void whenLeft(Runnable told);
}
