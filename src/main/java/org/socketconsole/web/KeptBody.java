package org.socketconsole.web;

import org.socketconsole.call.BodyReader;
import org.socketconsole.libc.Octets;

import java.util.Arrays;

/// A body that was read before its call asked for it, since its repeat is told by it.
final class KeptBody implements BodyReader {

    private final byte[] bytes;
    private int read;

    KeptBody(byte[] bytes) {
        this.bytes = bytes;
    }

    @Override
    public Octets next() {
        int start = read;
        read = Math.min(bytes.length, start + PIECE);
        return Octets.of(Arrays.copyOfRange(bytes, start, read));
    }
}
