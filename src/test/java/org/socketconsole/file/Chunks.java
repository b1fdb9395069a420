package org.socketconsole.file;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;

/// A stream in memory that gives one chunk, or one failure, at a time, and then its end.
final class Chunks implements Source {

    final List<Integer> asked = new ArrayList<>();
    private final Deque<Supplier<byte[]>> steps = new ArrayDeque<>();

    Chunks then(byte... chunk) {
        steps.add(() -> chunk);
        return this;
    }

    Chunks then(String chunk) {
        return then(chunk.getBytes(StandardCharsets.UTF_8));
    }

    Chunks then(RuntimeException failure) {
        steps.add(
                () -> {
                    throw failure;
                });
        return this;
    }

    @Override
    public byte[] receive(int size) {
        asked.add(size);
        byte[] chunk = steps.isEmpty() ? new byte[0] : steps.remove().get();
        if (chunk.length > size) {
            byte[] rest = Arrays.copyOfRange(chunk, size, chunk.length);
            steps.addFirst(() -> rest);
        }
        return Arrays.copyOf(chunk, Math.min(size, chunk.length));
    }
}
