package org.socketconsole.file;

/// The bytes of a binary file; its lines end with `\n`.
final class UnreadBytes implements Unread {

    private final ByteQueue bytes = new ByteQueue();

    @Override
    public void add(byte[] received) {
        bytes.add(received);
    }

    @Override
    public void end() {}

    @Override
    public int length() {
        return bytes.size();
    }

    @Override
    public int count(int from, int to) {
        return to - from;
    }

    @Override
    public int after(int from, int units) {
        return units > length() - from ? -1 : from + units;
    }

    @Override
    public int lineEnd(int from) {
        int newline = bytes.indexOf((byte) '\n', from);
        return newline < 0 ? -1 : newline + 1;
    }

    @Override
    public Piece piece(int from, int to) {
        return new Piece(bytes.peek(from, to), null);
    }

    @Override
    public void drop(int to) {
        bytes.drop(to);
    }

    @Override
    public int largest() {
        return FileInput.LARGEST;
    }
}
