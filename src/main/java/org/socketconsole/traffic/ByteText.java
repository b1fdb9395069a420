package org.socketconsole.traffic;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/// Bytes as text, a character for each; to look at many of them takes a pause now and then.
final class ByteText implements CharSequence {

    private static final int TURN = 1024;

    private final byte[] bytes;
    private final Search search;
    private int looks;

    ByteText(byte[] bytes, Search search) {
        this.bytes = bytes;
        this.search = search;
    }

    @Override
    public char charAt(int index) {
        if (++looks % TURN == 0) {
            search.pause();
        }
        return (char) (bytes[index] & 0xff);
    }

    @Override
    public int length() {
        return bytes.length;
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return toString().subSequence(start, end);
    }

    @Override
    public String toString() {
        return new String(bytes, ISO_8859_1);
    }
}
