package org.socketconsole.call;

import java.io.IOException;
import java.io.OutputStream;

/// An answer that is written as it is made, and never whole in memory.
///
/// @param contentType its type, as RFC 9110 writes it
/// @param filename under which a browser saves it
public record Streamed(String contentType, String filename, Writer writer) {

    /// Writes the answer. What it throws breaks the answer off, be it that the client has gone or
    /// that there is no more to be read.
    @FunctionalInterface
    public interface Writer {
        void writeTo(OutputStream out) throws IOException;
    }
}
