package org.socketconsole.web;

import jakarta.servlet.http.HttpServletRequest;

import org.eclipse.jetty.http.HttpException;
import org.socketconsole.call.BodyReader;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.Arrays;

/// The body of a request as it comes, however large it is and however long it takes.
final class HttpBodyReader implements BodyReader {

    private final HttpServletRequest request;
    private final byte[] buffer = new byte[PIECE];

    HttpBodyReader(HttpServletRequest request) {
        this.request = request;
    }

    @Override
    public byte[] next() throws InterruptedException {
        try {
            return next(request.getInputStream());
        } catch (InterruptedIOException cancelled) {
            request.setAttribute(IncomingBody.IS_GIVEN_UP, true);
            throw new InterruptedException();
        } catch (IOException | HttpException.RuntimeException failure) {
            throw Refusal.of(failure);
        }
    }

    /// What is there already is read to where it stays, what is yet to come has no size so far.
    private byte[] next(InputStream in) throws IOException {
        int there = Math.min(in.available(), PIECE);
        if (there > 0) {
            byte[] piece = new byte[there];
            return in.readNBytes(piece, 0, there) == there ? piece : CallBody.NONE;
        }
        int count = in.read(buffer);
        return count < 0 ? CallBody.NONE : Arrays.copyOf(buffer, count);
    }
}
