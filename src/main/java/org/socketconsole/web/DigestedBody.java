package org.socketconsole.web;

import static org.socketconsole.net.Errno.ECANCELED;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.BodyReader;
import org.socketconsole.dispatch.PassingBody;
import org.socketconsole.dispatch.RepeatKey;
import org.socketconsole.libc.Octets;
import org.socketconsole.net.SyscallException;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.function.Supplier;

/// A body as it comes, of a call that has a key: what it was is known when it has come.
final class DigestedBody implements BodyReader, PassingBody {

    private final String call;
    private final Supplier<BodyReader> begin;
    private final MessageDigest sha256 = RepeatKey.sha256();
    private @Nullable BodyReader source;
    private @Nullable ByteBuffer digest;

    /// @param call its name, for its errors
    /// @param begin begins to read
    DigestedBody(String call, Supplier<BodyReader> begin) {
        this.call = call;
        this.begin = begin;
    }

    @Override
    public Octets next() throws IOException, InterruptedException {
        source = source == null ? begin.get() : source;
        Octets piece = source.next();
        sha256.update(piece.buffer());
        if (piece.size() == 0 && digest == null) {
            digest = ByteBuffer.wrap(sha256.digest());
        }
        return piece;
    }

    @Override
    public @Nullable ByteBuffer digest() {
        return digest;
    }

    @Override
    public ByteBuffer read() {
        try {
            while (digest == null) {
                next().release();
            }
            return digest;
        } catch (IOException | InterruptedException left) {
            throw new SyscallException(call, ECANCELED);
        }
    }
}
