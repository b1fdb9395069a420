package org.socketconsole.web;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.BodyReader;
import org.socketconsole.call.BodyWriter;
import org.socketconsole.libc.Octets;

import java.io.IOException;
import java.io.InterruptedIOException;

/// The body of an answer as it comes: its head goes with the first flush.
final class HttpBodyWriter implements BodyWriter, AutoCloseable {

    private final StreamedRequest request;
    private final HttpServletResponse response;
    private @Nullable ClientWatch watch;

    HttpBodyWriter(StreamedRequest request, HttpServletResponse response) {
        this.request = request;
        this.response = response;
        response.setBufferSize(BodyReader.PIECE);
    }

    @Override
    public void write(Octets bytes) throws IOException, InterruptedException {
        head();
        waiting(() -> response.getOutputStream().write(bytes.buffer()));
    }

    @Override
    public void flush() throws IOException, InterruptedException {
        head();
        waiting(response::flushBuffer);
    }

    @Override
    public void whenLeft(Runnable told) {
        watch = request.watch(told);
    }

    @Override
    public void close() {
        if (watch != null) {
            watch.close();
        }
    }

    /// Once it is known that it is no problem's.
    private void head() {
        if (!response.isCommitted()) {
            response.setContentType(AnswerType.OCTET_STREAM.text());
            response.setHeader(AnswerWriter.DISPOSITION, AnswerWriter.attachment("stream.bin"));
        }
    }

    private static void waiting(Write write) throws IOException, InterruptedException {
        try {
            write.run();
        } catch (InterruptedIOException cancelled) {
            throw new InterruptedException();
        }
    }

    @FunctionalInterface
    private interface Write {
        void run() throws IOException;
    }
}
