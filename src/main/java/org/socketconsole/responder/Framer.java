package org.socketconsole.responder;

import static org.socketconsole.net.Errno.EBADMSG;
import static org.socketconsole.net.Errno.EMSGSIZE;

import org.jspecify.annotations.Nullable;
import org.socketconsole.filter.ByteSearch;
import org.socketconsole.net.SyscallException;

import java.util.Arrays;
import java.util.Objects;

/// Cuts what comes of a stream into messages. What it holds is that of the message that is not yet
/// whole; a message that is too long, or says so, is an error.
final class Framer {

    private static final int SMALLEST = 1024;
    private static final byte[] NOTHING = {};
    private static final byte[] LINE_END = {'\n'};

    private final Framing framing;
    private final Unfinished all;
    private final @Nullable ByteSearch end;
    private final int endLength;
    private byte[] bytes;
    private int start;
    private int limit;

    /// How far the end of the message has been looked for, and how much of it stands before.
    private int searched;

    private int found;

    /// What it is counted with among all.
    private int held;

    /// @param rest what came and is of no message yet
    Framer(Framing framing, byte[] rest, Unfinished all) {
        this.framing = framing;
        this.all = all;
        byte[] delimiter = delimiter(framing);
        this.end = delimiter.length == 0 ? null : new ByteSearch(delimiter, false);
        this.endLength = delimiter.length;
        this.bytes = rest;
        this.limit = rest.length;
    }

    private static byte[] delimiter(Framing framing) {
        return switch (framing) {
            case Framing.Line _ -> LINE_END;
            case Framing.Delimited(byte[] delimiter) -> delimiter;
            default -> new byte[0];
        };
    }

    void add(byte[] more) {
        if (start == limit) {
            bytes = more;
            start = 0;
            searched = 0;
            limit = more.length;
            return;
        }
        makeRoom(more.length);
        System.arraycopy(more, 0, bytes, limit, more.length);
        limit += more.length;
    }

    /// The next message, null where there is no whole one.
    byte @Nullable [] next() {
        byte[] message =
                switch (framing) {
                    case Framing.Chunk _ -> start == limit ? null : cut(limit - start, 0);
                    case Framing.Sized(int size) -> size(size, 0);
                    case Framing.Prefixed prefixed -> prefixed(prefixed);
                    case Framing.Line _ -> line();
                    case Framing.Delimited _ -> checked(delimited());
                };
        if (message == null) {
            keepRest();
        }
        return message;
    }

    /// Nothing of it is held any more.
    void leave() {
        hold(0);
    }

    private void keepRest() {
        if (limit - start > Framing.LARGEST + endLength) {
            throw new SyscallException("recv", EMSGSIZE);
        }
        if (start == limit) {
            bytes = NOTHING;
            start = limit = searched = 0;
        }
        hold(bytes.length);
    }

    private void hold(int size) {
        if (size != held) {
            all.change(held, size);
            held = size;
        }
    }

    /// What is of no message yet.
    byte[] rest() {
        return Arrays.copyOfRange(bytes, start, limit);
    }

    boolean hasRest() {
        return start < limit;
    }

    private byte @Nullable [] prefixed(Framing.Prefixed prefixed) {
        if (limit - start < prefixed.prefix()) {
            return null;
        }
        long length = length(prefixed) - (prefixed.includesItself() ? prefixed.prefix() : 0);
        if (length < 0 && prefixed.includesItself()) {
            throw new SyscallException("recv", EBADMSG);
        }
        if (length < 0 || length > Framing.LARGEST) {
            throw new SyscallException("recv", EMSGSIZE);
        }
        return size((int) length, prefixed.prefix());
    }

    /// That of 8 bytes may be negative, which is larger than any.
    private long length(Framing.Prefixed prefixed) {
        long length = 0;
        for (int i = 0; i < prefixed.prefix(); i++) {
            int at = prefixed.little() ? prefixed.prefix() - 1 - i : i;
            length = length << 8 | bytes[start + at] & 0xff;
        }
        return prefixed.includesItself() && length < 0 ? Long.MAX_VALUE : length;
    }

    private byte @Nullable [] size(int size, int head) {
        if (limit - start - head < size) {
            return null;
        }
        start += head;
        return cut(size, 0);
    }

    private byte @Nullable [] line() {
        byte[] line = delimited();
        return checked(
                line != null && line.length > 0 && line[line.length - 1] == '\r'
                        ? Arrays.copyOf(line, line.length - 1)
                        : line);
    }

    private byte @Nullable [] delimited() {
        ByteSearch wanted = Objects.requireNonNull(end);
        while (searched < limit) {
            found = wanted.extended(found, bytes[searched++] & 0xff);
            if (found == endLength) {
                found = 0;
                return cut(searched - start - endLength, endLength);
            }
        }
        return null;
    }

    private static byte @Nullable [] checked(byte @Nullable [] message) {
        if (message != null && message.length > Framing.LARGEST) {
            throw new SyscallException("recv", EMSGSIZE);
        }
        return message;
    }

    private byte[] cut(int size, int tail) {
        byte[] message =
                start == 0 && size == bytes.length
                        ? bytes
                        : Arrays.copyOfRange(bytes, start, start + size);
        start += size + tail;
        searched = Math.max(searched, start);
        return message;
    }

    /// Doubles, so that a long message is not copied for each of its pieces.
    private void makeRoom(int more) {
        int rest = limit - start;
        byte[] roomier =
                rest + more <= bytes.length && start >= rest
                        ? bytes
                        : room(Math.max(SMALLEST, 2 * (rest + more)));
        System.arraycopy(bytes, start, roomier, 0, rest);
        bytes = roomier;
        searched -= start;
        limit = rest;
        start = 0;
    }

    private byte[] room(int size) {
        hold(size);
        return new byte[size];
    }
}
