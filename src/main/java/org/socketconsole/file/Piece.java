package org.socketconsole.file;

import org.jspecify.annotations.Nullable;

/// What one read answers: bytes, and in text modes their text.
record Piece(byte[] data, @Nullable String text) {}
