package org.socketconsole.file;

/// What has been received and not been read yet. Its units are bytes or characters; places in it
/// are counted from its beginning in whatever way suits it.
interface Unread {

    void add(byte[] received);

    /// The stream has ended: whatever was held back until more would come is decided.
    void end();

    /// The place where it ends; 0 when nothing can be read.
    int length();

    /// How many units are between two places.
    int count(int from, int to);

    /// The place so many units after another, or -1 where there are not as many.
    int after(int from, int units);

    /// The place behind the first end of a line that begins at or after a place, or -1.
    int lineEnd(int from);

    Piece piece(int from, int to);

    void drop(int to);

    /// The most units of one answer.
    int largest();
}
