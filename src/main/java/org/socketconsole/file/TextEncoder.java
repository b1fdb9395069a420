package org.socketconsole.file;

/// A text file's output, with the line ends that it is to have.
final class TextEncoder {

    private final Encoding encoding;
    private final Newline newline;

    TextEncoder(Encoding encoding, Newline newline) {
        this.encoding = encoding;
        this.newline = newline;
    }

    byte[] encode(String text) {
        return encoding.encode(newline.sent(text));
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

    private String decode(byte[] data, Newline ends) {
        return new TextDecoder(encoding, ends).decode(data, true);
    }
}
