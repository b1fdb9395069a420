package org.socketconsole.file;

/// Where a file's bytes go.
@FunctionalInterface
interface Sink {

    /// Answers how many of the bytes were taken, at least one.
    int send(byte[] data);
}
