package org.socketconsole.file;

import org.jspecify.annotations.Nullable;
import org.socketconsole.call.InvalidArgumentException;

import java.util.Objects;

/// What a file was opened for, in the arguments of CPython's `open`. The encoding is null in binary
/// modes.
record OpenMode(
        boolean reads, boolean writes, int bufsize, @Nullable Encoding encoding, Newline newline) {

    private static final int DEFAULT = 8192;
    private static final int LINE_BUFFERED = 1;
    private static final int LARGEST = 16 * 1024 * 1024;

    static OpenMode of(
            @Nullable String mode,
            @Nullable Integer bufsize,
            @Nullable String encoding,
            @Nullable String newline) {
        String letters = Objects.requireNonNullElse(mode, "r");
        if (!letters.matches("[rwb]*")) {
            throw new InvalidArgumentException(
                    "mode", "must be `r`, `w` or `rw`, each with or without `b`");
        }
        boolean binary = letters.contains("b");
        boolean writes = letters.contains("w");
        refuseInBinary(binary, "encoding", encoding);
        refuseInBinary(binary, "newline", newline);
        return new OpenMode(
                letters.contains("r") || !writes,
                writes,
                size(Objects.requireNonNullElse(bufsize, -1), binary),
                binary ? null : Encoding.of(Objects.requireNonNullElse(encoding, "utf-8")),
                Newline.of(newline));
    }

    /// The mode in the order of the documentation.
    String mode() {
        return (reads ? "r" : "") + (writes ? "w" : "") + (encoding == null ? "b" : "");
    }

    boolean isUnbuffered() {
        return bufsize == 0;
    }

    boolean isLineBuffered() {
        return bufsize == LINE_BUFFERED && encoding != null;
    }

    FileInput input() {
        return encoding == null
                ? new FileInput(new UnreadBytes(), bufsize)
                : new FileInput(new UnreadText(encoding, newline), Math.max(bufsize, DEFAULT));
    }

    FileOutput output() {
        return new FileOutput(isLineBuffered() ? DEFAULT : bufsize);
    }

    private static void refuseInBinary(boolean binary, String field, @Nullable String given) {
        if (binary && given != null) {
            throw new InvalidArgumentException(field, "is for text modes alone");
        }
    }

    private static int size(int asked, boolean binary) {
        if (asked < -1 || asked == 0 && !binary) {
            throw new InvalidArgumentException(
                    "bufsize", "must be -1, 1 or more, or in binary modes 0");
        }
        boolean usual = asked == -1 || binary && asked == LINE_BUFFERED;
        return usual ? DEFAULT : Math.min(asked, LARGEST);
    }
}
