package org.socketconsole.web;

import org.socketconsole.call.LongWork;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/// An answer that may be long, and takes more to be made than to be sent.
final class LongAnswer extends FilterOutputStream {

    private final LongWork work = new LongWork();

    LongAnswer(OutputStream out) {
        super(out);
    }

    @Override
    public void write(byte[] bytes, int start, int length) throws IOException {
        work.giveWay();
        out.write(bytes, start, length);
    }

    /// Without the flush before it, by which no answer would have a length.
    @Override
    public void close() throws IOException {
        out.close();
    }
}
