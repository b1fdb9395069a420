package org.socketconsole.file;

import java.util.Arrays;

/// A text file's output: its line ends, and one byte order mark at most.
final class TextEncoder {

    private final Encoding encoding;
    private final Newline newline;
    private boolean begun;

    TextEncoder(Encoding encoding, Newline newline) {
        this.encoding = encoding;
        this.newline = newline;
    }

    byte[] encode(String text) {
        byte[] bytes = encoding.encode(newline.sent(text));
        int mark = begun && bytes.length > 0 ? encoding.byteOrderMark() : 0;
        return Arrays.copyOfRange(bytes, mark, bytes.length);
    }

    /// Bytes in the encoding already; those that are no text in it stay as they are.
    byte[] encode(byte[] data) {
        return newline.changesOutput()
                ? encoding.bytes(newline.sent(decode(data, Newline.LF)))
                : data;
    }

    /// Whether there is an end of a line, which a line-buffered file is flushed at.
    boolean hasLineEnd(byte[] encoded) {
        return decode(encoded, Newline.TRANSLATED).contains("\n");
    }

    /// Something was taken, with the byte order mark before it.
    void begin() {
        begun = true;
    }

    private String decode(byte[] data, Newline ends) {
        return new TextDecoder(encoding, ends).decode(data, true);
    }
}
