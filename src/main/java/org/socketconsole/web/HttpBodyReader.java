package org.socketconsole.web;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;

import org.eclipse.jetty.http.HttpException;
import org.socketconsole.call.BodyReader;
import org.socketconsole.libc.Block;
import org.socketconsole.libc.Octets;

import java.io.IOException;
import java.io.InterruptedIOException;

/// The body of a request as it comes, however large it is and however long it takes.
final class HttpBodyReader implements BodyReader {

    private final HttpServletRequest request;

    HttpBodyReader(HttpServletRequest request) {
        this.request = request;
    }

    @Override
    public Octets next() throws InterruptedException {
        try {
            return next(request.getInputStream());
        } catch (InterruptedIOException cancelled) {
            request.setAttribute(IncomingBody.IS_GIVEN_UP, true);
            throw new InterruptedException();
        } catch (IOException | HttpException.RuntimeException failure) {
            throw Refusal.of(failure);
        }
    }

    private static Octets next(ServletInputStream in) throws IOException {
        Block block = new Block();
        return block.filled(Math.max(0, in.read(block.buffer())));
    }
}
