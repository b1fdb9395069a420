package org.socketconsole.file;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;

/// Bytes to text as they come: the beginning of a character waits for the rest of it, and a `\r`
/// for what follows, where that decides.
final class TextDecoder {

    private static final int FLUSHED = 8;

    private final CharsetDecoder decoder;
    private final Newline newline;
    private byte[] beginning = {};
    private String held = "";

    TextDecoder(Encoding encoding, Newline newline) {
        this.decoder = encoding.charset().newDecoder();
        this.newline = newline;
    }

    /// The text that is decided now; bytes that are none are escaped, see [Encoding].
    String decode(byte[] received, boolean end) {
        String text = held + characters(received, end);
        boolean undecided = !end && newline.isAnyEnd() && text.endsWith("\r");
        held = undecided ? "\r" : "";
        return newline.received(undecided ? text.substring(0, text.length() - 1) : text);
    }

    private String characters(byte[] received, boolean end) {
        ByteBuffer in = joined(beginning, received);
        CharBuffer out =
                CharBuffer.allocate((int) (in.remaining() * decoder.maxCharsPerByte()) + FLUSHED);
        CoderResult result = decoder.decode(in, out, end);
        while (result.isError()) {
            for (int i = 0; i < result.length(); i++) {
                out.put(Encoding.escape(in.get()));
            }
            result = decoder.decode(in, out, end);
        }
        if (end) {
            decoder.flush(out);
            decoder.reset();
        }
        beginning = new byte[in.remaining()];
        in.get(beginning);
        return out.flip().toString();
    }

    private static ByteBuffer joined(byte[] first, byte[] second) {
        return first.length == 0
                ? ByteBuffer.wrap(second)
                : ByteBuffer.allocate(first.length + second.length).put(first).put(second).flip();
    }
}
