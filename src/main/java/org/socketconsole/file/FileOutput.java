package org.socketconsole.file;

/// Writing, as CPython's buffered files do it, but that nothing is lost: bytes that were taken stay
/// until they have gone.
final class FileOutput {

    /// What is offered to the kernel at once; more than any message socket takes.
    private static final int PIECE = 256 * 1024;

    private final ByteQueue unsent = new ByteQueue();
    private final int bufsize;

    FileOutput(int bufsize) {
        this.bufsize = bufsize;
    }

    int size() {
        return unsent.size();
    }

    /// Makes room for so many bytes, or for more than the buffer's size an empty buffer.
    void makeRoom(int count, Sink sink) {
        while (unsent.size() > 0 && unsent.size() + count > bufsize) {
            send(sink);
        }
    }

    void add(byte[] data) {
        unsent.add(data);
    }

    /// Sends until no more is left than fits.
    void drain(Sink sink) {
        drain(bufsize, sink);
    }

    void flush(Sink sink) {
        drain(0, sink);
    }

    void discard() {
        unsent.clear();
    }

    private void drain(int most, Sink sink) {
        while (unsent.size() > most) {
            send(sink);
        }
    }

    private void send(Sink sink) {
        unsent.drop(sink.send(unsent.peek(0, Math.min(PIECE, unsent.size()))));
    }
}
