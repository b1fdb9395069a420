package org.socketconsole.file;

/// The characters of a text file; places are indices of Java's chars.
final class UnreadText implements Unread {

    private static final int KEPT = 64 * 1024;
    private static final int WIDEST_CHARACTER = 4;

    private final TextDecoder decoder;
    private final Encoding encoding;
    private final Newline newline;
    private StringBuilder text = new StringBuilder();
    private int start;
    private int characters;

    UnreadText(Encoding encoding, Newline newline) {
        this.decoder = new TextDecoder(encoding, newline);
        this.encoding = encoding;
        this.newline = newline;
    }

    @Override
    public void add(byte[] received) {
        append(decoder.decode(received, false));
    }

    @Override
    public void end() {
        append(decoder.decode(new byte[0], true));
    }

    @Override
    public int length() {
        return text.length() - start;
    }

    @Override
    public int count(int from, int to) {
        return from == 0 && to == length()
                ? characters
                : text.codePointCount(start + from, start + to);
    }

    @Override
    public int after(int from, int units) {
        int most = from == 0 ? characters : length() - from;
        if (units > most || from > 0 && units > count(from, length())) {
            return -1;
        }
        return text.offsetByCodePoints(start + from, units) - start;
    }

    @Override
    public int lineEnd(int from) {
        int end = newline.lineEnd(text, start + from);
        return end < 0 ? -1 : end - start;
    }

    @Override
    public Piece piece(int from, int to) {
        String decoded = text.substring(start + from, start + to);
        return new Piece(encoding.bytes(decoded), Encoding.text(decoded));
    }

    /// What was dropped is moved over once it is the larger half, so that many small reads cost no
    /// more than few large ones.
    @Override
    public void drop(int to) {
        characters -= count(0, to);
        start += to;
        if (characters == 0 && text.capacity() > KEPT) {
            text = new StringBuilder();
            start = 0;
        } else if (start >= length()) {
            text.delete(0, start);
            start = 0;
        }
    }

    @Override
    public int largest() {
        return FileInput.LARGEST / WIDEST_CHARACTER;
    }

    private void append(String decoded) {
        text.append(decoded);
        characters += decoded.codePointCount(0, decoded.length());
    }
}
