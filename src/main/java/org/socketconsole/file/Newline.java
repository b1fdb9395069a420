package org.socketconsole.file;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.InvalidArgumentException;

/// How a text file's lines end: the `newline` of CPython's `open`.
enum Newline {
    /// Absent: any of `\n`, `\r` and `\r\n` is read as `\n`.
    TRANSLATED("\n"),
    /// `""`: any of them ends a line, and stays as it is.
    UNIVERSAL("\n"),
    LF("\n"),
    CR("\r"),
    CRLF("\r\n");

    private final String end;

    Newline(String end) {
        this.end = end;
    }

    static Newline of(@Nullable String newline) {
        return switch (newline) {
            case null -> TRANSLATED;
            case "" -> UNIVERSAL;
            case "\n" -> LF;
            case "\r" -> CR;
            case "\r\n" -> CRLF;
            default ->
                    throw new InvalidArgumentException(
                            "newline", "must be \"\", \"\\n\", \"\\r\" or \"\\r\\n\"");
        };
    }

    /// A `\r` may be the first half of an end.
    boolean isAnyEnd() {
        return this == TRANSLATED || this == UNIVERSAL;
    }

    boolean changesOutput() {
        return this == CR || this == CRLF;
    }

    String received(String text) {
        return this == TRANSLATED ? text.replace("\r\n", "\n").replace('\r', '\n') : text;
    }

    String sent(String text) {
        return changesOutput() ? text.replace("\n", end) : text;
    }

    /// The index behind the first end of a line that begins at or after an index, or -1.
    int lineEnd(StringBuilder text, int from) {
        if (this == UNIVERSAL) {
            return anyLineEnd(text, from);
        }
        int found = text.indexOf(end, from);
        return found < 0 ? -1 : found + end.length();
    }

    private static int anyLineEnd(StringBuilder text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
                return i + 2;
            }
            if (c == '\n' || c == '\r') {
                return i + 1;
            }
        }
        return -1;
    }
}
