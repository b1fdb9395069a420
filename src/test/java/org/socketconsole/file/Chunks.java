package org.socketconsole.file;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;

/// A stream in memory that gives one chunk, or one failure, at a time, and then its end.
final class Chunks implements Source {

    final List<Integer> asked = new ArrayList<>();
    private final Deque<Supplier<ByteBuffer>> steps = new ArrayDeque<>();

    Chunks then(byte... chunk) {
        steps.add(() -> ByteBuffer.wrap(chunk));
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
        ByteBuffer chunk = steps.isEmpty() ? ByteBuffer.allocate(0) : steps.remove().get();
        byte[] received = new byte[Math.min(size, chunk.remaining())];
        chunk.get(received);
        if (chunk.hasRemaining()) {
            steps.addFirst(() -> chunk);
        }
        return received;
    }
}
