package org.socketconsole.file;

/// Where a file's bytes come from.
@FunctionalInterface
interface Source {

    /// At most so many bytes; none at the end of the stream.
    byte[] receive(int size);
}
